/**
 * The budgets of pages on the wire, headers and scripts included (DESIGN,
 * section 8), and what a walk weighs.
 *
 * @module
 */
import type { Walk } from "@/tests/support/journey.ts";
import type { ResetWalk } from "@/tests/support/reset_journey.ts";
import type { Shown } from "@/tests/support/visitor.ts";

/** A weight and its bound, in bytes unless it says otherwise. */
export interface Weight {
  what: string;
  is: number;
  must: number;
  unit: "B" | "requests" | "documents";
}

/** The bounds of pages, in bytes. */
export const BUDGET = {
  /** A page with a cache that is empty: what the first flight of TCP carries. */
  first: 14_600,
  /** Its scripts. */
  script: 9_000,
  /** A later page. */
  later: 5_000,
} as const;

/** Pages without an island. */
const PLAIN = ["sign in", "list", "thanks"] as const;

/** Every weight of a walk with an empty cache; `phone` is a first view of that page alone. */
export function weightsOf(walk: Walk, phone: Shown): Weight[] {
  const { phone: _, ...later } = walk;
  const total = Object.values(walk).reduce((sum, { bytes }) => sum + bytes, 0);
  return [
    weight("phone page, first view", phone.bytes, BUDGET.first),
    weight("phone page, its scripts", phone.script, BUDGET.script),
    ...Object.entries(later)
      .map(([name, { bytes }]) => weight(`${name} page`, bytes, BUDGET.later)),
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

/** Two redirects, the first of which sets a cookie. */
const REDIRECTS = 800;

/** Every weight of a reset by text with an empty cache. */
export function resetWeightsOf(walk: ResetWalk): Weight[] {
  const { who, send, code, password, done } = walk;
  const pages = Object.values(walk);
  const total = pages.reduce((sum, { bytes }) => sum + bytes, 0);
  const { later, script } = BUDGET;
  return [
    weight("reset: who", who.bytes, later),
    weight(
      "reset: where to, and what leads there",
      send.bytes,
      later + REDIRECTS,
    ),
    weight("reset: code", code.bytes, later),
    weight("reset: password", password.bytes - password.script, later),
    weight("reset: password, its scripts", password.script, script),
    weight("reset: done", done.bytes, later),
    ...[who, send, code, done].map((page) =>
      weight(`reset: ${page.path}, its scripts`, page.script, 0)
    ),
    weight("reset by text, everything", total, 32_000),
    {
      what: "reset by text, pages",
      is: pages.length,
      must: 6,
      unit: "documents",
    },
  ];
}

/** A weight in bytes. */
export function weight(what: string, is: number, must: number): Weight {
  return { what, is, must, unit: "B" };
}
