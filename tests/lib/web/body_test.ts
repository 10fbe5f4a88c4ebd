import { assert, assertEquals } from "@std/assert";
import { HttpError } from "fresh";
import { readBody } from "@/lib/web/body.ts";

const FORM = "application/x-www-form-urlencoded";

function post(body: BodyInit, type = FORM): Request {
  const headers = { "content-type": type };
  return new Request("http://key.example/", { method: "POST", body, headers });
}

Deno.test("readBody() reads what browsers post", async () => {
  const fields = await readBody(
    post("a=1+2&b=%E9%8D%B5&c&d=x%3Dy", `${FORM}; charset=UTF-8`),
  );
  assertEquals({ ...fields }, { a: "1 2", b: "鍵", c: "", d: "x=y" });
});

Deno.test("readBody() keeps __proto__ a field like any other", async () => {
  const fields = await readBody(post("__proto__=x"));
  assertEquals(Object.keys(fields), ["__proto__"]);
  assertEquals(({} as Record<string, unknown>).x, undefined);
});

const refused: [string, Request, number][] = [
  ["a repeated field", post("a=1&a=2"), 400],
  ["bad percent-encoding", post("a=%FF"), 400],
  ["a lone percent sign", post("a=%"), 400],
  ["bad UTF-8", post(new Uint8Array([97, 61, 0xff])), 400],
  ["NUL", post("a=%00"), 400],
  ["JSON", post("{}", "application/json"), 415],
  ["multipart", post("--x--", "multipart/form-data; boundary=x"), 415],
  ["a megabyte", post(`a=${"x".repeat(1 << 20)}`), 413],
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
    const error = await readBody(request).catch((error) => error);
    assert(error instanceof HttpError);
    assertEquals(error.status, status);
  });
}
