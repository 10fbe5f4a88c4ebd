/** Servers that speak lines, and misbehave on purpose. */

export interface LineServer extends AsyncDisposable {
  port: number;
}

type Write = (text: string) => Promise<unknown>;

/** Hands each connection to `speak`, and closes it after that. */
export function answering(
  speak: (write: Write) => Promise<unknown>,
): LineServer {
  return serve(async (connection) => {
    const bytes = new TextEncoder();
    await speak((text) => connection.write(bytes.encode(text)));
  });
}

const REPLIES: Readonly<Record<string, string>> = {
  CONNECT: "220 test ESMTP",
  EHLO: "250 test",
  MAIL: "250 sender fine",
  RCPT: "250 recipient fine",
  DATA: "354 go on",
  ".": "250 taken",
  QUIT: "221 bye",
};

/** A mail server that cuts the connection, or falls silent, instead of one reply. */
export function breaking(
  at: string,
  how: "cut" | "silence",
  reached: () => void = () => {},
): LineServer {
  return serve(async (connection) => {
    const bytes = new TextEncoder();
    for await (const asked of commandsOf(connection)) {
      if (asked !== at) {
        await connection.write(bytes.encode(`${REPLIES[asked] ?? "250"}\r\n`));
        continue;
      }
      reached();
      if (how === "cut") return;
    }
  });
}

async function* commandsOf(connection: Deno.Conn): AsyncGenerator<string> {
  yield "CONNECT";
  let rest = "";
  let inData = false;
  for await (
    const text of connection.readable.pipeThrough(new TextDecoderStream())
  ) {
    const lines = (rest + text).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (inData && line !== ".") continue;
      const asked: string = inData
        ? "."
        : line.split(/[ :]/)[0]?.toUpperCase() ?? "";
      inData = asked === "DATA";
      yield asked;
    }
  }
}

function serve(hold: (connection: Deno.Conn) => Promise<void>): LineServer {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const held = new Set<Promise<void>>();
  const open = new Set<Deno.Conn>();
  const running = (async () => {
    for await (const connection of listener) {
      open.add(connection);
      held.add(
        hold(connection).catch(() => {}).finally(() => close(connection)),
      );
    }
  })();
  return {
    port: (listener.addr as Deno.NetAddr).port,
    async [Symbol.asyncDispose]() {
      listener.close();
      for (const connection of open) close(connection);
      await Promise.all([running, ...held]);
    },
  };
}

function close(connection: Deno.Conn): void {
  try {
    connection.close();
  } catch {
    // It is closed already.
  }
}
