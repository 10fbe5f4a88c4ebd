import { assertEquals, assertStringIncludes } from "@std/assert";

/** Runs a command as a process of its own, with a line of standard input. */
async function command(
  args: readonly string[],
  env: Record<string, string>,
  input = "",
): Promise<{ code: number; out: string; err: string }> {
  const [file = "", ...rest] = args;
  const path = new URL(`../../../lib/cli/${file}`, import.meta.url).pathname;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", path, ...rest],
    env,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(input));
  await writer.close();
  const { code, stdout, stderr } = await child.output();
  const [out, err] = [stdout, stderr].map((bytes) =>
    new TextDecoder().decode(bytes)
  );
  return { code, out: out ?? "", err: err ?? "" };
}

Deno.test("the commands work over the store that the environment names", async () => {
  const dir = await Deno.makeTempDir();
  const env = { KV_PATH: `${dir}/new/aikagi.kv`, NO_COLOR: "1" };
  try {
    const added = await command(
      ["account.ts", "add", "Ann", "--group", "staff"],
      env,
      "seven green bicycles\n",
    );
    assertEquals(added, { code: 0, out: "Added Ann.\n", err: "" });
    const listed = await command(["account.ts", "list"], env);
    assertEquals(listed.out, "Ann\tenabled\tstaff\n");
    const shown = await command(["policy.ts", "show"], env);
    assertStringIncludes(shown.out, "limits                aikagi\n");
    const without = await command(["account.ts", "add", "Ben"], env);
    assertEquals([without.code, without.out], [1, ""]);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});

Deno.test("the commands say what is wrong with the settings", async () => {
  const { code, err } = await command(["policy.ts", "show"], {
    KV_URL: "nonsense",
  });
  assertEquals(code, 2);
  assertStringIncludes(err, "KV_URL");
});
