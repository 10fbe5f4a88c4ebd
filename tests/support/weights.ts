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

/** Every weight of a walk with an empty cache; `phone` is a first view of that page alone. */
export function weightsOf(walk: Walk, phone: Shown): Weight[] {
  const shown = Object.entries(walk);
  const later = shown.filter(([name]) => name !== "phone");
  const total = shown.reduce((sum, [, { bytes }]) => sum + bytes, 0);
  return [
    {
      what: "phone page, first view",
      is: phone.bytes,
      must: 14_600,
      unit: "B",
    },
    {
      what: "phone page, its scripts",
      is: phone.script,
      must: 9_000,
      unit: "B",
    },
    {
      what: "phone page, requests until usable",
      is: phone.requests,
      must: 1,
      unit: "requests",
    },
    ...later.map(([name, { bytes }]): Weight => ({
      what: `${name} page`,
      is: bytes,
      must: 5_000,
      unit: "B",
    })),
    ...["sign in", "list", "thanks"].map((name): Weight => ({
      what: `${name} page, its scripts`,
      is: walk[name as keyof Walk].script,
      must: 0,
      unit: "B",
    })),
    {
      what: "sign-in to thanks, everything",
      is: total,
      must: 32_000,
      unit: "B",
    },
  ];
}
