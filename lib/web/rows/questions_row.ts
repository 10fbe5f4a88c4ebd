/**
 * Security questions on the list page.
 *
 * @module
 */
import { blockedUntil } from "@/lib/domain/failures.ts";
import { failuresOf } from "@/lib/domain/person.ts";
import type { Visit } from "@/lib/flows/visit.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import type { MethodRow } from "@/lib/web/rows/method_row.ts";

const PAGE = "/register/questions";

/** The row of the questions, never of the answers. */
export function questionsRows(
  _deps: unknown,
  { person, policy, now }: Pick<Visit, "person" | "policy" | "now">,
  t: Translate,
): MethodRow[] {
  const { questions } = person;
  const row = { id: "questions", title: t("list.questions"), strong: false };
  if (questions === null) {
    const state = t("list.questions.unset");
    return [{
      ...row,
      state,
      confirmedAt: null,
      links: [[PAGE, t("list.add")]],
    }];
  }
  const { length } = questions.answers;
  const onFile = length < policy.questionsToReset
    ? t("list.questions.few")
    : t.plural("list.questions.set", length);
  const blocked = blockedUntil(failuresOf(person, "questions"), now) !== null;
  return [{
    ...row,
    state: blocked ? t("list.questions.blocked") : onFile,
    confirmedAt: questions.confirmedAt,
    links: [[PAGE, t("list.change")], [`${PAGE}/remove`, t("list.remove")]],
  }];
}
