import { assertEquals } from "@std/assert";
import { lateImports } from "@/lib/fresh/late_imports.ts";

Deno.test("lateImports() hides the chunks that are imported later", () => {
  assertEquals(
    lateImports(
      'a=()=>import("./chunk-A1B2.js"),b=()=>import("./chunk-C3.js")',
    ),
    'a=()=>import((0,"./chunk-A1B2.js")),b=()=>import((0,"./chunk-C3.js"))',
  );
});

Deno.test("lateImports() leaves alone what must be there at the start", () => {
  for (
    const source of [
      'import{a}from"./chunk-A1B2.js";',
      'await import("node:stream")',
      'reimport("./chunk-A1B2.js")',
    ]
  ) {
    assertEquals(lateImports(source), source);
  }
});

Deno.test("lateImports() hides them from Deno, and they work", async () => {
  const folder = await Deno.makeTempDir();
  const late = 'console.log("late")';
  await Deno.writeTextFile(`${folder}/chunk-A1.js`, late);
  const run = lateImports('await import("./chunk-A1.js")');
  await Deno.writeTextFile(`${folder}/main.js`, run);
  const deno = async (...args: string[]) => {
    const command = new Deno.Command(Deno.execPath(), { args, cwd: folder });
    return new TextDecoder().decode((await command.output()).stdout);
  };
  assertEquals((await deno("run", "-A", "main.js")).trim(), "late");
  const { modules } = JSON.parse(await deno("info", "--json", "main.js"));
  assertEquals(modules.length, 1);
  await Deno.remove(folder, { recursive: true });
});
