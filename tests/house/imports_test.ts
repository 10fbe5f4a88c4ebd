/** The direction of imports, the whole graph over, and its freedom from circles. */
import { assert, assertEquals } from "@std/assert";
import plugin from "@/tests/house/plugin.ts";
import { ALLOWED, roomOf } from "@/tests/house/rooms.ts";
import { modules, resolve, text } from "@/tests/house/tree.ts";

const DIRECTION: Deno.lint.Plugin = {
  name: "house",
  rules: Object.fromEntries(
    Object.entries(plugin.rules).filter(([name]) =>
      name === "import-direction"
    ),
  ),
};

function wrongImports(file: string, source: string): string[] {
  return Deno.lint.runPlugin(DIRECTION, file, source).map((each) =>
    each.message
  );
}

/** What a module brings in when it runs; what a type brings in is gone by then. */
function importsOf(file: string): string[] {
  const found: string[] = [];
  const look = (specifier: unknown) => {
    const to = typeof specifier === "string" ? resolve(file, specifier) : null;
    if (to !== null) found.push(to);
  };
  const collect: Deno.lint.Rule = {
    create: () => ({
      ImportDeclaration: (node) =>
        node.importKind === "type" || look(node.source.value),
      ExportAllDeclaration: (node) => look(node.source.value),
      ExportNamedDeclaration: (node) => look(node.source?.value),
    }),
  };
  Deno.lint.runPlugin({ name: "house", rules: { collect } }, file, text(file));
  return found;
}

/** The first circle that is met on the way down from `file`. */
function circle(
  file: string,
  graph: ReadonlyMap<string, string[]>,
  path: readonly string[] = [],
): string[] | null {
  if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
  for (const next of graph.get(file) ?? []) {
    const found = circle(next, graph, [...path, file]);
    if (found) return found;
  }
  return null;
}

const PLANTED:
  readonly (readonly [file: string, source: string, wrong: number])[] = [
    ["lib/domain/a.ts", 'import { b } from "@/lib/domain/b.ts";', 0],
    ["lib/domain/a.ts", 'import { b } from "./b.ts";', 0],
    ["lib/domain/a.ts", 'import { z } from "zod";', 0],
    ["lib/domain/a.ts", 'import type { B } from "@/lib/store/b.ts";', 1],
    ["lib/domain/a.ts", 'import { b } from "../store/b.ts";', 1],
    ["lib/domain/a.ts", 'const b = await import("@/lib/store/b.ts");', 1],
    ["lib/domain/a.ts", 'export { b } from "@/lib/store/b.ts";', 1],
    [
      "lib/flows/a.ts",
      'import type { Delivery } from "@/lib/delivery/delivery.ts";',
      0,
    ],
    [
      "lib/flows/a.ts",
      'import { httpSms } from "@/lib/delivery/http_sms.ts";',
      1,
    ],
    ["lib/flows/a.ts", 'import { b } from "@/lib/flows/admin/b.ts";', 1],
    ["lib/flows/admin/a.ts", 'import { b } from "@/lib/flows/b.ts";', 0],
    ["lib/store/a.ts", 'import { b } from "@/lib/crypto/keyring.ts";', 1],
    ["lib/web/a.ts", 'import { b } from "fresh";', 0],
    ["lib/web/a.ts", 'import { b } from "@/lib/store/b.ts";', 1],
    ["lib/fresh/a.ts", 'import { b } from "@/lib/web/b.ts";', 1],
    ["routes/index.tsx", 'import { B } from "@/islands/B.tsx";', 0],
    ["routes/index.tsx", 'import { b } from "@/routes/b.tsx";', 1],
    ["routes/index.tsx", 'import { b } from "@/lib/app.ts";', 1],
    ["islands/A.tsx", 'import type { Key } from "@/lib/i18n/translate.ts";', 0],
    ["islands/A.tsx", 'import { t } from "@/lib/i18n/translate.ts";', 1],
    ["islands/A.tsx", 'import { IS_BROWSER } from "fresh/runtime";', 0],
    ["islands/A.tsx", 'import { page } from "fresh";', 1],
    ["components/A.tsx", 'import { B } from "@/islands/B.tsx";', 1],
    ["main.ts", 'import { app } from "@/lib/app.ts";', 0],
    ["main.ts", 'import { openStore } from "@/lib/store/open.ts";', 1],
    ["tests/lib/domain/a_test.ts", 'import { b } from "@/lib/store/b.ts";', 0],
  ];

Deno.test.each(PLANTED)(
  "the table of rooms judges %s, %s: %i wrong",
  (file, source, wrong) => {
    assertEquals(wrongImports(file, source).length, wrong);
  },
);

Deno.test.each(Object.keys(ALLOWED))(
  "%s imports only what lies below it",
  (room) => {
    const wrong = modules().filter((file) => roomOf(file) === room)
      .flatMap((file) => wrongImports(file, text(file)));
    assertEquals(wrong, []);
  },
);

Deno.test("circle() finds a circle and its way round", () => {
  const graph = new Map([["a", ["b"]], ["b", ["c", "d"]], ["c", []], ["d", [
    "b",
  ]]]);
  assertEquals(circle("a", graph), ["b", "d", "b"]);
  assertEquals(circle("c", graph), null);
});

Deno.test("no module imports itself by way of others", () => {
  const graph = new Map(modules().map((file) => [file, importsOf(file)]));
  assert(graph.size > 10);
  assertEquals(
    [...graph.keys()].map((file) => circle(file, graph)).find(Boolean),
    undefined,
  );
});
