/**
 * The budgets of pages on the wire, headers and scripts included (DESIGN,
 * section 8), and what a walk weighs.
 *
 * @module
 */
import type { Walk } from "@/tests/support/journey.ts";
import type { Shown } from "@/tests/support/visitor.ts";

/** A weight and its bound, in bytes unless it says otherwise. */
export interface Weight {
  what: string;
  is: number;
  must: number;
  unit: "B" | "requests";
}

/** Pages without an island. */
const PLAIN = ["sign in", "list", "thanks"] as const;

/** Every weight of a walk with an empty cache; `phone` is a first view of that page alone. */
export function weightsOf(walk: Walk, phone: Shown): Weight[] {
  const { phone: _, ...later } = walk;
  const total = Object.values(walk).reduce((sum, { bytes }) => sum + bytes, 0);
  return [
    weight("phone page, first view", phone.bytes, 14_600),
    weight("phone page, its scripts", phone.script, 9_000),
    ...Object.entries(later)
      .map(([name, { bytes }]) => weight(`${name} page`, bytes, 5_000)),
    ...PLAIN
      .map((name) => weight(`${name} page, its scripts`, walk[name].script, 0)),
    weight("sign-in to thanks, everything", total, 32_000),
    {
      what: "phone page until usable",
      is: phone.requests,
      must: 1,
      unit: "requests",
    },
  ];
}

function weight(what: string, is: number, must: number): Weight {
  return { what, is, must, unit: "B" };
}
