/**
 * Migration 5: names that are addresses, found in every spelling of the domain.
 *
 * @module
 */
import * as z from "zod/mini";
import { canonicalName } from "@/lib/store/accounts.ts";
import { commitAtomic, whenUnlocked } from "@/lib/store/commit.ts";
import type { Migration } from "@/lib/store/migrations/migration.ts";

const ROOT = "accounts_by_name";

/** Moves each name to its canonical form, unless another account has that: then it stays, is found by nobody, and is told. */
export const namesOfMail: Migration = {
  id: 5,
  why:
    "A name with a domain in another script was found in one spelling; it is found in all.",
  async up(kv, tell) {
    const rows = await whenUnlocked(() =>
      Array.fromAsync(kv.list({ prefix: [ROOT] }))
    );
    for (const row of rows) {
      const name = canonicalName(String(row.key[1]));
      if (name === row.key[1]) continue;
      const into = { key: [ROOT, name], versionstamp: null };
      // Of several processes that move it, one does.
      const moved = await commitAtomic(() =>
        kv.atomic().check(row, into).set(into.key, row.value).delete(row.key)
      );
      if (!moved.ok) await tellMeeting(kv, [row.key, into.key], tell);
    }
  },
};

const Id = z.lazy(() => z.object({ v: z.literal(1), value: z.string() }));

/** Says where two accounts have one name, by their IDs. */
async function tellMeeting(
  kv: Deno.Kv,
  keys: [Deno.KvKey, Deno.KvKey],
  tell?: (line: string) => void,
): Promise<void> {
  const found = await whenUnlocked(() => kv.getMany<[unknown, unknown]>(keys));
  const [lost, kept] = found.map(({ value }) =>
    Id.safeParse(value).data?.value
  );
  if (!lost || !kept || lost === kept) return;
  tell?.(
    `Two accounts have one name by now: it leads to account ${kept}, and to account ${lost} no more. See “Accounts” in docs/operate.md.`,
  );
}
