/**
 * Making recovery codes: all ten, or those that were used.
 *
 * @module
 */
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { RECOVERY_CODES, usedCodes } from "@/lib/domain/recovery_code.ts";
import { forgetTallies } from "@/lib/domain/tally.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import {
  type ChangeRefusal,
  isHeld,
  mayChangeSecret,
} from "@/lib/flows/may_change.ts";
import { tellOwner } from "@/lib/flows/tell_owner.ts";
import { drawCodes } from "@/lib/flows/recovery_codes/draw_codes.ts";
import { isEdition } from "@/lib/flows/recovery_codes/edition.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

/** What came of it. */
export type MakeAnswer =
  /** The new codes, thirteen digits each: they are nowhere else, and are shown once. */
  | { kind: "made"; codes: readonly string[] }
  /** The codes are others than those that the page was about: nothing was made. */
  | { kind: "changed" }
  /** None was used, so none is replaced. */
  | { kind: "none" }
  | ChangeRefusal;

/** Makes ten codes. All that were there before stop working in the same commit. */
export async function makeCodes(
  deps: Deps,
  visit: SignedInVisit,
  edition: string,
): Promise<MakeAnswer> {
  return await make(deps, visit, {
    edition,
    count: RECOVERY_CODES,
    put: (who, hashes) => {
      const made = { hashes, confirmedAt: visit.now };
      const anew = forgetTallies(who, "recoveryCodes");
      return { ...anew, recoveryCodes: made };
    },
  });
}

/** Makes a code for each that was used (NIST SP 800-63B-4 §4.2.1.1); the others stay as they are. */
export async function replaceCodes(
  deps: Deps,
  visit: SignedInVisit,
  edition: string,
): Promise<MakeAnswer> {
  const count = usedCodes(visit.person);
  if (count === 0) return { kind: "none" };
  return await make(deps, visit, {
    edition,
    count,
    put: (who, hashes) => fillGaps(who, hashes, visit.now),
  });
}

interface Making {
  /** The codes that the page was about. */
  edition: string;
  /** How many are made. */
  count: number;
  /** The person with the new hashes. */
  put(person: Person, hashes: readonly string[]): Person;
}

/** They are as old as the newest of them: what a stranger has made must not pass for older. */
function fillGaps(
  person: Person,
  hashes: readonly string[],
  now: number,
): Person {
  const { recoveryCodes } = person;
  if (recoveryCodes === null) return person;
  const left = [...hashes];
  const filled = recoveryCodes.hashes.map((hash) =>
    hash ?? left.shift() ?? null
  );
  return { ...person, recoveryCodes: { hashes: filled, confirmedAt: now } };
}

async function make(
  deps: Deps,
  visit: SignedInVisit,
  making: Making,
): Promise<MakeAnswer> {
  const { session, person, entries } = visit;
  const refusal = mayChangeSecret(visit, "recoveryCodes");
  if (refusal !== null) return refusal;
  const { edition, count, put } = making;
  if (!isEdition(deps, person.recoveryCodes, edition)) {
    return { kind: "changed" };
  }
  const drawn = await drawCodes(deps, session.account, count);
  const hashes = drawn.map(({ hash }) => hash);
  const notices = tellOwner(deps, visit, "changed");
  const { result, versionstamp } = await transact(
    deps.kv,
    [entries.person] as const,
    ([entry]): Decision<boolean> => {
      const who = entry.value ?? NEWCOMER;
      const same = !isHeld(who, session) &&
        isEdition(deps, who.recoveryCodes, edition);
      if (!same) return { changes: [], result: false };
      const changed = change(entry, put(who, hashes));
      return { changes: [changed, ...notices.changes], result: true };
    },
  );
  if (!result) return { kind: "changed" };
  notices.sendAfter(versionstamp);
  const { account } = session;
  deps.log("user_updated", { account, method: "recoveryCodes", made: count });
  return { kind: "made", codes: drawn.map(({ code }) => code) };
}
