/**
 * What a name that nobody has seems to have registered. Pure.
 *
 * Everything that somebody can have together comes up among them: what no decoy
 * ever had would tell of a real person.
 *
 * @module
 */
import type { Method } from "@/lib/domain/method.ts";
import { type AccountLevel, mayReset, PROVES } from "@/lib/domain/recovery.ts";

/** What a decoy has: a method twice is two of its kind. */
export type DecoyPlan = readonly Method[];

/** How common it is to have none of each, one, and two: most people have a phone. */
const SHARES: readonly (readonly [method: Method, ...shares: number[]])[] = [
  ["phone", 0.12, 0.76, 0.12],
  ["email", 0.7, 0.3],
  ["totp", 0.85, 0.15],
  ["recoveryCodes", 0.85, 0.15],
  ["passkey", 0.94, 0.06],
  ["officePhone", 0.6, 0.4],
];

/** All that somebody can have, and how common it is. */
const PLANS: readonly (readonly [weight: number, plan: DecoyPlan])[] = SHARES
  .reduce<(readonly [number, DecoyPlan])[]>(
    (plans, [method, ...shares]) =>
      plans.flatMap(([weight, plan]) =>
        shares.map((share, count) => {
          const more = Array.from({ length: count }, () => method);
          return [weight * share, [...plan, ...more]] as const;
        })
      ),
    [[1, []]],
  );

/** What the policy says that decoys depend on. */
export interface DecoyPolicy {
  /** The methods that can be used. */
  readonly methods: readonly Method[];
  /** What must be proved. */
  readonly level: AccountLevel;
  /** What it has in any case; nothing where absent. */
  readonly held?: readonly Method[];
}

/**
 * Draws what a decoy has: what it has in any case, and no more than that where it
 * is enough to get to the end; else enough, where anybody could. `draw` gives a
 * number from 0 to 1 for a label, the same one for the same label.
 */
export function planDecoy(
  { methods, level, held = [] }: DecoyPolicy,
  draw: (label: string) => number,
): DecoyPlan {
  const isEnough = (plan: DecoyPlan) => {
    const proofs = plan.flatMap((method) => PROVES[method] ?? []);
    return mayReset(new Set(proofs), level);
  };
  if (isEnough(held)) return held;
  const allowed = PLANS.filter(([, plan]) =>
    plan.every((method) => methods.includes(method)) &&
    held.every((method) => plan.includes(method))
  );
  const enough = allowed.filter(([, plan]) => isEnough(plan));
  const plan = pick(enough.length > 0 ? enough : allowed, draw("plan"));
  return methods.includes("questions") ? [...plan, "questions"] : plan;
}

/** The plan at that share of all weights; none of none. */
function pick(plans: typeof PLANS, share: number): DecoyPlan {
  const all = plans.reduce((sum, [weight]) => sum + weight, 0);
  let left = share * all;
  for (const [weight, plan] of plans) {
    left -= weight;
    if (left < 0) return plan;
  }
  return [];
}
