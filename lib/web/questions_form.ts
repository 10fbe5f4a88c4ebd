/**
 * The form of security questions: a question and an answer for each place.
 *
 * @module
 */
import * as z from "zod/mini";
import type { AnswerFault } from "@/lib/domain/judge_answers.ts";
import type { ChosenAnswer } from "@/lib/flows/questions/set_answers.ts";
import type { Key } from "@/lib/i18n/translate.ts";
import type { FormSchema } from "@/lib/web/form.ts";

/** Fields that the form may have: five questions are the most that a policy asks for. */
export type Fields = Record<string, string>;

const FEWEST = 3;
const MOST = 5;

const MISSING = {
  question: "questions.fault.choose",
  answer: "questions.fault.missing",
} as const satisfies Record<string, Key>;

/** For each number of questions its form; what was typed is judged by the flow. */
const FORMS: readonly FormSchema<Fields>[] = Array.from(
  { length: MOST + 1 },
  (_, count) =>
    z.lazy(() => z.strictObject(shape(count))) as FormSchema<Fields>,
);

/** The policy may ask for fewer since the page was made: what is too much is left alone. */
function shape(count: number): Record<string, z.ZodMiniType> {
  const places = Array.from({ length: MOST }, (_, i) => i + 1);
  return Object.fromEntries(places.flatMap((n) => {
    const fields = [
      [`question${n}`, z.string(MISSING.question)],
      [`answer${n}`, z.string(MISSING.answer)],
    ] as const;
    return fields.map(([name, field]) =>
      [name, n > count ? z.optional(field) : field] as const
    );
  }));
}

/** The form for so many questions. */
export function questionsForm(count: number): FormSchema<Fields> {
  const known = Math.min(Math.max(count, FEWEST), MOST);
  return FORMS[known] ?? z.never();
}

/** The questions and answers of the form's fields, in order. */
export function chosenAnswers(
  fields: Readonly<Record<string, string>>,
  count: number,
): ChosenAnswer[] {
  return Array.from({ length: count }, (_, i) => ({
    question: fields[`question${i + 1}`] ?? "",
    answer: fields[`answer${i + 1}`] ?? "",
  }));
}

/** What is wrong, by field. */
export function faultKeys(
  faults: readonly (AnswerFault | null)[],
): Record<string, Key> {
  return Object.fromEntries(faults.flatMap((fault, i) => {
    if (fault === null) return [];
    const field = fault === "choose" || fault === "twice"
      ? "question"
      : "answer";
    const key: Key = `questions.fault.${fault}`;
    return [[`${field}${i + 1}`, key]];
  }));
}
