/**
 * Migration 4: one record for everybody who has a number.
 *
 * @module
 */
import * as z from "zod/mini";
import { commitAtomic, whenUnlocked } from "@/lib/store/commit.ts";
import type { Migration } from "@/lib/store/migrations/migration.ts";

const Before = z.lazy(() => z.object({ v: z.literal(1), value: z.string() }));

const After = z.lazy(() =>
  z.object({ v: z.literal(1), value: z.array(z.string()) })
);

/** Folds the rows of a number, one for each account, into one record of all the accounts. */
export const phoneHolders: Migration = {
  id: 4,
  why:
    "A number had a row for each account that has it; it has one record of them all.",
  async up(kv) {
    const rows = await whenUnlocked(() =>
      Array.fromAsync(kv.list({ prefix: ["people_by_phone"] }))
    );
    for (const { key } of rows) {
      // What has been folded already has two parts.
      if (key.length === 3) await fold(kv, key);
    }
  },
};

/** Moves one row, unless another process has. */
async function fold(kv: Deno.Kv, from: Deno.KvKey): Promise<void> {
  const into = from.slice(0, 2);
  for (;;) {
    const [row, record] = await whenUnlocked(() =>
      kv.getMany<[unknown, unknown]>([from, into])
    );
    const before = Before.safeParse(row.value);
    if (!before.success) return;
    const after = After.safeParse(record.value);
    const ids = new Set(after.success ? after.data.value : []);
    const value = { v: 1, value: [...ids.add(before.data.value)] };
    const moved = await commitAtomic(() =>
      kv.atomic().check(row, record).set(into, value).delete(from)
    );
    if (moved.ok) return;
  }
}
