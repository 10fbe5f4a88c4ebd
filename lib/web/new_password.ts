/**
 * What pages say of a new password: the rules before it is typed, and why it was
 * not taken.
 *
 * @module
 */
import type { Judged, NotSet } from "@/lib/flows/change_password.ts";
import type { StatedRule } from "@/lib/flows/stated_rules.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import { outcomeWords } from "@/lib/web/outcome.ts";
import type { State } from "@/lib/web/state.ts";

/** The name and ID of the field. */
const FIELD = "newPassword";

/** The rules, a sentence each: the length, what holds everywhere, what the directory adds. */
export function ruleLines(
  t: Translate,
  rules: readonly StatedRule[],
): string[] {
  const [length = [], others = []] = [true, false].map((first) =>
    rules.filter(({ kind }) => (kind === "length") === first)
  );
  return [
    ...length.map((rule) => ruleWords(t, rule)),
    t("newPassword.rule.common"),
    ...others.map((rule) => ruleWords(t, rule)),
  ];
}

/** One rule, as a sentence. */
function ruleWords(t: Translate, rule: StatedRule): string {
  switch (rule.kind) {
    case "length":
      return t("newPassword.rule.length", { n: rule.least });
    case "history":
      return rule.last > 1
        ? t("newPassword.rule.history", { n: rule.last })
        : t("newPassword.rule.present");
    case "classes":
      return t("newPassword.rule.classes", { n: rule.least });
    case "noName":
      return t("newPassword.rule.noName");
  }
}

/** Why it was not taken, by the field that it is about; `now` is in epoch milliseconds. */
export function newPasswordErrors(
  t: Translate,
  answer: Judged | NotSet,
  now: number,
): Record<string, string> {
  if (answer.kind === "judged") return { [FIELD]: judgedWords(t, answer) };
  const field = answer.kind === "policy" || answer.kind === "history"
    ? FIELD
    : "";
  return { [field]: notSetWords(t, answer, now) };
}

/** The same with the code of the outcome, which the log gets as well. */
export function codedErrors(
  state: Pick<State, "deps" | "block" | "t">,
  answer: Judged | NotSet,
  now: number,
): Record<string, string> {
  const name = answer.kind === "judged" ? "weak" : answer.kind;
  const errors = Object.entries(newPasswordErrors(state.t, answer, now));
  return Object.fromEntries(
    errors.map(([field, words]) => [field, outcomeWords(state, name, words)]),
  );
}

/** Why it was not offered to the directory. */
function judgedWords(
  t: Translate,
  { verdict, minLength }: Omit<Judged, "kind">,
): string {
  return t(`newPassword.${verdict}`, { n: minLength });
}

/** Why the directory has not set it; `now` is in epoch milliseconds. */
function notSetWords(t: Translate, answer: NotSet, now: number): string {
  switch (answer.kind) {
    case "policy":
      return answer.rule === null
        ? t("newPassword.policy")
        : t("newPassword.policy.rule", { rule: ruleWords(t, answer.rule) });
    case "young":
      return answer.until === null
        ? t("newPassword.young.later")
        : t("newPassword.young", { time: t.duration(answer.until - now) });
    default:
      return t(`newPassword.${answer.kind}`);
  }
}
