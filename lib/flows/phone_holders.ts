/**
 * Which accounts have a number. All of them stand in one record, which every
 * change reads and checks, so that a cap per number holds for any number at once.
 *
 * @module
 */
import type { Policy } from "@/lib/domain/policy.ts";
import { change } from "@/lib/store/entries.ts";
import { phoneHoldersRef } from "@/lib/store/people.ts";
import type {
  Change,
  Decision,
  Entry,
  Ref,
  Transacted,
} from "@/lib/store/record.ts";
import { read, transact } from "@/lib/store/records.ts";

/** Who has the numbers that a decision is about: one entry for each index. */
export type Holders = readonly Entry<readonly string[]>[];

/** That a decision has to know who has the numbers of these indexes, too. */
export interface Lacking {
  /** Always this. */
  kind: "lacking";
  /** The blind indexes. */
  indexes: readonly string[];
}

/** An account takes a number. */
export interface Move {
  /** The directory's account ID. */
  account: string;
  /** The number that it takes, by the index under each key, newest first. */
  into: readonly string[];
  /** The indexes of the numbers that it leaves for it. */
  outOf: readonly string[];
  /** How many accounts may have one. */
  cap: number;
}

/** The changes of the records, or which of them are lacking. */
export type Moved = { kind: "moved"; changes: Change[] } | Lacking;

/** As many account IDs of 60 characters as a value of Deno KV (64 KiB) has room for. */
const MOST_HOLDERS = 1000;

/** How many accounts may have one number. */
export function capOf({ accountsPerNumber }: Policy): number {
  return accountsPerNumber === 0 ? MOST_HOLDERS : accountsPerNumber;
}

/** Whether so many other accounts have a number that this one cannot; who has it keeps it. */
export function isTaken(
  holders: Holders,
  account: string,
  cap: number,
): boolean {
  const ids = new Set(holders.flatMap(({ value }) => value ?? []));
  return !ids.has(account) && ids.size >= cap;
}

/** Gives an account a number in place of others, where the cap lets it. */
export function takeNumber(
  holders: Holders,
  { account, into, outOf, cap }: Move,
): Moved | { kind: "taken" } {
  const own = holders.filter(({ ref }) => into.includes(indexAt(ref)));
  return isTaken(own, account, cap)
    ? { kind: "taken" }
    : move(holders, account, { into, outOf });
}

/** Takes numbers away from an account. */
export function leaveNumbers(
  holders: Holders,
  account: string,
  outOf: readonly string[],
): Moved {
  return move(holders, account, { into: [], outOf });
}

function move(
  holders: Holders,
  account: string,
  { into, outOf }: Pick<Move, "into" | "outOf">,
): Moved {
  const indexes = [...new Set([...into, ...outOf])];
  const known = holders.map(({ ref }) => indexAt(ref));
  const lacking = indexes.filter((index) => !known.includes(index));
  if (lacking.length > 0) return { kind: "lacking", indexes: lacking };
  // Those that stay as they are counted as well: the change is their check.
  const changes = holders
    .filter(({ ref }) => indexes.includes(indexAt(ref)))
    .map((entry) => {
      const others = (entry.value ?? []).filter((id) => id !== account);
      const takes = indexAt(entry.ref) === into[0];
      const ids = takes ? [...others, account] : others;
      return change(entry, ids.length > 0 ? ids : null);
    });
  return { kind: "moved", changes };
}

function indexAt({ key }: Ref<unknown>): string {
  return String(key.at(-1));
}

/**
 * Like `transact()`, for decisions that move an account between numbers. It
 * begins with `holders`, which may be a guess, and reads those that are lacking.
 */
export async function transactHolders<
  const Found extends readonly Entry<unknown>[],
  Result extends { kind: string },
>(
  kv: Deno.Kv,
  { entries, holders }: { entries: Found; holders: Holders },
  decide: (found: Found, holders: Holders) => Decision<Result | Lacking>,
): Promise<Transacted<Result>> {
  let found: readonly Entry<unknown>[] = [...entries, ...holders];
  // Each further round knows a number more that the person has had meanwhile.
  for (;;) {
    const { result, versionstamp } = await transact(kv, found, (now) => {
      // The same refs in the same order, so the same types.
      const own = now.slice(0, entries.length) as unknown as Found;
      return decide(own, now.slice(entries.length) as Holders);
    });
    if (!isLacking(result)) return { result, versionstamp };
    const refs = found.map(({ ref }) => ref);
    found = await read(kv, [
      ...refs,
      ...result.indexes.map(phoneHoldersRef),
    ]);
  }
}

function isLacking(result: { kind: string }): result is Lacking {
  return result.kind === "lacking";
}
