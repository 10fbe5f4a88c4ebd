/**
 * A practice run: the steps of a reset up to the new password, which changes nothing.
 *
 * @module
 */
import { NEWCOMER } from "@/lib/domain/person.ts";
import {
  levelOf,
  mayReset,
  type Proof,
  proofsOf,
  type Recoverer,
} from "@/lib/domain/recovery.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { withContact } from "@/lib/flows/directory_contact.ts";
import { type ContactDeps, openContact } from "@/lib/flows/sealed_contact.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

/** A step of the run, by what is typed or used. */
export type PracticeWay = "send" | "totp" | "recoveryCode" | "passkey";

/** The step of each proof; answers to questions lead nowhere by themselves. */
const WAYS: Readonly<Record<Proof, PracticeWay | null>> = {
  passkey: "passkey",
  passkeyUnverified: "passkey",
  totp: "totp",
  recoveryCode: "recoveryCode",
  sms: "send",
  voice: "send",
  email: "send",
  questions: null,
};

/** The steps that this person can still take, strongest first. */
export function practiceWays(
  deps: ContactDeps,
  visit: SignedInVisit,
): readonly PracticeWay[] {
  const { policy, session, now } = visit;
  const taken = session.practice.map((proof) => WAYS[proof]);
  const held = proofsOf(practicePerson(deps, visit), policy, now);
  const order = ["passkey", "totp", "recoveryCode", "send"] as const;
  return order.filter((way) =>
    !taken.includes(way) && [...held].some((proof) => WAYS[proof] === way)
  );
}

/** The person with what the directory has, where that counts. */
export function practicePerson(
  deps: ContactDeps,
  { person, policy, session }: SignedInVisit,
): Recoverer {
  const contact = openContact(deps, session.contact);
  return withContact(deps, person, { contact, policy });
}

/** Whether more is to be proved, or the run is done. */
export type Practised = "more" | "done";

/** Notes what was proved; once it would be enough, the run is done and the person has practised. */
export async function notePractice(
  deps: Deps,
  { entries, session: { account }, policy, now }: SignedInVisit,
  proof: Proof,
): Promise<Practised> {
  const { result } = await transact(
    deps.kv,
    [entries.session, entries.person] as const,
    ([session, person]): Decision<Practised> => {
      if (session.value === null) return { changes: [], result: "more" };
      const proofs = new Set([...session.value.practice, proof]);
      if (!mayReset(proofs, levelOf(policy))) {
        const next = { ...session.value, practice: [...proofs] };
        return { changes: [change(session, next)], result: "more" };
      }
      const who = person.value ?? NEWCOMER;
      return {
        changes: [
          change(session, { ...session.value, practice: [] }),
          change(person, { ...who, practisedAt: now }),
        ],
        result: "done",
      };
    },
  );
  if (result === "done") deps.log("recovery_practised", { account });
  return result;
}
