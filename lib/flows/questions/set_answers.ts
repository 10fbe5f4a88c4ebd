/**
 * Registering answers to security questions, or other ones in their place.
 *
 * @module
 */
import { hashSecret } from "@/lib/crypto/slow_secret.ts";
import { RECIPE } from "@/lib/domain/answer_text.ts";
import { type AnswerFault, judgeAnswers } from "@/lib/domain/judge_answers.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import type { Questions } from "@/lib/domain/proofs.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import {
  type ChangeRefusal,
  isHeld,
  mayChangeSecret,
} from "@/lib/flows/may_change.ts";
import { tellPerson } from "@/lib/flows/notices.ts";
import { answerSecret } from "@/lib/flows/questions/answer_secret.ts";
import { drawOrder } from "@/lib/flows/questions/draw_order.ts";
import { questionWords } from "@/lib/flows/questions/question_words.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

/** One question that a person chose, and what was typed for it. */
export interface ChosenAnswer {
  /** The ID of the question, or its own words; empty where none was chosen. */
  question: string;
  /** What was typed. */
  answer: string;
}

/** What came of it. */
export type SetAnswer =
  | { kind: "set" }
  /** What is wrong with each answer, in their order; `null` where nothing is. */
  | { kind: "wrong"; faults: readonly (AnswerFault | null)[] }
  | ChangeRefusal;

/** Keeps the answers in the place of all before, and tells the person's addresses. */
export async function setAnswers(
  deps: Deps,
  visit: SignedInVisit,
  { chosen, t }: { chosen: readonly ChosenAnswer[]; t: Translate },
): Promise<SetAnswer> {
  const refusal = mayChangeSecret(visit, "questions");
  if (refusal !== null) return refusal;
  const faults = judge(deps, visit, { chosen, t });
  if (faults.some((fault) => fault !== null)) return { kind: "wrong", faults };
  const { session, person, entries } = visit;
  const questions = await keep(deps, visit, chosen);
  const notices = tellPerson(deps, person, {
    what: "changed",
    account: session.account,
    except: [],
  });
  const { result, versionstamp } = await transact(
    deps.kv,
    [entries.person] as const,
    ([entry]): Decision<SetAnswer> => {
      const who = entry.value ?? NEWCOMER;
      if (isHeld(who, session)) {
        return { changes: [], result: { kind: "frozen" } };
      }
      const next = change(entry, withQuestions(who, questions));
      return { changes: [next, ...notices.changes], result: { kind: "set" } };
    },
  );
  if (result.kind !== "set") return result;
  notices.sendAfter(versionstamp);
  const { account } = session;
  deps.log("user_updated", { account, method: "questions" });
  return result;
}

/** A question that the policy does not have, or a number of answers that it does not ask for, is none. */
function judge(
  { host }: Deps,
  { policy, session }: SignedInVisit,
  { chosen, t }: { chosen: readonly ChosenAnswer[]; t: Translate },
): (AnswerFault | null)[] {
  const given = Array.from(
    { length: policy.questionsToRegister },
    (_, i) => chosen[i] ?? { question: "", answer: "" },
  ).map(({ question, answer }) => {
    const known = policy.questions.includes(question) ? question : "";
    return { question: known, words: questionWords(t, known), answer };
  });
  return judgeAnswers(given, [session.userName, host]);
}

/** One hash after the other, so that one person has one place in the queue. */
async function keep(
  deps: Deps,
  { session, policy, now }: SignedInVisit,
  chosen: readonly ChosenAnswer[],
): Promise<Questions> {
  const answers: { question: string; hash: string }[] = [];
  for (
    const { question, answer } of chosen.slice(0, policy.questionsToRegister)
  ) {
    const whose = { account: session.account, question, recipe: RECIPE };
    const hash = await hashSecret(deps, answerSecret(whose, answer));
    answers.push({ question, hash });
  }
  const asking = drawOrder(deps.random, answers.length);
  return { answers, asking, recipe: RECIPE, confirmedAt: now };
}

/** Setting them up anew is what ends a block. */
function withQuestions(person: Person, questions: Questions): Person {
  const { questions: _, ...failures } = person.failures;
  return { ...person, failures, questions };
}
