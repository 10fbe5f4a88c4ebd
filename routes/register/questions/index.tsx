import { page } from "fresh";
import { sayErrors } from "@/components/problems.ts";
import { QuestionsForm } from "@/components/QuestionsForm.tsx";
import { mayChangeSecret } from "@/lib/flows/may_change.ts";
import { questionWords } from "@/lib/flows/questions/question_words.ts";
import { setAnswers } from "@/lib/flows/questions/set_answers.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import type { Key } from "@/lib/i18n/translate.ts";
import { pageOf } from "@/lib/web/after_proof.ts";
import { readForm } from "@/lib/web/form.ts";
import {
  chosenAnswers,
  faultKeys,
  questionsForm,
} from "@/lib/web/questions_form.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { define } from "@/lib/web/state.ts";

interface Data {
  chosen: readonly string[];
  errors: Readonly<Record<string, string>>;
}

export const handler = define.handlers({
  GET({ state: { visit } }) {
    if (!isSignedIn(visit)) return redirect("/register");
    const refusal = mayChangeSecret(visit, "questions");
    if (refusal !== null) return redirect(pageOf(refusal, "questions"));
    const { questionsToRegister } = visit.policy;
    const chosen = Array.from({ length: questionsToRegister }, () => "");
    return page<Data>({ chosen, errors: {} });
  },

  async POST(ctx) {
    const { deps, visit, t } = ctx.state;
    const count = visit.policy.questionsToRegister;
    const form = await readForm(ctx, questionsForm(count));
    if (!isSignedIn(visit)) return redirect("/register");
    const given = chosenAnswers(form.ok ? form.value : form.typed, count);
    const chosen = given.map(({ question }) => question);
    if (!form.ok) {
      const errors = sayErrors(t, missing(form.errors));
      return page<Data>({ chosen, errors }, { status: 422 });
    }
    const answer = await setAnswers(deps, visit, { chosen: given, t });
    if (answer.kind === "set") {
      return redirect("/register/thanks?for=questions");
    }
    if (answer.kind === "limit") {
      const time = t.duration(answer.until - visit.now);
      const errors = { "": t("reset.limit", { time }) };
      return page<Data>({ chosen, errors }, { status: 429 });
    }
    if (answer.kind !== "wrong") return redirect(pageOf(answer, "questions"));
    const errors = sayErrors(t, faultKeys(answer.faults));
    return page<Data>({ chosen, errors }, { status: 422 });
  },
});

export default define.page<typeof handler>(({ data, state }) => {
  const { t, csrf, visit } = state;
  const choices = visit.policy.questions
    .map((id) => ({ id, words: questionWords(t, id) }));
  return (
    <QuestionsForm
      t={t}
      csrf={csrf}
      choices={choices}
      chosen={data.chosen}
      set={visit.person.questions !== null}
      errors={data.errors}
    />
  );
});

/** Without those that are not there. */
function missing(errors: Partial<Record<string, Key>>): Record<string, Key> {
  return Object.fromEntries(
    Object.entries(errors).flatMap(([field, key]) => key ? [[field, key]] : []),
  );
}
