/** Security questions that are on file, and answers to them. */
import { hashSecret } from "@/lib/crypto/slow_secret.ts";
import { RECIPE } from "@/lib/domain/answer_text.ts";
import { FOR_GOOD } from "@/lib/flows/proofs/prove_questions.ts";
import type { Failures } from "@/lib/domain/person.ts";
import type { Questions } from "@/lib/domain/proofs.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { answerSecret } from "@/lib/flows/questions/answer_secret.ts";
import { BEFORE } from "@/tests/support/moments.ts";

const QUESTIONS = ["lost", "tent", "seat"];

/** Right answers, by field, in the order in which the questions are asked. */
export const RIGHT = {
  answer1: "SEAT answer",
  answer2: "Lost Answer",
  answer3: "tent answer ",
};

/** Wrong ones. */
export const WRONG = { answer1: "seat answer", answer2: "x", answer3: "y" };

/** Three questions with answers, asked last, first, second. */
export async function questionsOf(
  deps: Pick<Deps, "keyring" | "hasher">,
  account: string,
): Promise<Questions> {
  const answers = await Promise.all(
    QUESTIONS.map(async (question) => {
      const whose = { account, question, recipe: RECIPE };
      const secret = answerSecret(whose, `${question} answer`);
      return { question, hash: await hashSecret(deps, secret) };
    }),
  );
  const asking = [2, 0, 1];
  return { answers, asking, recipe: RECIPE, confirmedAt: BEFORE };
}

/** The count of questions that were answered wrong too often at `now`. */
export function barredAt(now: number): Failures {
  return { wrong: 5, since: now, until: now + FOR_GOOD };
}
