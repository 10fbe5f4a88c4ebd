/**
 * The settings of security questions, and what is to be said against them.
 *
 * @module
 */
import { normaliseAnswer, RECIPE } from "@/lib/domain/answer_text.ts";
import type { Method } from "@/lib/domain/method.ts";
import type { QuestionSettings } from "@/lib/domain/question_defaults.ts";
import {
  lintQuestion,
  MOST_QUESTIONS,
  questionFault,
} from "@/lib/domain/questions.ts";
import {
  no,
  readList,
  type Value,
  wholeNumber,
} from "@/lib/domain/setting_values.ts";

/** What stands between questions that may hold commas. */
const BETWEEN = "|";

/** Reads questions divided by `|`; IDs alone may be divided by commas. `none` is no question. */
export function readQuestions(text: string): Value<readonly string[]> {
  const value = splitQuestions(text);
  if (value.length > MOST_QUESTIONS) {
    return no(`There can be ${MOST_QUESTIONS} questions at most.`);
  }
  const fault = value.map(questionFault).find((why) => why !== null);
  if (fault !== undefined) return no(fault);
  const again = repeated(value);
  return again === null ? { ok: true, value } : no(again);
}

/** Two that a reader takes for one would let a person give one answer twice. */
function repeated(questions: readonly string[]): string | null {
  const folded = questions.map((each) => normaliseAnswer(each, RECIPE));
  const i = folded.findIndex((each, at) => folded.indexOf(each) < at);
  if (i < 0) return null;
  const first = questions[folded.indexOf(folded[i] ?? "")];
  return `"${questions[i]}" is the same question as "${first}".`;
}

/** Questions as {@linkcode readQuestions} reads them. */
export function writeQuestions(questions: readonly string[]): string {
  return questions.length === 0 ? "none" : questions.join(BETWEEN);
}

function splitQuestions(text: string): readonly string[] {
  if (text === "none") return [];
  const ids = !text.includes(BETWEEN) && /^[a-z,\s]*$/i.test(text) &&
    text.includes(",");
  if (ids) return readList(text);
  const parts = text.split(BETWEEN).map((part) =>
    part.normalize("NFC").replace(/\s+/g, " ").trim()
  );
  return [...new Set(parts.filter(Boolean))];
}

/** Reads how many questions are answered or asked. */
export const readQuestionCount: (text: string) => Value<number> = wholeNumber(
  3,
  5,
);

/** Why the settings cannot hold together; `null` where they can. */
export function questionsContradiction(
  { methods, questions, questionsToRegister, questionsToReset }:
    & QuestionSettings
    & { methods: readonly Method[] },
): string | null {
  if (questionsToReset > questionsToRegister) {
    return `A person who has answered ${questionsToRegister} questions cannot be asked ${questionsToReset}.`;
  }
  if (!methods.includes("questions")) return null;
  if (questions.length < questionsToRegister) {
    return `A person has to answer ${questionsToRegister} questions, and the policy has ${questions.length}: add questions first.`;
  }
  return methods.length === 1
    ? "Questions never let anybody in by themselves. Add another method."
    : null;
}

/** What an operator is told who switches questions on, or adds some: sentences, to be shown as they are. */
export function questionsWarnings(
  key: string,
  { methods, questions }: QuestionSettings & { methods: readonly Method[] },
): string[] {
  if (key === "methods" && methods.includes("questions")) {
    return [NON_CONFORMANCE];
  }
  if (key !== "questions") return [];
  return questions.flatMap((question) =>
    lintQuestion(question).map((why) =>
      `"${question}" is a poor question: ${why}.`
    )
  );
}

/** OWASP ASVS 5.0 6.4.2 (Level 1), NIST SP 800-63B-4 §3.1.1.2 and §4.2, WCAG 2.2 3.3.8. */
const NON_CONFORMANCE =
  "Security questions are on. With them this installation does not conform to OWASP ASVS 5.0 6.4.2 (Level 1), " +
  "and NIST SP 800-63B-4 knows them as no way to recover an account: others find out or guess the answers, and people forget them. " +
  "They are asked only after another proof, count as none of the methods that NIST asks for, and should be switched off once people have a better way.";
