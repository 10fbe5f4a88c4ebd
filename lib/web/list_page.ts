/**
 * What the list page says.
 *
 * @module
 */
import { visitStanding } from "@/lib/flows/standing.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import { type AdviceWords, adviceWords } from "@/lib/web/after_setup.ts";
import { type CheckWords, checkWords } from "@/lib/web/recovery_words.ts";
import { allRows } from "@/lib/web/rows/all_rows.ts";
import type { MethodRow } from "@/lib/web/rows/method_row.ts";
import type { State } from "@/lib/web/state.ts";

/** The list page's parts. */
export interface ListPage {
  /** Says them. */
  t: Translate;
  /** One row or more for each method. */
  rows: readonly MethodRow[];
  /** How many methods the policy asks for. */
  required: number;
  /** How many more are needed. */
  missing: number;
  /** Whether the person would get back in today. */
  check: CheckWords;
  /** When the practice run was last finished, in epoch milliseconds. */
  practisedAt: number | null;
  /** What is recommended; `null` for nothing. */
  advice: AdviceWords | null;
  /** The host of the application that the person came from; `null` where from none. */
  back: string | null;
  /** Whether somebody has said "this was not me". */
  frozen: boolean;
}

/** Puts the list page together. */
export function listPage(
  { t, deps }: Pick<State, "t" | "deps">,
  visit: SignedInVisit,
  { advice, back }: { advice: boolean; back: string | null },
): ListPage {
  const standing = visitStanding(deps, visit);
  const { policy, person } = visit;
  return {
    t,
    rows: allRows(deps, visit, t),
    required: policy.required,
    missing: standing.missing,
    check: checkWords(t, standing),
    practisedAt: person.practisedAt,
    advice: advice ? adviceWords(t, standing, visit) : null,
    back,
    frozen: person.frozenAt !== null,
  };
}
