/**
 * Bringing a store up to what this version of the program expects.
 *
 * @module
 */
import * as z from "zod/mini";
import { commitAtomic, whenUnlocked } from "@/lib/store/commit.ts";
import { NewerStoreError, StoredValueError } from "@/lib/store/errors.ts";
import { schemaNumber } from "@/lib/store/migrations/m0001_schema_number.ts";
import type { Migration } from "@/lib/store/migrations/migration.ts";

/** Every migration in its order. Entries are added at the end and never taken out. */
export const MIGRATIONS: readonly Migration[] = [schemaNumber];

/** Outside the codec: every version of the program must be able to read it. */
const SCHEMA: Deno.KvKey = ["meta", "schema"];

const SchemaNumber = z.int().check(z.nonnegative());

/**
 * Runs what the store has not seen yet, and notes each when it is done. One
 * that was interrupted runs again. Throws {@linkcode NewerStoreError}.
 */
export async function migrate(
  kv: Deno.Kv,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  const known = migrations.at(-1)?.id ?? 0;
  const { number } = await readNumber(kv);
  if (number > known) throw new NewerStoreError(number, known);
  for (const { id, up } of migrations) {
    if (id <= number) continue;
    await up(kv);
    await note(kv, id);
  }
}

/** Another process that starts at the same time may have noted it, or a later one. */
async function note(kv: Deno.Kv, id: number): Promise<void> {
  for (;;) {
    const { number, versionstamp } = await readNumber(kv);
    if (number >= id) return;
    const noted = await commitAtomic(() =>
      kv.atomic().check({ key: SCHEMA, versionstamp }).set(SCHEMA, id)
    );
    if (noted.ok) return;
  }
}

async function readNumber(
  kv: Deno.Kv,
): Promise<{ number: number; versionstamp: string | null }> {
  const { value, versionstamp } = await whenUnlocked(() => kv.get(SCHEMA));
  const parsed = SchemaNumber.safeParse(value ?? 0);
  if (!parsed.success) throw new StoredValueError(SCHEMA, ["no whole number"]);
  return { number: parsed.data, versionstamp };
}
