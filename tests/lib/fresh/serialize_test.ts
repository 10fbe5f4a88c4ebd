import { assertEquals, assertFalse, assertThrows } from "@std/assert";
import { signal } from "@preact/signals";
import { h } from "preact";
import { revive } from "@/lib/fresh/client/revive.ts";
import { serializeProps } from "@/lib/fresh/serialize.ts";

function carried(props: object): unknown {
  return JSON.parse(serializeProps([["Island", props]]), revive)[0][1];
}

const around = new Uint8Array([1, 2, 3, 4]);

const values: [what: string, value: unknown][] = [
  ["null", null],
  ["a boolean", false],
  ["a number", -1.5],
  ["text", "日本 \u2028 \u0000 \ud800 'quoted' \"twice\""],
  ["the end of a script", "</script><script>alert(1)</script>"],
  ["the start of a comment", "<!--<script>"],
  ["a list", [1, ["two"], { three: 3 }]],
  ["a date", new Date(0)],
  ["a URL", new URL("https://aikagi.example/a?b=c#d")],
  ["a bigint", -(2n ** 70n)],
  ["bytes", new Uint8Array([0, 128, 255])],
  ["a map", new Map<unknown, unknown>([["a", 1n], [{ b: 2 }, new Date(1)]])],
  ["a set", new Set([1, "1", new URL("https://aikagi.example/")])],
  ["a record that looks tagged", { $: "d", v: "2026-01-01" }],
  ["a record with an unknown tag", { $: "zz", v: [{ $: 1 }] }],
  ["names of Object's methods", { $: "constructor", v: "x", toString: "y" }],
];

for (const [what, value] of values) {
  Deno.test(`serializeProps() carries ${what}`, () => {
    assertEquals(carried({ value }), { value });
  });

  Deno.test(`serializeProps() keeps ${what} inside the script element`, () => {
    assertFalse(serializeProps([["Island", { value }]]).includes("<"));
  });
}

Deno.test("serializeProps() keeps islands in order", () => {
  const list: [string, object][] = [["B", { n: 1 }], ["A", {}], ["B", {}]];
  assertEquals(JSON.parse(serializeProps(list)), list);
});

Deno.test("serializeProps() sends only the part of a buffer that a view shows", () => {
  const bytes = around.subarray(1, 2);
  assertEquals(
    serializeProps([["Island", { bytes }]]),
    '[["Island",{"bytes":{"$":"b","v":"Ag=="}}]]',
  );
});

Deno.test("serializeProps() sends the same object twice", () => {
  const same = { a: 1 };
  assertEquals(carried({ x: same, y: [same] }), { x: same, y: [same] });
});

Deno.test("serializeProps() drops undefined", () => {
  assertEquals(carried({ a: undefined, b: { c: undefined } }), { b: {} });
});

for (const tag of ["", `"$": 1, `]) {
  Deno.test(`serializeProps() drops __proto__ of {${tag}}`, () => {
    const parsed = JSON.parse(`{${tag}"__proto__": {"admin": true}}`);
    const props = carried({ parsed }) as { parsed: Record<string, unknown> };
    assertEquals(Object.keys(props.parsed), tag ? ["$"] : []);
    assertEquals(props.parsed["admin"], undefined);
  });
}

class Person {
  name = "Ann";
}

const cycle: { self?: unknown } = {};
cycle.self = cycle;

const refused: [what: string, value: unknown, message: string][] = [
  ["a function", () => 1, ".value cannot go to the browser: it is a function"],
  ["a symbol", [Symbol("s")], ".value[0] cannot go"],
  [
    "JSX",
    { deep: [h("p", null)] },
    ".value.deep[0] cannot go to the browser: it is JSX",
  ],
  ["a signal", signal(1), "an instance of"],
  ["an instance", new Person(), "an instance of Person"],
  ["an error", new Error("secret"), "an instance of Error"],
  ["another typed array", new Float64Array(1), "an instance of Float64Array"],
  ["a pattern", /a/, "an instance of RegExp"],
  ["not a number", NaN, "it is NaN"],
  [
    "infinity",
    new Set([-Infinity]),
    ".value[0] cannot go to the browser: it is -Infinity",
  ],
  ["an invalid date", new Date(NaN), "an invalid date"],
  [
    "a list with a hole",
    [1, , 3],
    ".value[1] cannot go to the browser: it is undefined",
  ],
  ["a cycle", cycle, ".value.self cannot go to the browser: it is a cycle"],
  [
    "a key that is a function",
    new Map([[() => 1, 1]]),
    ".value[0][0] cannot go",
  ],
];

for (const [what, value, message] of refused) {
  Deno.test(`serializeProps() refuses ${what}`, () => {
    assertThrows(
      () => serializeProps([["Picker", { value }]]),
      TypeError,
      message.startsWith(".") ? `island Picker: props${message}` : message,
    );
  });
}
