/**
 * How a page says that something ended: in its words, with the code of the
 * outcome, which the log has as well.
 *
 * @module
 */
import { type OutcomeName, OUTCOMES } from "@/lib/domain/outcomes.ts";
import type { State } from "@/lib/web/state.ts";

/** Notes that somebody is told of it; in a reset the log adds the support code. */
export function noteOutcome(
  { deps, block }: Pick<State, "deps" | "block">,
  name: OutcomeName,
): void {
  deps.log("outcome_shown", { outcome: OUTCOMES[name].code, block });
}

/** Those words with the code, for what is wrong on a page; notes it as well. */
export function outcomeWords(
  state: Pick<State, "deps" | "block" | "t">,
  name: OutcomeName,
  words: string,
): string {
  noteOutcome(state, name);
  const { code } = OUTCOMES[name];
  return `${words} (${code})`;
}

/** What the help desk is told; `null` where nothing has begun. */
export function supportCode(
  { reset, finished }: Pick<State, "reset" | "finished">,
): string | null {
  return reset?.session.support ?? finished?.support ?? null;
}
