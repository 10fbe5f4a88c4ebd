/**
 * Whether a typed code is the one of a verification, or of another session's.
 *
 * @module
 */
import { blockedUntil, countFailure } from "@/lib/domain/failures.ts";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { isProof } from "@/lib/domain/purpose.ts";
import { readTally, writeTally } from "@/lib/domain/tally.ts";
import {
  isUsable,
  methodOf,
  type Verification,
} from "@/lib/domain/verification.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import type { SignedInVisit, VisitEntries } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import type { Change } from "@/lib/store/record.ts";
import { verificationsOf } from "@/lib/store/verifications.ts";

/** Whether `code` is the code of the verification. */
export function isCodeOf(
  { keyring }: Deps,
  { digest, purpose, id }: Verification,
  { account, code }: { account: string; code: string },
): boolean {
  return keyring.matches(digest, "code", purpose, id, account, code);
}

/** Counts a code where none waits: the answer to it tells whether it is another session's. */
export function countAstray(
  { now, limits }: SignedInVisit,
  method: "phone" | "email",
  person: VisitEntries["person"],
): {
  changes: Change[];
  answer: { kind: "none" } | { kind: "blocked"; until: number };
} {
  const who = person.value ?? NEWCOMER;
  const tally = { method, lane: "own" } as const;
  const failures = readTally(who, tally, now);
  const until = blockedUntil(failures, now);
  if (until !== null) {
    return { changes: [], answer: { kind: "blocked", until } };
  }
  const counted = countFailure(failures, now, limits);
  const changes = [change(person, writeTally(who, tally, counted))];
  return { changes, answer: { kind: "none" } };
}

/**
 * Where a code that is not right here is that of another live verification of the
 * same person: `elsewhere` where the page is about what it was sent for, `purpose`
 * where not; `null` where it is none. Whoever asks has counted the try.
 */
export async function findElsewhere(
  deps: Deps,
  { session: { account }, verification: own, now }: SignedInVisit,
  { code, method }: { code: string; method: "phone" | "email" },
): Promise<{ kind: "elsewhere" } | { kind: "purpose" } | null> {
  for (const { value } of await verificationsOf(deps.kv, account)) {
    const live = value !== null && value.step === "code" &&
      isUsable(value, now) && value.id !== own?.id;
    if (live && isCodeOf(deps, value, { account, code })) {
      const { purpose } = value;
      const same = own === null
        ? methodOf(purpose) === method && !isProof(purpose)
        : purpose === own.purpose;
      return { kind: same ? "elsewhere" : "purpose" };
    }
  }
  return null;
}
