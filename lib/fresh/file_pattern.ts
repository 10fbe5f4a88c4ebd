/**
 * The addresses that files of `routes/` have.
 *
 * @module
 */
import { isGroup, isPattern } from "@/lib/fresh/pattern.ts";

/**
 * The pattern of a file's path below `routes/`, without its extension:
 * `(app)/people/[id]` is `/people/:id`. Throws `SyntaxError`.
 */
export function filePattern(file: string): string {
  if (/^[a-z/-]+$/.test(file)) return plainPattern(file);
  const parts = file.split("/");
  if (parts.at(-1) === "index") parts.pop();
  const pattern = parts
    .filter((part) => !isGroup(part))
    .map((part) => partPattern(part, file))
    .join("");
  return pattern === "" ? "/" : pattern;
}

function plainPattern(file: string): string {
  return `/${file}`.replace(/\/index$/, "") || "/";
}

/** The name under which a folder of `routes/` lies in the tree: that of its pattern. */
export function folderName(folder: string): string {
  return isGroup(folder) ? folder : partPattern(folder, folder).slice(1);
}

function partPattern(part: string, file: string): string {
  const rest = /^\[\.\.\.(\w+)\]$/.exec(part)?.[1];
  if (rest) return `/:${rest}*`;
  const optional = /^\[\[(\w+)\]\]$/.exec(part)?.[1];
  if (optional) return `{/:${optional}}?`;
  const literal = part.replace(/\[\w+\]/g, "");
  if (part.includes("][") || /[[\]]/.test(literal) || isPattern(literal)) {
    throw new SyntaxError(`routes/${file}: "${part}" is not a route's name`);
  }
  // Braces end the name where a letter follows.
  return "/" + part.replace(/\[(\w+)\](?=\w)/g, "{:$1}")
    .replace(/\[(\w+)\]/g, ":$1");
}

/** Sorts patterns: what is written out before what is named, and the rest of a path last. */
export function comparePatterns(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const order = rank(left[i]) - rank(right[i]);
    if (order !== 0) return order;
  }
  return a < b ? -1 : 1;
}

/** An optional part has its slash inside its braces. */
function partsOf(pattern: string): string[] {
  return pattern.replaceAll("{/", "/{").split("/");
}

function rank(part: string | undefined): number {
  if (part === undefined) return 4;
  if (part.endsWith("*")) return 5;
  if (part.endsWith("}?")) return 3;
  if (!isPattern(part)) return 0;
  return part.startsWith(":") && !/[^\w:]/.test(part) ? 2 : 1;
}
