/**
 * Makes V8 compile the outermost functions of a module together with it.
 *
 * Deno caches what V8 compiles while it loads a module. V8 puts functions off
 * until they are called, so those would be compiled anew at each start; but it
 * takes a function in parentheses at once (`PIFE` in its scanner).
 *
 * @module
 */
import { type AnyNode, type FunctionDeclaration, parse } from "acorn";

/** The same module with its outermost functions in parentheses. Takes what a bundler wrote: no default export. */
export function eager(source: string): string {
  const { body } = parse(source, {
    ecmaVersion: "latest",
    sourceType: "module",
  });
  const imports: string[] = [];
  const functions: string[] = [];
  const rest: string[] = [];
  for (const node of body) {
    if (node.type === "ImportDeclaration") {
      imports.push(source.slice(node.start, node.end));
    } else if (node.type === "FunctionDeclaration") {
      functions.push(assigned(source, node));
    } else {
      rest.push(parenthesized(source, node));
    }
  }
  return [...imports, ...functions, ...rest].join("\n");
}

/** A declaration holds before all statements, so the assignment is made before them. */
function assigned(
  source: string,
  { start, end, id }: FunctionDeclaration,
): string {
  // Without its name inside: a function may replace itself, and there its own name is constant.
  const before = source.slice(start, id.start).trimEnd();
  return `var ${id.name}=(${before}${source.slice(id.end, end)});`;
}

function parenthesized(source: string, statement: AnyNode): string {
  let text = "";
  let at = statement.start;
  for (const { start, end } of outermost(statement)) {
    text += `${source.slice(at, start)}(${source.slice(start, end)})`;
    at = end;
  }
  return text + source.slice(at, statement.end);
}

/** The function expressions that lie in no other function, in their order. Methods have no parentheses. */
function* outermost(node: AnyNode): Generator<AnyNode> {
  switch (node.type) {
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      yield node;
      return;
    case "FunctionDeclaration":
    case "MethodDefinition":
      return;
    case "Property":
      if (node.method || node.kind !== "init") return;
  }
  const parts = Object.values(node).flat().filter(isNode);
  for (const part of parts.sort((a, b) => a.start - b.start)) {
    yield* outermost(part);
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value &&
    "start" in value;
}
