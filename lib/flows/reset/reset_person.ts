/**
 * The person of a reset, with what the directory adds.
 *
 * @module
 */
import { METHODS } from "@/lib/domain/method.ts";
import type { Person } from "@/lib/domain/person.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import type { Recoverer } from "@/lib/domain/recovery.ts";
import type { Reset, Run } from "@/lib/domain/reset.ts";
import { policyFor, standingProofs } from "@/lib/domain/reset_gates.ts";
import { laneOf } from "@/lib/domain/lane.ts";
import { stopsOf } from "@/lib/domain/tally.ts";
import { withContact } from "@/lib/flows/directory_contact.ts";
import type { ResetVisit, RunVisit } from "@/lib/flows/reset/reset_visit.ts";
import { type ContactDeps, openContact } from "@/lib/flows/sealed_contact.ts";

/** What the person has, and the policy as it holds for them. */
export function resetPerson(
  deps: ContactDeps,
  { person, policy, session, now }: Pick<
    RunVisit,
    "person" | "policy" | "session" | "now"
  >,
): { person: Recoverer; policy: Policy } {
  const contact = openContact(deps, session.contact);
  const whole = withContact(deps, person, { contact, policy });
  return {
    person: { ...whole, failures: failuresIn(person, session, now) },
    policy: policyFor(policy, session.groups),
  };
}

/** The wrong proofs that stop this run, by method. Questions come after a proof: theirs are the same everywhere. */
export function failuresIn(
  person: Person,
  run: Pick<Run, "lane" | "block">,
  now: number,
): Person["failures"] {
  return Object.fromEntries(METHODS.map((method) => {
    const lane = method === "questions" ? "own" : laneOf(run);
    return [method, stopsOf(person, { method, lane }, now)];
  }));
}

/** The reset of the visit with the proofs that still count. */
export function standingReset(
  deps: ContactDeps,
  visit: Pick<ResetVisit, "person" | "policy" | "session" | "now">,
): Reset {
  const { session, now } = visit;
  if (session.practice.length === 0) return session;
  const { person, policy } = resetPerson(deps, visit);
  const at = { methods: policy.methods, now };
  return { ...session, practice: standingProofs(session, person, at) };
}
