import { assert, assertEquals } from "@std/assert";
import { findAccount } from "@/lib/store/accounts.ts";
import { openStore } from "@/lib/store/open.ts";
import { FIRST, openEmbedded } from "@/tests/support/embedded.ts";

const RACER = new URL("password_racer.ts", import.meta.url).pathname;
const NAMES = ["one", "two"] as const;
const EACH = 8;

function start(path: string, id: string, name: string): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", RACER, path, id, name, String(EACH)],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
}

async function ready({ stdout }: Deno.ChildProcess): Promise<void> {
  for await (const bytes of stdout) {
    if (new TextDecoder().decode(bytes).includes("ready")) return;
  }
  throw new Error("A process ended before it was ready");
}

Deno.test("of two processes that set passwords of one account, none loses the other's from the history", async () => {
  const dir = await Deno.makeTempDir();
  const path = `${dir}/aikagi.kv`;
  using kv = await openStore(path);
  using world = await openEmbedded({ passwordHistory: 24 }, kv);
  const id = await world.add("ann");
  const children = NAMES.map((name) => start(path, id, name));
  const deadline = setTimeout(
    () => children.forEach((each) => each.kill()),
    60_000,
  );
  try {
    await Promise.all(children.map(ready));
    for (const { stdin } of children) await stdin.close();
    const ends = await Promise.all(children.map(({ status }) => status));
    assertEquals(ends.map(({ code }) => code), [0, 0]);
    const account = await findAccount(kv, "ann");
    assert(account !== null);
    const all = [account.passwordHash, ...account.history];
    assertEquals(new Set(all).size, NAMES.length * EACH + 1);
    assert(await world.hasher.verify(FIRST, all.at(-1) ?? null));
    const [again] = NAMES.map((name) => `a password of ${name}, 0`);
    const answer = await world.directory.setPassword(id, `${again}`);
    assertEquals(answer, { kind: "history" });
  } finally {
    clearTimeout(deadline);
    await Deno.remove(dir, { recursive: true });
  }
});
