/** The tree's own order: its folders, its names, and what no file says. */
import { assertEquals } from "@std/assert";
import { SETTINGS } from "@/lib/config.ts";
import { files, modules, text } from "@/tests/house/tree.ts";

/** DESIGN's list of what stands at the top. */
const TOP = [
  ".ci",
  ".dockerignore",
  ".env.example",
  ".gitignore",
  "Dockerfile",
  "LICENSE",
  "README.md",
  "components",
  "deno.json",
  "deno.lock",
  "docs",
  "fresh.gen.ts",
  "islands",
  "lib",
  "main.ts",
  "routes",
  "static",
  "tests",
];

/** What the world outside must not learn, or cannot use. Written so that this file passes. */
const FORBIDDEN: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["a path of one machine", /\/(work|home|root|Users)\/[a-z]/],
  ["a registry's host", /\b(registry\.npm|npmjs\.or|deb\.debian|jsr\.i)[go]*/],
  ["a source besides npm", /(from|import\()\s*"(jsr:|https?:)/],
  ["unfinished work", /\b(TO[D]O|FIX[M]E|X[X]X)\b/],
];

const BINARY = /\.(png|jpg|webp|ico|woff2?|ttf|br|gz)$/;

/** Lines of a text that hold a pattern, each with its place. */
function linesWith(pattern: RegExp, path: string): string[] {
  return text(path).split("\n").flatMap((line, i) =>
    pattern.test(line) ? [`${path}:${i + 1} ${line.trim()}`] : []
  );
}

Deno.test("the top level holds what the design lists", () => {
  const top = new Set(files().map((path) => path.split("/")[0] ?? ""));
  assertEquals([...top].filter((name) => !TOP.includes(name)), []);
});

Deno.test("files are named in snake_case, components in PascalCase, routes after their URL", () => {
  const wrong = modules().filter((path) => {
    const name = path.split("/").at(-1) ?? "";
    if (/(^|\/site\/)(components|islands)\/.*\.tsx$/.test(path)) {
      return !/^[A-Z][A-Za-z0-9]*\.tsx$/.test(name);
    }
    if (/(^|\/site\/)routes\//.test(path)) {
      return !/^(_?[a-z0-9.-]+|\[[.a-z]+\])\.tsx?$/.test(name);
    }
    return !/^(m\d{4}_)?[a-z0-9]+(_[a-z0-9]+)*\.tsx?$/.test(name);
  });
  assertEquals(wrong, []);
});

Deno.test("no file or folder is called utils", () => {
  assertEquals(
    files().filter((path) => /(^|\/)(utils?|helpers?|misc)(\.|\/)/.test(path)),
    [],
  );
});

Deno.test("each module of lib says what it is first", () => {
  const heads = modules().filter((path) => path.startsWith("lib/"))
    .filter((path) =>
      !/^\/\*\*(?:(?!\*\/)[^])*@module\s*\*\//.test(text(path))
    );
  assertEquals(heads, []);
});

Deno.test.each(FORBIDDEN)("no file holds %s", (_name, pattern) => {
  const read = files().filter((path) =>
    !BINARY.test(path) && path !== "deno.lock"
  );
  assertEquals(read.flatMap((path) => linesWith(pattern, path)), []);
});

Deno.test("the README names only tasks that exist", () => {
  const { tasks } = JSON.parse(text("deno.json")) as {
    tasks: Record<string, unknown>;
  };
  const named = [...text("README.md").matchAll(/deno task ([a-z-]+)/g)].map((
    [, name],
  ) => name);
  assertEquals(
    named.filter((name) => name !== undefined && !(name in tasks)),
    [],
  );
});

Deno.test("each command of the operator is built for where the sources are not", () => {
  const { tasks } = JSON.parse(text("deno.json")) as {
    tasks: Record<string, { command: string }>;
  };
  const named = (command: string) =>
    [...command.matchAll(/lib\/cli\/\w+\.ts/g)].map(([path]) => path);
  const { build, ...others } = tasks;
  const run = Object.values(others).flatMap(({ command }) => named(command));
  assertEquals(named(build?.command ?? "").sort(), run.sort());
});

Deno.test("each link of the documents leads to a file", () => {
  const all = files();
  const broken = all.filter((path) => path.endsWith(".md")).flatMap((path) =>
    [...text(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)]
      .map(([, link]) =>
        new URL(link ?? "", `file:///${path}`).pathname.slice(1)
      )
      .filter((target) =>
        !all.some((each) => each === target || each.startsWith(`${target}/`))
      )
      .map((target) => `${path} -> ${target}`)
  );
  assertEquals(broken, []);
});

Deno.test("the Dockerfile permits the settings that the server's task permits", () => {
  const { permissions } = JSON.parse(text("deno.json")) as {
    permissions: { serve: { env: string[] } };
  };
  const [, permitted] = /--allow-env=([\w*,]+)/.exec(text("Dockerfile")) ?? [];
  assertEquals(permitted?.split(","), permissions.serve.env);
});

Deno.test("each setting can be read by the server and is explained in .env.example", () => {
  const { permissions } = JSON.parse(text("deno.json")) as {
    permissions: { serve: { env: string[] } };
  };
  const permitted = (name: string) =>
    permissions.serve.env.some((each) =>
      each.endsWith("*") ? name.startsWith(each.slice(0, -1)) : each === name
    );
  const explained = [...text(".env.example").matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)]
    .map(([, name]) => name);
  assertEquals(SETTINGS.filter((name) => !permitted(name)), []);
  assertEquals(new Set(explained), new Set(SETTINGS));
});
