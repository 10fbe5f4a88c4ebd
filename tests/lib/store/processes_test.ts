import { assertEquals } from "@std/assert";
import { openStore } from "@/lib/store/open.ts";
import { hotRef } from "@/tests/lib/store/racer.ts";
import { read } from "@/lib/store/records.ts";

const RACER = new URL("racer.ts", import.meta.url).pathname;
const PROCESSES = 3;
const INCREMENTS = 100;

function start(path: string): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", RACER, path, String(INCREMENTS)],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
}

/** Waits until every process has the store open, so that all of them race. */
async function ready(children: readonly Deno.ChildProcess[]): Promise<void> {
  await Promise.all(children.map(async ({ stdout }) => {
    for await (const bytes of stdout) {
      if (new TextDecoder().decode(bytes).includes("ready")) return;
    }
    throw new Error("A process ended before it was ready");
  }));
}

Deno.test("processes that share one file lose no update", async () => {
  const dir = await Deno.makeTempDir();
  const path = `${dir}/aikagi.kv`;
  const children = Array.from({ length: PROCESSES }, () => start(path));
  const deadline = setTimeout(
    () => children.forEach((each) => each.kill()),
    60_000,
  );
  try {
    await ready(children);
    for (const { stdin } of children) await stdin.close();
    const ends = await Promise.all(children.map(({ status }) => status));
    assertEquals(ends.map(({ code }) => code), children.map(() => 0));
    using kv = await openStore(path);
    const [entry] = await read(kv, [hotRef]);
    assertEquals(entry.value, PROCESSES * INCREMENTS);
  } finally {
    clearTimeout(deadline);
    await Deno.remove(dir, { recursive: true });
  }
});
