/**
 * Prepares what the tests drive: the browser from npm, and on a Debian where
 * we may install, its packages. Run by `deno task test`; quick when all is there.
 *
 * @module
 */
import { prepareChromium } from "@/tests/e2e/support/chromium.ts";
import { missingTools, packagesOf, TOOLS } from "@/tests/support/tools.ts";

/** Long enough for a slow mirror, and an end. */
const APT_MINUTES = 5;

async function run(command: string, args: readonly string[]): Promise<boolean> {
  const { success } = await new Deno.Command(command, {
    args: [...args],
    env: { DEBIAN_FRONTEND: "noninteractive" },
    stdin: "null",
    stdout: "null",
    stderr: "inherit",
    signal: AbortSignal.timeout(APT_MINUTES * 60_000),
  }).output().catch(() => ({ success: false }));
  return success;
}

async function prepareTools(): Promise<void> {
  const missing = missingTools(Object.keys(TOOLS));
  if (missing.length === 0) return;
  if (Deno.uid() === 0 && missingTools(["apt-get"]).length === 0) {
    await run("apt-get", ["update", "-qq"]);
    // A machine that has another mail server keeps it.
    const options = [
      "install",
      "-qq",
      "--no-install-recommends",
      "--no-remove",
    ];
    if (await run("apt-get", [...options, ...packagesOf(missing)])) return;
  }
  // deno-lint-ignore no-console -- said to whoever runs the tests
  console.warn(
    `Not here, and not to be installed: ${
      missing.join(", ")
    }. Their tests are skipped.`,
  );
}

await Promise.all([prepareChromium(), prepareTools()]);
