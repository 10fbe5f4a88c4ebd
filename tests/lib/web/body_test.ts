import { assert, assertEquals } from "@std/assert";
import { HttpError } from "fresh";
import { giveUpLate, readBody } from "@/lib/web/body.ts";

const NOW = 1_800_000_000_000;

const FORM = "application/x-www-form-urlencoded";

function post(body: BodyInit, type = FORM): Request {
  const headers = { "content-type": type };
  return new Request("http://key.example/", { method: "POST", body, headers });
}

Deno.test("readBody() reads what browsers post", async () => {
  const fields = await readBody(
    post("a=1+2&b=%E9%8D%B5&c&d=x%3Dy", `${FORM}; charset=UTF-8`),
    NOW,
  );
  assertEquals({ ...fields }, { a: "1 2", b: "鍵", c: "", d: "x=y" });
});

Deno.test("readBody() keeps __proto__ a field like any other", async () => {
  const fields = await readBody(post("__proto__=x"), NOW);
  assertEquals(Object.keys(fields), ["__proto__"]);
  assertEquals(({} as Record<string, unknown>).x, undefined);
});

function claiming(length: number, body: BodyInit): Request {
  const request = post(body);
  request.headers.set("content-length", `${length}`);
  return request;
}

function broken(): ReadableStream {
  return new ReadableStream({
    pull: (stream) => stream.error(new Error("gone")),
  });
}

const refused: [string, Request, number][] = [
  ["a repeated field", post("a=1&a=2"), 400],
  ["bad percent-encoding", post("a=%FF"), 400],
  ["a lone percent sign", post("a=%"), 400],
  ["bad UTF-8", claiming(3, new Uint8Array([97, 61, 0xff])), 400],
  ["bad UTF-8 in chunks", post(new Uint8Array([97, 61, 0xff])), 400],
  ["NUL", post("a=%00"), 400],
  ["JSON", post("{}", "application/json"), 415],
  ["multipart", post("--x--", "multipart/form-data; boundary=x"), 415],
  ["a megabyte", post(`a=${"x".repeat(1 << 20)}`), 413],
  ["more than it claims", claiming(10, `a=${"x".repeat(1 << 15)}`), 413],
  ["a claim of too much", claiming(1 << 20, "a=1"), 413],
  ["a browser that goes away", claiming(10, broken()), 400],
  ["one that goes away without a claim", post(broken()), 400],
  [
    "a megabyte of unknown length",
    post(
      new ReadableStream({
        pull(stream) {
          stream.enqueue(new Uint8Array(64 * 1024).fill(97));
        },
      }),
    ),
    413,
  ],
];

for (const [what, request, status] of refused) {
  Deno.test(`readBody() answers ${status} to ${what}`, async () => {
    const error = await readBody(request, NOW).catch((error) => error);
    assert(error instanceof HttpError);
    assertEquals(error.status, status);
  });
}

Deno.test("readBody() reads a body of a claimed length, and one in chunks whatever it claims", async () => {
  assertEquals({ ...await readBody(claiming(7, "a=1&b=2"), NOW) }, {
    a: "1",
    b: "2",
  });
  const chunked = claiming(1, "a=1&b=2");
  chunked.headers.set("transfer-encoding", "chunked");
  assertEquals({ ...await readBody(chunked, NOW) }, { a: "1", b: "2" });
});

for (const claim of [true, false]) {
  Deno.test(`readBody() answers 408 to a body that never ends, ${claim ? "" : "not "}claiming a length`, async () => {
    const stalled = new ReadableStream({ pull: () => new Promise(() => {}) });
    const request = claim ? claiming(10, stalled) : post(stalled);
    const answer = readBody(request, NOW).catch((error) => error);
    giveUpLate(NOW + 119_999);
    const early = new Promise((resolve) => setTimeout(resolve, 0, "not yet"));
    assertEquals(await Promise.race([answer, early]), "not yet");
    giveUpLate(NOW + 120_000);
    assertEquals((await answer).status, 408);
  });
}
