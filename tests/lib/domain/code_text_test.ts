import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { readCode, showCode } from "@/lib/domain/code_text.ts";

const right = { ok: true as const, code: "123456" };
const cases: [string, ReturnType<typeof readCode>][] = [
  ["123456", { ok: true, code: "123456" }],
  [" 123 456 ", { ok: true, code: "123456" }],
  ["123-456", { ok: true, code: "123456" }],
  ["１２３　４５６", { ok: true, code: "123456" }],
  ["١٢٣٤٥٦", { ok: true, code: "123456" }],
  ["१२३४५६", { ok: true, code: "123456" }],
  ["123\u200b456\u200e", { ok: true, code: "123456" }],
  ["000000", { ok: true, code: "000000" }],
  ["Your code is 123456.\n@key.example #123456", { ok: true, code: "123456" }],
  ["確認コード 123456 他人に教えないでください", { ok: true, code: "123456" }],
  ["", { ok: false, why: "missing" }],
  [" \t\n ", { ok: false, why: "missing" }],
  ["12345", { ok: false, why: "short" }],
  ["1234567", { ok: false, why: "long" }],
  ["abc", { ok: false, why: "short" }],
  ["12345 codes", { ok: false, why: "short" }],
  ["123456 or 654321", { ok: false, why: "long" }],
  ["1".repeat(100_000), { ok: false, why: "long" }],
  ["__proto__", { ok: false, why: "short" }],
];

for (const [typed, read] of cases) {
  Deno.test(`readCode() reads ${JSON.stringify(typed.slice(0, 50))}`, () => {
    assertEquals(readCode(typed), read);
  });
}

Deno.test("readCode() never throws, and gives six ASCII digits or a fault", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (typed) => {
    const read = readCode(typed);
    return !read.ok || /^[0-9]{6}$/.test(read.code);
  }));
});

Deno.test("readCode() finds a code among any separators", () => {
  const separator = fc.constantFrom("", " ", "-", "\u00a0", "–", ".", "\u200b");
  fc.assert(
    fc.property(fc.array(separator, { minLength: 7, maxLength: 7 }), (gaps) => {
      const typed = gaps.map((gap, i) => gap + ("123456"[i] ?? "")).join("");
      assertEquals(readCode(typed), { ...right, ok: true });
    }),
  );
});

const LONG = "01234567890123456789";
const LENGTHS = [6, 20];
const longCases: [string, ReturnType<typeof readCode>][] = [
  [LONG, { ok: true, code: LONG }],
  ["01234 56789 01234 56789", { ok: true, code: LONG }],
  ["٠١٢٣٤ ٥٦٧٨٩ ٠١٢٣٤ ٥٦٧٨٩", { ok: true, code: LONG }],
  [`Aikagi: ${showCode(LONG)}\n@key.example #${LONG}`, {
    ok: true,
    code: LONG,
  }],
  [`${showCode(LONG)} is your code.`, { ok: true, code: LONG }],
  ["123456", right],
  ["Your code is 123456.\n@key.example #123456", right],
  ["1234567", { ok: true, code: "1234567" }],
  [`01234\u00a056789\u00a001234\u00a056789 it is`, { ok: true, code: LONG }],
  [`${LONG}1`, { ok: false, why: "long" }],
  [`${LONG} or 123456 it is`, { ok: false, why: "long" }],
  ["12345", { ok: false, why: "short" }],
];

for (const [typed, read] of longCases) {
  Deno.test(`readCode() of six or twenty digits reads ${JSON.stringify(typed)}`, () => {
    assertEquals(readCode(typed, LENGTHS), read);
  });
}

Deno.test("showCode() sets a long code in groups, and leaves another as it is", () => {
  assertEquals(showCode(LONG), "01234 56789 01234 56789");
  assertEquals(showCode("123456"), "123456");
});
