/** One of several processes that set passwords of one account in one file. */
import { openStore } from "@/lib/store/open.ts";
import { openEmbedded } from "@/tests/support/embedded.ts";

/** Opens the file, says so, waits for the end of its input, sets passwords and prints the answers. */
if (import.meta.main) {
  const [path = "", id = "", name = "", count] = Deno.args;
  using kv = await openStore(path);
  const world = await openEmbedded({ passwordHistory: 24 }, kv);
  const print = (line: string) =>
    Deno.stdout.write(new TextEncoder().encode(`${line}\n`));
  await print("ready");
  await Array.fromAsync(Deno.stdin.readable);
  for (let n = 0; n < Number(count); n++) {
    const { setPassword } = world.directory;
    const { kind } = await setPassword(id, `a password of ${name}, ${n}`);
    if (kind !== "set") Deno.exit(1);
  }
}
