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
import { personRef } from "@/lib/store/people.ts";
import type { Ref } from "@/lib/store/record.ts";

/** In milliseconds: longer than any reset lasts. */
const KEEP = 75 * 60_000;

/** In milliseconds: past every limit on wrong proofs. */
const KEEP_DECOY = 40 * 24 * 60 * 60_000;

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
    answered: z.boolean(),
    lane: z.nullable(z.string()),
    unsure: z.boolean(),
  })
);

/** The reset whose token has that digest. */
export function resetRef(digest: string): Ref<Reset> {
  return { key: ["resets", digest], schema: Stored, keep: KEEP };
}

/** The person who is not there: nobody's list of people has them. */
export function decoyRef(account: string): Ref<Person> {
  const { schema, version = 1 } = personRef(account);
  return { key: ["decoys", account], schema, version, keep: KEEP_DECOY };
}
