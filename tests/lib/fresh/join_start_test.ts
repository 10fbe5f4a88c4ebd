import { assert, assertEquals } from "@std/assert";
import { stop } from "esbuild";
import { type Chunks, joinStart } from "@/lib/fresh/join_start.ts";

/** `a` and `b` are the start's; `late` is imported by it later and shares `b`. */
const CHUNKS: Chunks = new Map([
  ["server.js", {
    text: `import{a}from"./a.js";import{x}from"./b.js";
      const{late}=await import("./late.js");console.log(a(),x.n,late())`,
    imports: ["a.js", "b.js"],
    exports: [],
  }],
  ["a.js", {
    text: `import{x}from"./b.js";console.log("a");
      const n=()=>x.n;export{n as a}`,
    imports: ["b.js"],
    exports: ["a"],
  }],
  ["b.js", {
    text: `console.log("b");const x={n:1};export{x}`,
    imports: [],
    exports: ["x"],
  }],
  ["late.js", {
    text: `import{x}from"./b.js";import{far}from"./far.js";
      const late=()=>++x.n+far;export{late}`,
    imports: ["b.js", "far.js"],
    exports: ["late"],
  }],
  ["far.js", {
    text: `import"node:path";export const far=10`,
    imports: [],
    exports: ["far"],
  }],
]);

Deno.test("joinStart() joins what the entry imports, in its order, once", async () => {
  const files = await joinStart(CHUNKS, "server.js").finally(stop);
  assertEquals([...files.keys()].sort(), [
    "far.js",
    "late.js",
    "server.js",
    "start.js",
  ]);
  const folder = await Deno.makeTempDir();
  for (const [name, text] of files) {
    await Deno.writeTextFile(`${folder}/${name}`, text);
  }
  const run = new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-config", "-A", "server.js"],
    cwd: folder,
  });
  const { stdout } = await run.output();
  assertEquals(new TextDecoder().decode(stdout), "b\na\n1 1 12\n");
  await Deno.remove(folder, { recursive: true });
});

Deno.test("joinStart() gives the same bytes each time", async () => {
  const [once, again] = await Promise.all([
    joinStart(CHUNKS, "server.js"),
    joinStart(CHUNKS, "server.js"),
  ]).finally(stop);
  assertEquals([...once], [...again]);
});

Deno.test("joinStart() leaves files alone that have no such entry", async () => {
  const files = await joinStart(CHUNKS, "account.js");
  assert(!files.has("start.js"));
  assertEquals(files.get("b.js"), CHUNKS.get("b.js")?.text);
});
