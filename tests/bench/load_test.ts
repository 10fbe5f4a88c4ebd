import { assertEquals, assertRejects } from "@std/assert";
import { requestsPerSecond } from "@/tests/bench/load.ts";
import { requestBytes } from "@/tests/support/wire.ts";

async function counting(
  run: (port: number, seen: string[]) => Promise<unknown>,
): Promise<string[]> {
  const seen: string[] = [];
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    ({ url }) => {
      seen.push(new URL(url).pathname);
      return new Response(null, { status: url.endsWith("/bad") ? 500 : 200 });
    },
  );
  try {
    await run(server.addr.port, seen);
  } finally {
    await server.shutdown();
  }
  return seen;
}

Deno.test("requestsPerSecond() sends each request once, over all connections", async () => {
  const paths = Array.from({ length: 50 }, (_, i) => `/${i}`);
  const seen = await counting((port) =>
    requestsPerSecond({
      port,
      connections: 4,
      requests: paths.map((path) => requestBytes({ path })),
      status: 200,
    })
  );
  assertEquals(new Set(seen), new Set(paths));
  assertEquals(seen.length, paths.length);
});

Deno.test("requestsPerSecond() counts no answer of another status", async () => {
  const requests = [requestBytes({ path: "/bad" })];
  await counting((port) =>
    assertRejects(
      () => requestsPerSecond({ port, connections: 1, requests, status: 200 }),
      Error,
      "answered 500",
    )
  );
});
