/**
 * Imports go downwards, and nothing passes them on.
 *
 * @module
 */
import { mayImport } from "@/tests/house/rooms.ts";
import { fromRoot, resolve } from "@/tests/house/tree.ts";

/** Files that stand for a package, so that the import map can swap it. */
export const FRONTS: readonly string[] = [
  "lib/fresh/mod.ts",
  "lib/fresh/runtime.ts",
  "tests/support/std/assert.ts",
];

type Source = {
  source: Deno.lint.StringLiteral | null;
  range: Deno.lint.Range;
};

/** An import goes to a room below. */
export const importDirection: Deno.lint.Rule = {
  create(ctx) {
    const from = fromRoot(ctx.filename);
    function look(specifier: unknown, range: Deno.lint.Range, types: boolean) {
      const to = typeof specifier === "string"
        ? resolve(from, specifier)
        : null;
      if (to === null || mayImport({ from, to, types })) return;
      ctx.report({ range, message: `${from} may not import ${to}` });
    }
    return {
      ImportDeclaration: (node) =>
        look(node.source.value, node.range, node.importKind === "type"),
      ImportExpression: (node) =>
        look(
          "value" in node.source ? node.source.value : null,
          node.range,
          false,
        ),
      ExportAllDeclaration: (node) =>
        look(node.source.value, node.range, false),
      ExportNamedDeclaration: (node) =>
        look(node.source?.value, node.range, false),
    };
  },
};

/** No file hands on what another exports. */
export const noBarrel: Deno.lint.Rule = {
  create(ctx) {
    const from = fromRoot(ctx.filename);
    function look({ source, range }: Source) {
      if (source === null || FRONTS.includes(from)) return;
      ctx.report({
        range,
        message: "import it where it is used instead of handing it on",
      });
    }
    return { ExportAllDeclaration: look, ExportNamedDeclaration: look };
  },
};
