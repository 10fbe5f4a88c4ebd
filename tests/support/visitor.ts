/**
 * A browser without a screen: cookies, forms, redirects and scripts over one
 * connection, and what all of it weighs on the wire.
 *
 * @module
 */
import { brotliDecompressSync } from "node:zlib";
import {
  type Answer,
  type Asked,
  header,
  headers,
  requestBytes,
  Wire,
} from "@/tests/support/wire.ts";

/** A page as it was shown. */
export interface Shown {
  path: string;
  status: number;
  html: string;
  /** Everything that came for it, redirects, scripts and headers included, in bytes. */
  bytes: number;
  /** The part of that which is scripts. */
  script: number;
  /** Requests until the page could be used: scripts come after that. */
  requests: number;
}

/** Redirects in a row before something is wrong. */
const MAX_HOPS = 5;

/** One visitor, with an empty cache at first. */
export class Visitor implements Disposable {
  /** The page in front of the visitor. */
  page: Shown = {
    path: "/",
    status: 0,
    html: "",
    bytes: 0,
    script: 0,
    requests: 0,
  };
  readonly #wire: Wire;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #cookies = new Map<string, string>();
  readonly #cache = new Set<string>();

  private constructor(wire: Wire, headers: Readonly<Record<string, string>>) {
    this.#wire = wire;
    this.#headers = headers;
  }

  /** Comes to a server on this machine; the headers go with each request. */
  static async open(
    port: number,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Visitor> {
    return new Visitor(await Wire.open(port), headers);
  }

  /** Opens a page. */
  async open(path: string): Promise<Shown> {
    return await this.#show({ path });
  }

  /** Sends the form of the page in front; its token goes along. */
  async send(
    form: Readonly<Record<string, string>>,
    path = this.page.path,
  ): Promise<Shown> {
    return await this.#show({ path, form: { csrf: this.csrf, ...form } });
  }

  /** Takes a cookie, as if a page had set it. */
  take(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  /** Empties the cache, as if nothing had been loaded yet. */
  forget(): void {
    this.#cache.clear();
  }

  /** The request that {@linkcode send} would send. */
  request(
    form: Readonly<Record<string, string>>,
    path = this.page.path,
  ): Uint8Array<ArrayBuffer> {
    return requestBytes(
      this.#asked({ path, form: { csrf: this.csrf, ...form } }),
    );
  }

  /** The request that {@linkcode open} would send. */
  requestOf(path: string): Uint8Array<ArrayBuffer> {
    return requestBytes(this.#asked({ path }));
  }

  /** Leaves. */
  [Symbol.dispose](): void {
    this.#wire[Symbol.dispose]();
  }

  async #show(asked: Asked): Promise<Shown> {
    const shown: Shown = {
      path: asked.path,
      status: 0,
      html: "",
      bytes: 0,
      script: 0,
      requests: 0,
    };
    for (let next: Asked | null = asked; next !== null;) {
      if (shown.requests++ === MAX_HOPS) {
        throw new Error(`${asked.path} redirects for ever`);
      }
      const answer = await this.ask(next);
      shown.bytes += answer.bytes;
      shown.path = next.path;
      shown.status = answer.status;
      shown.html = textOf(answer);
      const to = header(answer, "location");
      next = to === null ? null : { path: pathOf(to) };
    }
    await this.#loadScripts(shown);
    return this.page = shown;
  }

  /** Sends one request and keeps the cookies of its answer; follows nothing. */
  async ask(asked: Asked): Promise<Answer> {
    const answer = await this.#wire.ask(requestBytes(this.#asked(asked)));
    for (const cookie of headers(answer, "set-cookie")) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(cookie)) {
        this.#cookies.delete(name);
      } else this.#cookies.set(name, value);
    }
    return answer;
  }

  #asked(asked: Asked): Asked {
    const cookie = Array.from(
      this.#cookies,
      ([name, value]) => `${name}=${value}`,
    ).join("; ");
    return {
      ...asked,
      headers: {
        "sec-fetch-site": "same-origin",
        ...this.#headers,
        ...cookie ? { cookie } : {},
      },
    };
  }

  /** Each once, as a browser's cache does. */
  async #loadScripts(shown: Shown): Promise<void> {
    const named = shown.html.matchAll(
      /<(?:script|link)[^>]* (?:src|href)="([^"]+\.js[^"]*)"/g,
    );
    for (const [, path = ""] of named) {
      if (this.#cache.has(path)) continue;
      this.#cache.add(path);
      const { bytes, status } = await this.ask({ path });
      if (status !== 200) throw new Error(`${path} answered ${status}`);
      shown.bytes += bytes;
      shown.script += bytes;
    }
  }

  /** The token of the forms of the page in front. */
  get csrf(): string {
    const token = /name="csrf" value="([^"]*)"/.exec(this.page.html)?.[1];
    if (token === undefined) {
      throw new Error(`no form on ${this.page.path}: ${this.page.html}`);
    }
    return token;
  }
}

/** The text of an answer's body. */
export function textOf(answer: Answer): string {
  const { body } = answer;
  const plain = header(answer, "content-encoding") === "br"
    ? brotliDecompressSync(body)
    : body;
  return new TextDecoder().decode(plain);
}

/** Servers under test are reached by loopback, whatever their public origin. */
function pathOf(location: string): string {
  const { pathname, search } = new URL(location, "http://localhost");
  return pathname + search;
}
