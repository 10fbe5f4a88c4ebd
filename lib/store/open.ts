/**
 * Opening the store, ready for use.
 *
 * @module
 */
import { whenUnlocked } from "@/lib/store/commit.ts";
import { migrate } from "@/lib/store/migrations/run.ts";

/** Where Deno looks for the token of a remote store; it takes it in no other way. */
const TOKEN = "DENO_KV_ACCESS_TOKEN";

/**
 * Opens the local file at `place` (made where it is missing), the remote store
 * at its address, `:memory:`, or for `null` the platform's own, and runs the
 * migrations. Throws `NewerStoreError`.
 */
export async function openStore(
  place: string | null,
  token: string | null = null,
): Promise<Deno.Kv> {
  const remote = place !== null && /^https?:\/\//.test(place);
  // deno-lint-ignore house/world -- nothing is read, and openKv() takes no token
  if (remote && token !== null) Deno.env.set(TOKEN, token);
  if (place !== null && !remote && place !== ":memory:") {
    // Nobody else on the machine reads the file.
    Deno.mkdirSync(folderOf(place), { recursive: true, mode: 0o700 });
  }
  const kv = await whenUnlocked(() => Deno.openKv(place ?? undefined));
  try {
    await migrate(kv);
  } catch (error) {
    kv.close();
    throw error;
  }
  return kv;
}

/** `node:path` has it, but loading that takes Deno 2.9 several milliseconds of each start. */
function folderOf(place: string): string {
  return place.replace(/[^/\\]*$/, "") || ".";
}
