/**
 * HTTP/1.1 as bytes on one connection: what a page weighs on the wire, and a
 * client light enough to put a server under load.
 *
 * @module
 */

/** An answer as it came. */
export interface Answer {
  status: number;
  /** The status line and the headers, without the blank line. */
  head: string;
  /** The body as sent: compressed, but without the marks of its chunks. */
  body: Uint8Array<ArrayBuffer>;
  /** Everything that came over the wire for it, in bytes. */
  bytes: number;
}

/** What to ask for. */
export interface Asked {
  method?: "GET" | "HEAD" | "POST";
  path: string;
  /** Further headers, each by its name. */
  headers?: Readonly<Record<string, string>>;
  /** The fields of a form. */
  form?: Readonly<Record<string, string>>;
}

const BLANK = new TextEncoder().encode("\r\n\r\n");
const LATIN1 = new TextDecoder("latin1");

/** The bytes of a request, as a browser that takes brotli sends it. */
export function requestBytes(
  { method, path, headers, form }: Asked,
): Uint8Array<ArrayBuffer> {
  const body = form ? new URLSearchParams(form).toString() : "";
  const length = form
    ? ["content-type: application/x-www-form-urlencoded"]
    : [];
  const lines = [
    `${method ?? (form ? "POST" : "GET")} ${path} HTTP/1.1`,
    "accept-encoding: br",
    ...Object.entries({ host: "localhost", ...headers }).map(([name, value]) =>
      `${name}: ${value}`
    ),
    ...length,
    ...form ? [`content-length: ${body.length}`] : [],
  ];
  return new TextEncoder().encode(`${lines.join("\r\n")}\r\n\r\n${body}`);
}

/** A header of an answer, `null` where it is absent. */
export function header({ head }: Answer, name: string): string | null {
  return headers({ head }, name)[0] ?? null;
}

/** All headers of that name. */
export function headers(
  { head }: Pick<Answer, "head">,
  name: string,
): string[] {
  const start = `${name.toLowerCase()}:`;
  return head.split("\r\n").filter((line) =>
    line.toLowerCase().startsWith(start)
  )
    .map((line) => line.slice(start.length).trim());
}

/** A connection that is kept open from request to request. */
export class Wire implements Disposable {
  /** What has come and is not used yet. */
  #buffer = new Uint8Array(1 << 16);
  #end = 0;
  readonly #conn: Deno.Conn;

  private constructor(conn: Deno.Conn) {
    this.#conn = conn;
  }

  /** Connects to a server on this machine. */
  static async open(port: number): Promise<Wire> {
    return new Wire(await Deno.connect({ hostname: "127.0.0.1", port }));
  }

  /** Sends a request and waits for its answer. */
  async ask(request: Uint8Array): Promise<Answer> {
    for (let sent = 0; sent < request.length;) {
      sent += await this.#conn.write(request.subarray(sent));
    }
    const blank = await this.#until(
      (from) => indexOf(this.#buffer, this.#end, from),
      0,
    );
    const head = LATIN1.decode(this.#buffer.subarray(0, blank));
    const { end, parts } = await this.#body(head, blank + BLANK.length);
    const answer = {
      status: Number(head.slice(9, 12)),
      head,
      body: joined(parts),
      bytes: end,
    };
    this.#buffer.copyWithin(0, end, this.#end);
    this.#end -= end;
    return answer;
  }

  /** Closes the connection. */
  [Symbol.dispose](): void {
    this.#conn.close();
  }

  /** Reads until `find` finds a place, and returns that. */
  async #until(find: (from: number) => number, from: number): Promise<number> {
    for (;;) {
      const found = find(from);
      if (found >= 0) return found;
      await this.#more();
    }
  }

  async #more(): Promise<void> {
    if (this.#end === this.#buffer.length) {
      const larger = new Uint8Array(this.#buffer.length * 2);
      larger.set(this.#buffer);
      this.#buffer = larger;
    }
    const count = await this.#conn.read(this.#buffer.subarray(this.#end));
    if (count === null) throw new Error("the server closed the connection");
    this.#end += count;
  }

  async #body(
    head: string,
    start: number,
  ): Promise<{ end: number; parts: Uint8Array[] }> {
    if (/\r\ntransfer-encoding: *chunked/i.test(head)) {
      return await this.#chunks(start);
    }
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
    const end = start + length;
    await this.#until(() => this.#end >= end ? end : -1, start);
    return { end, parts: [this.#buffer.slice(start, end)] };
  }

  async #chunks(start: number): Promise<{ end: number; parts: Uint8Array[] }> {
    const parts: Uint8Array[] = [];
    for (let at = start;;) {
      const line = await this.#until((from) => this.#newline(from), at);
      const size = parseInt(LATIN1.decode(this.#buffer.subarray(at, line)), 16);
      const end = line + 2 + size + 2;
      await this.#until(() => this.#end >= end ? end : -1, at);
      if (size === 0) return { end, parts };
      parts.push(this.#buffer.slice(line + 2, end - 2));
      at = end;
    }
  }

  #newline(from: number): number {
    const found = this.#buffer.indexOf(13, from);
    return found >= 0 && found + 1 < this.#end ? found : -1;
  }
}

function indexOf(buffer: Uint8Array, end: number, from: number): number {
  for (let at = buffer.indexOf(13, from); at >= 0 && at + 3 < end;) {
    if (BLANK.every((byte, i) => buffer[at + i] === byte)) return at;
    at = buffer.indexOf(13, at + 1);
  }
  return -1;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(
    parts.reduce((sum, part) => sum + part.length, 0),
  );
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
