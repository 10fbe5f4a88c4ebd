/**
 * Writes `lib/web/sheet.gen.ts`: the rule of every utility class that markup
 * uses. With `--check` it writes nothing and fails where the file is stale or a
 * class has no rule.
 *
 * @module
 */
import { utilities, type Utility } from "@/lib/web/utility_css.ts";

const ROOT = new URL("../../../", import.meta.url);
const TARGET = new URL("lib/web/sheet.gen.ts", ROOT);
const FOLDERS = ["routes", "components", "islands"];

/** A class attribute of JSX or of props: one string, or an expression with strings in it. */
const ATTRIBUTE = /\bclass(?:=|: )(?:"([^"]*)"|\{([^}]*)\})/g;

/** The classes that source code names in class attributes. */
export function classesIn(source: string): string[] {
  const lists = [...source.matchAll(ATTRIBUTE)].flatMap(
    ([, list, expression = ""]) =>
      list === undefined
        ? [...expression.matchAll(/"([^"]*)"/g)].map(([, text = ""]) => text)
        : [list],
  );
  return lists.flatMap((list) => list.split(/\s+/)).filter(Boolean);
}

/** The classes of every file of markup, sorted. */
export async function usedClasses(): Promise<string[]> {
  const found = new Set<string>();
  for (const folder of FOLDERS) {
    for await (const file of markup(new URL(`${folder}/`, ROOT))) {
      for (const name of classesIn(await Deno.readTextFile(file))) {
        found.add(name);
      }
    }
  }
  return [...found].sort();
}

/** The text of the generated file. */
export function sheetSource(rules: readonly Utility[]): string {
  const lines = rules.map(({ name, rule }) => `${name} ${rule}`).join("\n");
  return `/**
 * Written by \`lib/web/tasks/sheet.ts\` from the classes of all markup.
 *
 * @module
 */

/** A class, a space and its rule on each line, in order of precedence. */
export const SHEET: string = String.raw\`
${lines}
\`;
`;
}

async function* markup(folder: URL): AsyncGenerator<URL> {
  for await (const entry of Deno.readDir(folder)) {
    const { name } = entry;
    if (entry.isDirectory) yield* markup(new URL(`${name}/`, folder));
    else if (name.endsWith(".tsx")) yield new URL(name, folder);
  }
}

async function main(): Promise<void> {
  const classes = await usedClasses();
  const rules = utilities(classes);
  const known = new Set(rules.map(({ name }) => name));
  const lost = classes.filter((name) => !known.has(name));
  if (lost.length > 0) {
    throw new Error(`No rule comes from the class ${lost.join(", ")}`);
  }
  const source = sheetSource(rules);
  if (!Deno.args.includes("--check")) {
    await Deno.writeTextFile(TARGET, source);
  } else if (await Deno.readTextFile(TARGET) !== source) {
    throw new Error("lib/web/sheet.gen.ts is stale; write it again");
  }
}

if (import.meta.main) await main();
