/** The development server as a process of its own, under the watcher that restarts it. */
import { assert, assertEquals } from "@std/assert";
import { freePort } from "@/tests/bench/process.ts";

/** How long the process has for each step, in milliseconds. */
const PATIENCE = 60_000;

Deno.test("SIGTERM stops the development server gracefully, and its watcher with it", async () => {
  const folder = await Deno.makeTempDir();
  const port = freePort();
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "-A",
      "--watch",
      "--no-clear-screen",
      "lib/dev.ts",
    ],
    cwd: new URL("../../", import.meta.url),
    env: { PORT: `${port}`, KV_PATH: `${folder}/dev.kv` },
    stdin: "null",
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const late = AbortSignal.timeout(PATIENCE);
  late.onabort = () => child.kill("SIGKILL");
  let said = "";
  const decoder = new TextDecoder();
  for await (const chunk of child.stdout) {
    const before = said;
    said += decoder.decode(chunk, { stream: true });
    const serves = "Demo accounts";
    if (said.includes(serves) && !before.includes(serves)) {
      const response = await fetch(`http://127.0.0.1:${port}/register`);
      assert((await response.text()).includes("<form"));
      child.kill("SIGTERM");
    }
  }
  const { signal } = await child.status;
  late.onabort = null;
  await Deno.remove(folder, { recursive: true });
  assert(said.includes("sys_shutdown"), said);
  assertEquals(signal, "SIGTERM");
});
