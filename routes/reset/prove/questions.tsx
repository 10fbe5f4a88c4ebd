import { page } from "fresh";
import { ResetQuestions } from "@/components/ResetQuestions.tsx";
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import {
  askedQuestions,
  proveQuestions,
} from "@/lib/flows/proofs/prove_questions.ts";
import { questionWords } from "@/lib/flows/questions/question_words.ts";
import { readForm } from "@/lib/web/form.ts";
import { framed } from "@/lib/web/proof_pages/page.ts";
import { outcomeWords } from "@/lib/web/outcome.ts";
import { redirect } from "@/lib/web/redirect.ts";
import { AnswersForm } from "@/lib/web/reset_forms.ts";
import { resetPlace } from "@/lib/web/reset_page.ts";
import { passReset, RESET } from "@/lib/web/reset_run.ts";
import { isResetOpen, nextPage } from "@/lib/web/reset_steps.ts";
import { questionsWords } from "@/lib/web/proof_words.ts";
import { define, type State } from "@/lib/web/state.ts";

interface Data {
  errors: Readonly<Record<string, string>>;
}

export const handler = define.handlers({
  GET: ({ state, url }) => {
    const at = admitted(state, url);
    return at instanceof Response ? at : page<Data>({ errors: {} });
  },

  async POST(ctx) {
    const form = await readForm(ctx, AnswersForm);
    const { state, url } = ctx;
    const { deps, t } = state;
    const at = admitted(state, url);
    if (at instanceof Response) return at;
    const { visit } = at;
    const count = visit.policy.questionsToReset;
    const asked = askedQuestions(visit.person, count);
    const given = form.ok ? form.value : form.typed;
    const answers = asked.map((_, i) => given[`answer${i + 1}`]?.trim() ?? "");
    const empty = answers.flatMap((answer, i) => answer === "" ? [i + 1] : []);
    if (empty.length > 0) {
      const missing = t("questions.fault.missing");
      const errors = Object.fromEntries(
        empty.map((n) => [`answer${n}`, missing]),
      );
      return page<Data>({ errors }, { status: 422 });
    }
    const attempt = { count, answers };
    const answer = await proveQuestions(deps, proofCase(visit), attempt);
    if (answer.kind === "right") return await passReset(at, "questions");
    const words = questionsWords(t, answer, visit.now);
    if (answer.kind !== "blocked") {
      return page<Data>({ errors: { "": words } }, { status: 422 });
    }
    const errors = { "": outcomeWords(state, "tries", words) };
    return page<Data>({ errors }, { status: 429 });
  },
});

export default define.page<typeof handler>(({ data, state, url }) => {
  const { t, reset } = state;
  const { about, ...frame } = framed(RESET, { state, url });
  const count = reset?.policy.questionsToReset ?? 0;
  const asked = reset ? askedQuestions(reset.person, count) : [];
  return (
    <ResetQuestions
      {...frame}
      {...data}
      about={{
        title: about?.title ?? t("prove.title"),
        intro: t("reset.questions.intro"),
      }}
      questions={asked.map((question) => questionWords(t, question))}
    />
  );
});

/** The reset whose questions are to be answered now; else the way to where it goes on. */
function admitted(state: State, url: URL) {
  const visit = resetPlace(state);
  if (typeof visit === "string") return redirect(visit);
  const at = { state, visit, url };
  return isResetOpen(at, "questions")
    ? at
    : redirect(nextPage(state.deps, visit));
}
