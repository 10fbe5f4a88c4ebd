import { assertEquals } from "@std/assert";
import { revive } from "@/lib/fresh/client/revive.ts";

const texts: [json: string, value: unknown][] = [
  ['{"$":"d","v":"1970-01-01T00:00:00.000Z"}', new Date(0)],
  [
    '{"$":"u","v":"https://aikagi.example/"}',
    new URL("https://aikagi.example"),
  ],
  ['{"$":"n","v":"90071992547409931"}', 90071992547409931n],
  ['{"$":"b","v":"AP+A"}', new Uint8Array([0, 255, 128])],
  ['{"$":"m","v":[["a",{"$":"s","v":[1]}]]}', new Map([["a", new Set([1])]])],
  ['{"$":"o","v":[["$","d"],["v","text"]]}', { $: "d", v: "text" }],
  ['{"$":"unknown","v":1}', { $: "unknown", v: 1 }],
  ['{"$":"","v":1}', { $: "", v: 1 }],
  ['[null,0,"",false,{"v":1},{"a":null}]', [null, 0, "", false, { v: 1 }, {
    a: null,
  }]],
];

for (const [json, value] of texts) {
  Deno.test(`revive() reads ${json}`, () => {
    assertEquals(JSON.parse(json, revive), value);
  });
}

Deno.test("revive() lets no tag reach a prototype", () => {
  const json = '{"$":"o","v":[["__proto__",{"admin":true}]]}';
  const value: { admin?: boolean } = JSON.parse(json, revive);
  assertEquals(value.admin, undefined);
  assertEquals(Object.getPrototypeOf(value), Object.prototype);
});
