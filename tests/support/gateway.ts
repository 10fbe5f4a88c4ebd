/** Gateways on loopback that answer, or break, as a test asks. */

/** One request that a gateway got. */
export interface Got {
  method: string;
  path: string;
  headers: Headers;
  body: string;
}

export interface Gateway extends AsyncDisposable {
  url: URL;
  got: Got[];
}

/** A gateway that answers every request by `answer`. */
export function answering(
  answer: (request: Request) => Response | Promise<Response>,
): Gateway {
  const got: Got[] = [];
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen() {} },
    async (request) => {
      const { pathname, search } = new URL(request.url);
      const { method, headers } = request;
      const body = await request.text();
      got.push({ method, path: pathname + search, headers, body });
      return await answer(request);
    },
  );
  return {
    url: new URL(`http://127.0.0.1:${server.addr.port}/send`),
    got,
    [Symbol.asyncDispose]: () => server.shutdown(),
  };
}

/** A gateway that reads a request, writes `bytes` as they are and hangs up; `null` never answers. */
export function speaking(bytes: string | null): Gateway {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const open: Deno.Conn[] = [];
  const serving = (async () => {
    for await (const connection of listener) {
      open.push(connection);
      await connection.read(new Uint8Array(64 * 1024));
      if (bytes === null) continue;
      await connection.write(new TextEncoder().encode(bytes));
      connection.close();
    }
  })();
  return {
    url: new URL(`http://127.0.0.1:${listener.addr.port}/send`),
    got: [],
    async [Symbol.asyncDispose]() {
      listener.close();
      await serving;
      if (bytes === null) { for (const connection of open) connection.close(); }
    },
  };
}

/** The address of a port where nobody listens. */
export function nobody(): URL {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr;
  listener.close();
  return new URL(`http://127.0.0.1:${port}/send`);
}
