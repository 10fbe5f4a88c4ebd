/**
 * Bringing a store up to what this version of the program expects.
 *
 * @module
 */
import { commitAtomic, whenUnlocked } from "@/lib/store/commit.ts";
import { NewerStoreError, StoredValueError } from "@/lib/store/errors.ts";
import type { Migration } from "@/lib/store/migrations/migration.ts";

/** The number of the last of `MIGRATIONS`. */
export const LATEST = 5;

/** Outside the codec: every version of the program must be able to read it. */
const SCHEMA: Deno.KvKey = ["meta", "schema"];

/**
 * Runs what the store has not seen yet, of all migrations or `some`, and notes
 * each when it is done. One that was interrupted runs again. Throws
 * {@linkcode NewerStoreError}.
 */
export async function migrate(
  kv: Deno.Kv,
  some?: readonly Migration[],
): Promise<void> {
  const known = some ? some.at(-1)?.id ?? 0 : LATEST;
  const { number } = await readNumber(kv);
  if (number > known) throw new NewerStoreError(number, known);
  if (number === known) return;
  for (const { id, up } of some ?? await all()) {
    if (id <= number) continue;
    await up(kv, warn);
    await note(kv, id);
  }
}

function warn(line: string): void {
  // deno-lint-ignore no-console -- there is no log yet where the store is opened
  console.warn(line);
}

async function all(): Promise<readonly Migration[]> {
  return (await import("@/lib/store/migrations/all.ts")).MIGRATIONS;
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
  const number = value ?? 0;
  if (!isCount(number)) throw new StoredValueError(SCHEMA, ["no whole number"]);
  return { number, versionstamp };
}

/** By hand: the start of a process does without zod. */
function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
