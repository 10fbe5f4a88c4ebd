/** Each house rule of the linter finds what it is for, and nothing beside it. */
import { assertEquals } from "@std/assert";
import plugin from "@/tests/house/plugin.ts";
import { LIMITS } from "@/tests/house/rules/sizes.ts";

const lines = (count: number) => "  a();\n".repeat(count);
const ifs = (depth: number) => "if (a) {".repeat(depth) + "}".repeat(depth);
const consts = (count: number) =>
  Array.from({ length: count }, (_, i) => `export const a${i} = ${i};`).join(
    "\n",
  );

/** File, source, and the rules that it breaks. */
const CASES: readonly (readonly [
  name: string,
  file: string,
  source: string,
  rules: string[],
])[] = [
  [
    "a file at the limit",
    "lib/domain/a.ts",
    "a();\n".repeat(LIMITS.file),
    [],
  ],
  ["a long file", "lib/domain/a.ts", "a();\n".repeat(LIMITS.file + 1), [
    "file-length",
  ]],
  ["a long locale", "lib/i18n/locales/en.ts", "a();\n".repeat(900), []],
  [
    "a long table of cases",
    "tests/lib/domain/a_test.ts",
    "a();\n".repeat(900),
    [],
  ],
  ["a long helper of tests", "tests/support/a.ts", "a();\n".repeat(900), [
    "file-length",
  ]],
  ["a function at the limit", "a.ts", `function a() {\n${lines(38)}}`, []],
  ["a long function", "a.ts", `function a() {\n${lines(39)}}`, [
    "function-length",
  ]],
  ["a long arrow", "a.ts", `export const a = () => {\n${lines(39)}};`, [
    "function-length",
  ]],
  ["a long method", "a.ts", `class A { a() {\n${lines(39)}} }`, [
    "function-length",
  ]],
  [
    "a function after wide letters",
    "a.ts",
    `// 合鍵😀\nfunction a() {\n${lines(38)}}`,
    [],
  ],
  ["three levels", "a.ts", `function a() {${ifs(3)}}`, []],
  ["four levels", "a.ts", `function a() {${ifs(4)}}`, ["nesting"]],
  ["five levels, told once", "a.ts", `function a() {${ifs(5)}}`, ["nesting"]],
  [
    "a chain of else if",
    "a.ts",
    "if (a) {} else if (b) {} else if (c) {} else if (d) {} else if (e) {}",
    [],
  ],
  [
    "a loop within a chain",
    "a.ts",
    "if (a) {} else if (b) { for (;;) { try {} finally {} } }",
    [],
  ],
  [
    "levels start anew in a function",
    "a.ts",
    `if (a) { if (b) { () => {${ifs(3)}}; } }`,
    [],
  ],
  ["three parameters", "a.ts", "function a(b, c, d) {}", []],
  ["four parameters", "a.ts", "(b, c, d, e) => {}", ["parameters"]],
  [
    "four columns of a table",
    "a_test.ts",
    "Deno.test.each(rows)(name, (a, b, c, d) => {});",
    [],
  ],
  ["six exports", "a.ts", consts(6), []],
  ["seven exports", "a.ts", consts(7), ["export-count"]],
  [
    "types come free",
    "a.ts",
    `${consts(6)}\nexport type T = 1;\nexport interface I { a: 1 }`,
    [],
  ],
  ["a default export counts", "a.ts", `${consts(6)}\nexport default 1;`, [
    "export-count",
  ]],
  ["a list of exports counts", "a.ts", "export { a, b, c, d, e, f, g };", [
    "export-count",
  ]],
  ["a barrel", "lib/domain/a.ts", 'export * from "./b.ts";', ["no-barrel"]],
  [
    "a barrel of names",
    "lib/domain/a.ts",
    'export { b } from "@/lib/domain/b.ts";',
    ["no-barrel"],
  ],
  [
    "the front of a package",
    "lib/fresh/mod.ts",
    'export { b } from "./b.ts";',
    [],
  ],
  ["the clock", "lib/flows/a.ts", "const a = Date.now();", ["world"]],
  [
    "the clock in the composition root",
    "lib/app.ts",
    "const a = Date.now();",
    [],
  ],
  ["the clock in a test", "tests/a_test.ts", "const a = Date.now();", []],
  ["chance", "lib/domain/a.ts", "const a = Math.random();", ["world"]],
  ["settings", "lib/web/a.ts", 'Deno.env.get("A");', ["world"]],
  ["settings in their place", "lib/config.ts", 'Deno.env.get("A");', []],
  ["the store from a flow", "lib/flows/a.ts", "kv.atomic().commit();", [
    "world",
  ]],
  ["the store in its place", "lib/store/a.ts", "kv.atomic().commit();", []],
  [
    "the runtime in a rule",
    "lib/domain/a.ts",
    'Deno.readTextFileSync("a");',
    ["world"],
  ],
  ["a rule that waits", "lib/domain/a.ts", "const a = async () => {};", [
    "domain-is-pure",
  ]],
  [
    "silence without a reason",
    "a.ts",
    "// deno-lint-ignore no-console\na();",
    ["ignore-reason"],
  ],
  [
    "silence with a reason",
    "a.ts",
    "// deno-lint-ignore no-console -- the log\na();",
    [],
  ],
];

Deno.test.each(CASES)("house rules: %s", (...[, file, source, rules]) => {
  const found = Deno.lint.runPlugin(plugin, file, source);
  assertEquals(
    found.map((each) => each.id),
    rules.map((rule) => `house/${rule}`),
  );
});
