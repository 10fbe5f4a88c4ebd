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
import { forgetTallies } from "@/lib/domain/tally.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import {
  type ChangeRefusal,
  isHeld,
  mayChangeSecret,
} from "@/lib/flows/may_change.ts";
import { tellOwner } from "@/lib/flows/tell_owner.ts";
import { answerSecret } from "@/lib/flows/questions/answer_secret.ts";
import { findPassword } from "@/lib/flows/questions/find_password.ts";
import { drawOrder } from "@/lib/flows/questions/draw_order.ts";
import { ownContacts } from "@/lib/flows/questions/own_contacts.ts";
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
  /** Too many sets were tried; `until` is in epoch milliseconds. */
  | { kind: "limit"; until: number }
  | ChangeRefusal;

/** Keeps the answers in the place of all before, and tells the person's addresses. */
export async function setAnswers(
  deps: Deps,
  visit: SignedInVisit,
  { chosen, t }: { chosen: readonly ChosenAnswer[]; t: Translate },
): Promise<SetAnswer> {
  const refusal = mayChangeSecret(visit, "questions");
  if (refusal !== null) return refusal;
  const wrong = await judge(deps, visit, { chosen, t });
  if (wrong !== null) return wrong;
  const { session, entries } = visit;
  const questions = await keep(deps, visit, chosen);
  const notices = tellOwner(deps, visit, "changed");
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

/**
 * What stands against the answers; `null` for nothing. Whether one is the password
 * costs a slow hash each, so that is asked last. A question that the policy does
 * not have, or a number of answers that it does not ask for, is none.
 */
async function judge(
  deps: Deps,
  visit: SignedInVisit,
  { chosen, t }: { chosen: readonly ChosenAnswer[]; t: Translate },
): Promise<Extract<SetAnswer, { kind: "wrong" | "limit" }> | null> {
  const { policy, session } = visit;
  const given = Array.from(
    { length: policy.questionsToRegister },
    (_, i) => chosen[i] ?? { question: "", answer: "" },
  ).map(({ question, answer }) => {
    const known = policy.questions.includes(question) ? question : "";
    return { question: known, words: questionWords(t, known), answer };
  });
  const faults = judgeAnswers(given, {
    names: [session.userName, deps.host],
    contacts: ownContacts(deps, visit),
  });
  if (faults.some((fault) => fault !== null)) return { kind: "wrong", faults };
  const answers = given.map(({ answer }) => answer);
  const password = await findPassword(deps, visit, answers);
  if (password.kind === "none") return null;
  if (password.kind === "limit") return password;
  const found = given.map((_, i) => i === password.place ? "password" : null);
  return { kind: "wrong", faults: found };
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
  return { ...forgetTallies(person, "questions"), questions };
}
