/**
 * How long, how deep and how wide code may be.
 *
 * @module
 */
import { fromRoot } from "@/tests/house/tree.ts";

/** The hard limits; aim well below them. */
export const LIMITS = {
  /** Lines of a file. */
  file: 200,
  /** Lines of a function. */
  function: 40,
  /** Statements within statements of one function. */
  nesting: 3,
  /** Parameters of a function; then an options object. */
  parameters: 3,
  /** Values that a file exports; types come free. */
  exports: 6,
} as const;

/** Files that may be long: one table or one list of sentences each. */
const LONG = /^(lib\/i18n\/locales\/|tests\/.*_test\.tsx?$)/;

/** Where a report on a whole file points. */
const START: Deno.lint.Range = [0, 1];

type Func =
  | Deno.lint.FunctionDeclaration
  | Deno.lint.FunctionExpression
  | Deno.lint.ArrowFunctionExpression;

const FUNCTIONS =
  /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/;
const BLOCKS =
  "IfStatement, ForStatement, ForOfStatement, ForInStatement, WhileStatement, DoWhileStatement, SwitchStatement, TryStatement";

/** A file stays readable in one go. */
export const fileLength: Deno.lint.Rule = {
  create: (ctx) => ({
    Program() {
      const lines = ctx.sourceCode.text.trimEnd().split("\n").length;
      if (lines <= LIMITS.file || LONG.test(fromRoot(ctx.filename))) return;
      ctx.report({
        range: START,
        message: `${lines} lines; at most ${LIMITS.file}`,
      });
    },
  }),
};

/** A function stays in one view. */
export const functionLength: Deno.lint.Rule = {
  create: (ctx) =>
    eachFunction((node) => {
      const lines = ctx.sourceCode.getText(node).split("\n").length;
      if (lines <= LIMITS.function) return;
      ctx.report({
        node,
        message: `a function of ${lines} lines; at most ${LIMITS.function}`,
      });
    }),
};

/** A function takes few things, in an order one remembers. */
export const parameters: Deno.lint.Rule = {
  create: (ctx) =>
    eachFunction((node) => {
      if (node.params.length <= LIMITS.parameters) return;
      ctx.report({
        node,
        message:
          `${node.params.length} parameters; at most ${LIMITS.parameters}`,
      });
    }),
};

/** Code does not drift to the right. */
export const nesting: Deno.lint.Rule = {
  create: (ctx) => ({
    [BLOCKS](node: Deno.lint.Statement) {
      const depth = depthOf(node, ctx.sourceCode.getAncestors(node));
      if (depth === LIMITS.nesting + 1) {
        ctx.report({
          node,
          message: `nested ${depth} deep; at most ${LIMITS.nesting}`,
        });
      }
    },
  }),
};

/** A file is about one thing. */
export const exportCount: Deno.lint.Rule = {
  create(ctx) {
    let count = 0;
    if (ctx.filename.endsWith(".d.ts")) return {};
    return {
      ExportDefaultDeclaration: () => void count++,
      ExportNamedDeclaration: (node) => void (count += valuesOf(node)),
      "Program:exit"() {
        if (count <= LIMITS.exports) return;
        ctx.report({
          range: START,
          message: `${count} exports; at most ${LIMITS.exports}`,
        });
      },
    };
  },
};

function eachFunction(look: (node: Func) => void): Deno.lint.LintVisitor {
  return {
    FunctionDeclaration: look,
    FunctionExpression: look,
    ArrowFunctionExpression: look,
  };
}

/** `else if` continues its `if` and is no deeper. */
function depthOf(node: Deno.lint.Node, ancestors: Deno.lint.Node[]): number {
  const chain = [...ancestors, node];
  const start = chain.findLastIndex((each) => FUNCTIONS.test(each.type)) + 1;
  return chain.slice(start).filter((each, i, all) =>
    BLOCKS.split(", ").includes(each.type) && !continues(each, all[i - 1])
  ).length;
}

function continues(node: Deno.lint.Node, parent?: Deno.lint.Node): boolean {
  return node.type === "IfStatement" && parent?.type === "IfStatement" &&
    parent.alternate?.range[0] === node.range[0];
}

function valuesOf(node: Deno.lint.ExportNamedDeclaration): number {
  if (node.exportKind === "type") return 0;
  const { declaration } = node;
  if (!declaration) return node.specifiers.length;
  if (/^TS(Interface|TypeAlias)Declaration$/.test(declaration.type)) return 0;
  return declaration.type === "VariableDeclaration"
    ? declaration.declarations.length
    : 1;
}
