/**
 * The page of a reset, and of a practice of one, on which questions are answered.
 *
 * @module
 */
import { page } from "fresh";
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import {
  askedQuestions,
  proveQuestions,
} from "@/lib/flows/proofs/prove_questions.ts";
import { questionWords } from "@/lib/flows/questions/question_words.ts";
import type { RunVisit } from "@/lib/flows/reset/reset_visit.ts";
import { readForm } from "@/lib/web/form.ts";
import {
  admit,
  endWords,
  framed,
  type ProofPage,
} from "@/lib/web/proof_pages/page.ts";
import type { At, ProofRun } from "@/lib/web/proof_pages/run.ts";
import { questionsWords } from "@/lib/web/proof_words.ts";
import { AnswersForm } from "@/lib/web/reset_forms.ts";

/** What a handler leaves for its page. */
export interface QuestionsData {
  /** What is wrong, by field. */
  errors: Readonly<Record<string, string>>;
  /** Whether they are asked no more. */
  blocked?: boolean;
}

/** What the page shows beside the frame. */
export interface QuestionsProps extends QuestionsData {
  /** The questions in words, in the order of their answers. */
  questions: readonly string[];
  /** What is said above them. */
  note?: string;
}

/** Where whoever is signed in sets them up again. */
const ANEW = "/register/questions";

/** The page of questions: the same ones until they are answered. */
export function questionsPage<Own extends RunVisit>(
  run: ProofRun<Own>,
): ProofPage<QuestionsData, QuestionsProps> {
  return {
    handler: {
      GET(ctx) {
        const at = admit(run, ctx, "questions");
        return at instanceof Response ? at : page({ errors: {} });
      },
      async POST(ctx) {
        const form = await readForm(ctx, AnswersForm);
        const at = admit(run, ctx, "questions");
        if (at instanceof Response) return at;
        const typed = form.ok ? form.value : form.typed;
        const answers = askedOf(at.visit)
          .map((_, i) => typed[`answer${i + 1}`]?.trim() ?? "");
        const missing = answers.flatMap((answer, i) =>
          answer === "" ? [`answer${i + 1}`] : []
        );
        return missing.length > 0
          ? unanswered(at, missing)
          : await judge(run, at, answers);
      },
    },
    props({ data, state, url }) {
      const { t } = state;
      const { about, ...frame } = framed(run, { state, url });
      const { blocked = false, ...shown } = data;
      const visit = run.visitOf(state);
      const asked = typeof visit === "string" ? [] : askedOf(visit);
      const note = run.notes.questions;
      return {
        ...frame,
        ...shown,
        ...blocked && run.end === "practice"
          ? { back: [ANEW, t("questions.title.change")] as const }
          : {},
        about: {
          title: about?.title ?? t("prove.title"),
          intro: t("reset.questions.intro"),
        },
        questions: asked.map((question) => questionWords(t, question)),
        ...note === undefined ? {} : { note: t(note) },
      };
    },
  };
}

function askedOf({ person, policy }: RunVisit): readonly string[] {
  return askedQuestions(person, policy.questionsToReset);
}

function unanswered({ state: { t } }: At<RunVisit>, fields: readonly string[]) {
  const text = t("questions.fault.missing");
  const errors = Object.fromEntries(fields.map((field) => [field, text]));
  return page<QuestionsData>({ errors }, { status: 422 });
}

async function judge<Own extends RunVisit>(
  run: ProofRun<Own>,
  at: At<Own>,
  answers: readonly string[],
) {
  const { state, visit } = at;
  const attempt = { count: visit.policy.questionsToReset, answers };
  const answer = await proveQuestions(state.deps, proofCase(visit), attempt);
  if (answer.kind === "right") return await run.passed(at, "questions");
  const blocked = answer.kind === "blocked";
  const words = blocked && run.end === "practice"
    ? state.t("list.questions.blocked")
    : questionsWords(state.t, answer);
  if (!blocked) {
    return page<QuestionsData>({ errors: { "": words } }, { status: 422 });
  }
  const errors = { "": endWords(run, state, { name: "questions", words }) };
  return page<QuestionsData>({ errors, blocked }, { status: 429 });
}
