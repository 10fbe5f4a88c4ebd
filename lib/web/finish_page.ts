/**
 * The last step of a reset: what both of its pages do, and what they say where
 * it was not taken.
 *
 * @module
 */
import type { ResetGoal } from "@/lib/domain/reset.ts";
import {
  type FinishAnswer,
  finishReset,
} from "@/lib/flows/reset/finish_reset.ts";
import type { ResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import { codedErrors } from "@/lib/web/new_password.ts";
import { noteOutcome, outcomeWords } from "@/lib/web/outcome.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { setFinished } from "@/lib/web/reset_cookie.ts";
import { resetPlace } from "@/lib/web/reset_page.ts";
import { nextPage } from "@/lib/web/reset_steps.ts";
import type { State } from "@/lib/web/state.ts";

/** The answers that leave the person on the page. */
type NotDone = Exclude<FinishAnswer, { kind: "done" | "unproved" }>;

/** What is wrong, by field, and the status of the page. */
export interface Unfinished {
  /** Under the empty name what is about no field. */
  errors: Readonly<Record<string, string>>;
  /** 422 where the person can do something about it. */
  status: 422 | 503;
}

/** The reset that is to end with that goal; else the way to where it goes on. */
export function admitLast(
  state: State,
  goal: ResetGoal,
): ResetVisit | Response {
  const visit = resetPlace(state);
  if (typeof visit === "string") return redirect(visit);
  const next = nextPage(state.deps, visit);
  const own = goal === "unlock" ? "/reset/unlock" : "/reset/password";
  return next === own ? visit : redirect(next);
}

/** Ends the reset: with a new password, or with `null` for an account that is unlocked. */
export async function finish(
  state: State,
  visit: ResetVisit,
  password: string | null,
): Promise<Response | Unfinished> {
  const { deps, site } = state;
  const { support } = visit.session;
  const answer = await finishReset(deps, visit, password);
  switch (answer.kind) {
    case "done": {
      const goal = password === null ? "unlock" : "password";
      noteOutcome(state, password === null ? "unlocked" : "reset");
      return setFinished(redirect("/reset/done"), { goal, support }, site);
    }
    case "unproved":
      return redirect("/reset/prove");
    case "unreachable":
    case "unknown":
    case "forbidden": {
      const words = state.t(`reset.${answer.kind}`);
      const errors = { "": outcomeWords(state, answer.kind, words) };
      return { errors, status: answer.kind === "forbidden" ? 422 : 503 };
    }
    default:
      return { errors: refusedWords(state, answer, visit), status: 422 };
  }
}

function refusedWords(
  state: State,
  answer: Exclude<NotDone, { kind: "unreachable" | "unknown" | "forbidden" }>,
  { policy, now }: ResetVisit,
): Record<string, string> {
  const { passwordLength: minLength } = policy;
  return codedErrors(
    state,
    answer.kind === "refused"
      ? { kind: "judged", verdict: answer.why, minLength }
      : answer,
    now,
  );
}
