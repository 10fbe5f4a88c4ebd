/**
 * Whether what a person has set up would let them back in, and what is missing.
 *
 * @module
 */
import { blockedUntil } from "@/lib/domain/failures.ts";
import type { Method } from "@/lib/domain/method.ts";
import { failuresOf } from "@/lib/domain/person.ts";
import {
  isThrough,
  levelOf,
  mayReset,
  type Proof,
  proofsOf,
  PROVES,
  type Recoverer,
  type RecoveryPolicy,
} from "@/lib/domain/recovery.ts";

/** Whether recovery would work, and what is missing where it would not. */
export type RecoveryCheck =
  | { ok: true }
  /** The person, or somebody, has said "this was not me". */
  | { ok: false; missing: { kind: "frozen" } }
  /** The questions are asked as well, and after too many wrong answers none is taken. */
  | { ok: false; missing: { kind: "questions" } }
  /** Any one of these sets of methods would be enough; none where the policy has no way at all. */
  | {
    ok: false;
    missing: { kind: "methods"; oneOf: readonly (readonly Method[])[] };
  };

/**
 * Whether the person could reset a forgotten password at `now` (epoch
 * milliseconds) with what is set up, allowed and not blocked: by the same rule as
 * a reset.
 */
export function recoveryCheck(
  person: Recoverer,
  policy: RecoveryPolicy,
  now: number,
): RecoveryCheck {
  if (person.frozenAt !== null) {
    return { ok: false, missing: { kind: "frozen" } };
  }
  const proofs = proofsOf(person, policy, now);
  if (isThrough(proofs, person, policy)) return { ok: true };
  if (mayReset(proofs, levelOf(policy))) {
    return { ok: false, missing: { kind: "questions" } };
  }
  const open = policy.methods.filter((method) =>
    blockedUntil(failuresOf(person, method), now) === null
  );
  const enough = (more: readonly Proof[]) =>
    isThrough(new Set([...proofs, ...more]), person, policy);
  const oneOf = additions(proofs, open, enough);
  return { ok: false, missing: { kind: "methods", oneOf } };
}

/** Whether all the methods of a policy together could reset a password. */
export function couldReset(policy: RecoveryPolicy): boolean {
  const proofs = policy.methods.flatMap((method) => PROVES[method] ?? []);
  return mayReset(new Set(proofs), levelOf(policy));
}

/** The smallest sets of those methods that would be enough beside `proofs`. */
function additions(
  proofs: ReadonlySet<Proof>,
  methods: readonly Method[],
  enough: (more: readonly Proof[]) => boolean,
): readonly (readonly Method[])[] {
  const more = methods.flatMap((method) => {
    const proof = PROVES[method];
    // What the administrator fills in is not the person's to add.
    const own = proof !== undefined && method !== "officePhone";
    return own && !proofs.has(proof) ? [{ method, proof }] : [];
  });
  const helps = (set: typeof more) => enough(set.map(({ proof }) => proof));
  const ones = more.map((one) => [one]).filter(helps);
  const twos = more.flatMap((one, i) =>
    more.slice(i + 1).map((other) => [one, other])
  ).filter(helps);
  return (ones.length > 0 ? ones : twos)
    .map((set) => set.map(({ method }) => method));
}
