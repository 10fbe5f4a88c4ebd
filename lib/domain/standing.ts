/**
 * How far a person is with registering: what the list, the answer to other
 * applications and the API all say.
 *
 * @module
 */
import type { Method } from "@/lib/domain/method.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import type { Recoverer } from "@/lib/domain/recovery.ts";
import {
  type RecoveryCheck,
  recoveryCheck,
} from "@/lib/domain/recovery_check.ts";

/** Where a person stands. */
export interface Standing {
  /** The methods of the policy that the person has. */
  done: readonly Method[];
  /** How many more are needed; 0 where the person is registered. */
  missing: number;
  /** Whether there are as many as the policy asks for, and together they can reset a password. */
  registered: boolean;
  /** Whether they would do so now. */
  recovery: RecoveryCheck;
}

/** Where the person stands at `now` (epoch milliseconds). */
export function standingOf(
  person: Recoverer,
  policy: Policy,
  now: number,
): Standing {
  const done = heldMethods(person)
    .filter((method) => policy.methods.includes(method));
  // A freeze and a wait pass: they take nothing away that is registered.
  const calm = { ...person, frozenAt: null, failures: {} };
  const able = recoveryCheck(calm, policy, now);
  const missing = Math.max(policy.required - done.length, shortOf(able));
  return {
    done,
    missing,
    registered: missing === 0,
    recovery: recoveryCheck(person, policy, now),
  };
}

/** What the person has, whatever the policy has. */
export function heldMethods(person: Recoverer): readonly Method[] {
  const { phones, email, totp, passkeys, recoveryCodes, questions } = person;
  const held: readonly [Method, boolean][] = [
    ["questions", questions !== null],
    ["officePhone", person.officePhone ?? false],
    ["phone", phones.length > 0],
    ["email", email !== null],
    ["recoveryCodes", recoveryCodes !== null],
    ["totp", totp !== null],
    ["passkey", passkeys.length > 0],
  ];
  return held.filter(([, has]) => has).map(([method]) => method);
}

/** How many methods the shortest way to a reset still lacks. */
function shortOf(check: RecoveryCheck): number {
  if (check.ok) return 0;
  const { missing } = check;
  const sets = missing.kind === "methods" ? missing.oneOf : [];
  return sets.length === 0 ? 1 : Math.min(...sets.map((set) => set.length));
}
