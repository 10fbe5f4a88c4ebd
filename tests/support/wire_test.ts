import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { header, headers, requestBytes, Wire } from "@/tests/support/wire.ts";

/** A server that says exactly what it is told, a piece at a time, and then hangs up. */
async function saying(
  pieces: string[],
  run: (port: number) => Promise<void>,
): Promise<string> {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const heard = (async () => {
    using conn = await listener.accept();
    const buffer = new Uint8Array(1 << 16);
    const count = await conn.read(buffer) ?? 0;
    for (const piece of pieces) {
      await conn.write(new TextEncoder().encode(piece));
      await new Promise((resolve) => setTimeout(resolve));
    }
    return new TextDecoder().decode(buffer.subarray(0, count));
  })();
  await run(listener.addr.port);
  return await heard;
}

Deno.test.each(
  [
    [
      "with a length",
      ["HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhello"],
      "hello",
      43,
    ],
    [
      "in pieces",
      ["HTTP/1.1 200 O", "K\r\nContent-Length: 5\r", "\n\r", "\nhel", "lo"],
      "hello",
      43,
    ],
    ["without a body", ["HTTP/1.1 204 No Content\r\n\r\n"], "", 27],
    [
      "in chunks",
      [
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhel",
        "lo\r\n1\r\n!\r\n0\r",
        "\n\r\n",
      ],
      "hello!",
      68,
    ],
  ] as const,
)("Wire.ask() reads an answer %s", async (_name, pieces, body, bytes) => {
  await saying([...pieces], async (port) => {
    using wire = await Wire.open(port);
    const answer = await wire.ask(requestBytes({ path: "/" }));
    assertEquals(new TextDecoder().decode(answer.body), body);
    assertEquals(answer.bytes, bytes);
  });
});

Deno.test("Wire.ask() reads an answer longer than its buffer, and the next one", async () => {
  const long = "x".repeat(200_000);
  const server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    ({ url }) => new Response(url.endsWith("/long") ? long : "short"),
  );
  {
    using wire = await Wire.open(server.addr.port);
    for (
      const [path, text] of [["/long", long], ["/short", "short"], [
        "/long",
        long,
      ]] as const
    ) {
      const { body } = await wire.ask(requestBytes({ path }));
      assertEquals(new TextDecoder().decode(body), text);
    }
  }
  await server.shutdown();
});

Deno.test("Wire.ask() rejects where the server hangs up half-way", async () => {
  await saying(
    ["HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nhel"],
    async (port) => {
      using wire = await Wire.open(port);
      await assertRejects(
        () => wire.ask(requestBytes({ path: "/" })),
        Error,
        "closed",
      );
    },
  );
});

Deno.test("requestBytes() sends a form with its length", async () => {
  const heard = await saying(
    ["HTTP/1.1 204 No Content\r\n\r\n"],
    async (port) => {
      using wire = await Wire.open(port);
      await wire.ask(
        requestBytes({
          path: "/a",
          form: { name: "合 鍵" },
          headers: { cookie: "a=b" },
        }),
      );
    },
  );
  assertStringIncludes(heard, "POST /a HTTP/1.1\r\naccept-encoding: br\r\n");
  assertStringIncludes(heard, "cookie: a=b\r\n");
  assertStringIncludes(
    heard,
    "content-length: 24\r\n\r\nname=%E5%90%88+%E9%8D%B5",
  );
});

Deno.test("headers() finds each of the same name, whatever its letters", () => {
  const answer = {
    status: 200,
    head: "HTTP/1.1 200 OK\r\nset-cookie: a=b\r\nSet-Cookie: c=d",
    body: new Uint8Array(),
    bytes: 0,
  };
  assertEquals(headers(answer, "set-cookie"), ["a=b", "c=d"]);
  assertEquals(header(answer, "location"), null);
});
