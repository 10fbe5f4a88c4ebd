/** The commands as a container has them: bundled, without sources and packages. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { stop } from "esbuild";
import { bundleServer } from "@/lib/fresh/bundle_server.ts";
import { readImportMap } from "@/lib/fresh/import_map.ts";

Deno.test("bundled, the commands add accounts, set the policy and make keys", async () => {
  const root = new URL("../../../", import.meta.url);
  const map = await readImportMap(root);
  const entries = {
    account: "./lib/cli/account.ts",
    "api_key": "./lib/cli/api_key.ts",
    policy: "./lib/cli/policy.ts",
  };
  const files = await bundleServer({ root, entries, map }).finally(stop);
  const dir = await Deno.makeTempDir();
  try {
    for (const [name, body] of files) {
      await Deno.writeFile(`${dir}/${name}`, body);
    }
    const run = runner(dir);
    const added = await run(
      "account.js",
      "add",
      "ann",
      "--mobile",
      "+819012345678",
    );
    assertEquals(added, "Added ann.\n");
    assertEquals(await run("account.js", "list"), "ann\tenabled\n");
    await run("policy.js", "set", "methods", "phone,totp");
    assertStringIncludes(await run("policy.js", "show"), " phone,totp\n");
    assertStringIncludes(await run("api_key.js", "add", "portal"), "aikagi_");
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});

/** Runs commands of that folder with a password on standard input; what they say. */
function runner(dir: string) {
  return async (file: string, ...args: string[]): Promise<string> => {
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--no-config", "--unstable-kv", file, ...args],
      cwd: dir,
      env: { KV_PATH: `${dir}/aikagi.kv` },
      stdin: "piped",
      stdout: "piped",
      stderr: "null",
    }).spawn();
    const writer = child.stdin.getWriter();
    // Commands that ask for nothing end without reading it.
    await writer.write(new TextEncoder().encode("seven green bicycles\n"))
      .catch(() => {});
    await writer.close().catch(() => {});
    const { stdout } = await child.output();
    return new TextDecoder().decode(stdout);
  };
}
