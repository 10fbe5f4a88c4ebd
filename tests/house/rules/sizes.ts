/**
 * How long, how deep and how wide code may be.
 *
 * @module
 */
import { FRONTS } from "@/tests/house/rules/imports.ts";
import { fromRoot } from "@/tests/house/tree.ts";

/** The hard limits; aim well below them. */
export const LIMITS = {
  /** Lines of a file. */
  file: 200,
  /** Lines of a function, those of functions within it left out. */
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

/** A function stays in one view. Those within it are measured by themselves. */
export const functionLength: Deno.lint.Rule = {
  create(ctx) {
    /** Lines of inner functions, for each function that is being walked. */
    const inner = [0];
    function leave(node: Func) {
      const all = ctx.sourceCode.getText(node).split("\n").length;
      const lines = all - (inner.pop() ?? 0);
      inner.push((inner.pop() ?? 0) + all - 1);
      if (lines <= LIMITS.function) return;
      const message =
        `a function of ${lines} lines; at most ${LIMITS.function}`;
      ctx.report({ node, message });
    }
    const enter = () => void inner.push(0);
    return {
      ...eachFunction(enter),
      "FunctionDeclaration:exit": leave,
      "FunctionExpression:exit": leave,
      "ArrowFunctionExpression:exit": leave,
    };
  },
};

/** A function takes few things, in an order one remembers. */
export const parameters: Deno.lint.Rule = {
  create: (ctx) =>
    eachFunction((node) => {
      const { length } = node.params;
      if (length <= LIMITS.parameters || takesRow(node)) return;
      ctx.report({
        node,
        message: `${length} parameters; at most ${LIMITS.parameters}`,
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
    if (FRONTS.includes(fromRoot(ctx.filename))) return {};
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

/** The columns of a table of cases: `Deno.test.each(rows)(name, here)`. */
function takesRow({ parent }: Func): boolean {
  return parent.type === "CallExpression" &&
    parent.callee.type === "CallExpression";
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
