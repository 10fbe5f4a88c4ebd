/**
 * Resets under way, each under the digest of its token, and the decoys of names
 * that nobody has.
 *
 * @module
 */
import * as z from "zod/mini";
import type { Person } from "@/lib/domain/person.ts";
import { PROOFS } from "@/lib/domain/recovery.ts";
import type { Reset } from "@/lib/domain/reset.ts";
import { hasAll, KEEP_ALL } from "@/lib/domain/strangers_counts.ts";
import { personRef } from "@/lib/store/people.ts";
import type { Ref } from "@/lib/store/record.ts";

const DAY = 24 * 60 * 60_000;

/** In milliseconds: longer than any reset lasts. */
const KEEP = 75 * 60_000;

/**
 * In milliseconds: past the time for which any preset counts or blocks wrong
 * proofs, so that nobody sees it end.
 */
const KEEP_DECOY = 40 * DAY;

const Stored: z.ZodMiniType<Reset> = z.lazy(() =>
  z.object({
    account: z.string(),
    userName: z.string(),
    groups: z.array(z.string()),
    epoch: z.int().check(z.nonnegative()),
    openedAt: z.int(),
    seenAt: z.int(),
    provedAt: z.int(),
    provedBy: z.literal("password"),
    contact: z.nullable(z.string()),
    skipped: z.boolean(),
    practice: z.array(z.enum(PROOFS)),
    support: z.string(),
    decoy: z.boolean(),
    goal: z.nullable(z.enum(["password", "unlock"])),
    lane: z.nullable(z.string()),
    // Absent from resets of the version before: they are over in an hour.
    block: z._default(z.string(), "all"),
    unsure: z.boolean(),
  })
);

/** The reset whose token has that digest. */
export function resetRef(digest: string): Ref<Reset> {
  return { key: ["resets", digest], schema: Stored, keep: KEEP };
}

/** The person who is not there: nobody's list of people has them. Each use writes it anew. */
export function decoyRef(account: string): Ref<Person> {
  const { schema, version = 1 } = personRef(account);
  const shape = { key: ["decoys", account], schema, version };
  const keepOf = (person: Person) => hasAll(person) ? KEEP_ALL : KEEP_DECOY;
  return { ...shape, keep: KEEP_DECOY, keepOf };
}
