/**
 * What is hashed of an answer to a security question.
 *
 * @module
 */
import type { Secret } from "@/lib/crypto/slow_secret.ts";
import { normaliseAnswer } from "@/lib/domain/answer_text.ts";

/** Whose answer it is, to which question, and by which recipe it is compared. */
export interface AnswerOf {
  /** The directory's account ID. */
  account: string;
  /** The ID of the question, or its own words. */
  question: string;
  /** The version of the recipe. */
  recipe: number;
}

/** The secret that an answer makes, however it is written. */
export function answerSecret(
  { account, question, recipe }: AnswerOf,
  answer: string,
): Secret {
  const plain = normaliseAnswer(answer, recipe);
  return { purpose: "answer", parts: [account, question, plain] };
}
