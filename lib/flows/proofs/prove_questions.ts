/**
 * Proving who one is by answers to security questions: only ever after another
 * proof, and never one of those that NIST SP 800-63B-4 asks for.
 *
 * @module
 */
import { isSecret } from "@/lib/crypto/slow_secret.ts";
import { isOneMore } from "@/lib/domain/failures.ts";
import {
  blockedAnswer,
  judgeProof,
  type ProofAnswer,
} from "@/lib/domain/judge_proof.ts";
import type { Limits } from "@/lib/domain/limits.ts";
import { failuresOf, NEWCOMER, type Person } from "@/lib/domain/person.ts";
import type { Questions } from "@/lib/domain/proofs.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { type Judged, noteWrong } from "@/lib/flows/proofs/note_wrong.ts";
import type { ProofCase } from "@/lib/flows/proofs/proof_case.ts";
import { answerSecret } from "@/lib/flows/questions/answer_secret.ts";
import { drawOrder } from "@/lib/flows/questions/draw_order.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

/** One verdict for all answers together: nobody learns which of them was wrong. */
export type QuestionsAnswer =
  | Exclude<ProofAnswer, { kind: "blocked" }>
  /** None are taken until the questions are set up anew. */
  | { kind: "blocked" }
  /** The answers on file are others than when the questions were asked. */
  | { kind: "changed" }
  /** None are set up. */
  | { kind: "none" };

/** What was typed: for each of {@linkcode askedQuestions} in their order. */
export interface Attempt {
  /** How many are asked: the policy's `questionsToReset`. */
  count: number;
  /** What was typed for each; one that is missing is empty. */
  answers: readonly string[];
}

/** In milliseconds: a hundred years, which end when the questions are set up anew. */
export const FOR_GOOD: number = 100 * 365 * 24 * 60 * 60_000;

/** Five wrong sets in a day, then none is taken until the questions are set up anew. */
const RULE: Pick<Limits["method"], "wrong" | "within" | "wait"> = {
  wrong: 5,
  within: 24 * 60 * 60_000,
  wait: FOR_GOOD,
};

/**
 * The questions that a person is asked, IDs or own words. They are drawn when the
 * answers are set, and again once they were answered right: until then everybody
 * is asked the same ones, in every session and on every device.
 */
export function askedQuestions(
  { questions }: Pick<Person, "questions">,
  count: number,
): readonly string[] {
  return questions === null
    ? []
    : asked(questions, count).map(({ question }) => question);
}

/**
 * Counts one set of answers and says whether all of them are right. Every set
 * costs the same slow hashes, whichever answer is wrong.
 */
export async function proveQuestions(
  deps: Deps,
  proving: ProofCase,
  attempt: Attempt,
): Promise<QuestionsAnswer> {
  const { account, now, entries } = proving;
  const before = entries.person.value ?? NEWCOMER;
  const blocked = blockedAnswer(failuresOf(before, "questions"), now);
  if (blocked !== null) return { kind: "blocked" };
  const { questions } = before;
  if (questions === null) return { kind: "none" };
  const right = await allRight(deps, { account, questions }, attempt);
  const asking = drawOrder(deps.random, questions.answers.length);
  const { result: judged } = await transact(
    deps.kv,
    [entries.person] as const,
    ([entry]): Decision<Judged<QuestionsAnswer>> => {
      const who = entry.value ?? NEWCOMER;
      if (!isSame(who.questions, questions)) {
        const answer = { kind: "changed" } as const;
        return { changes: [], result: { answer, wrong: false } };
      }
      const guess = { right, asking };
      const { person, ...result } = decide(who, guess, proving);
      const changes = person === who ? [] : [change(entry, person)];
      return { changes, result };
    },
  );
  noteWrong(deps, proving, judged);
  const { answer } = judged;
  const event = EVENTS[answer.kind];
  if (event) deps.log(event, { account, method: "questions" });
  return answer;
}

function asked({ answers, asking }: Questions, count: number) {
  return asking.slice(0, count)
    .flatMap((place) => answers[place] ?? []);
}

async function allRight(
  deps: Deps,
  { account, questions }: { account: string; questions: Questions },
  { count, answers }: Attempt,
): Promise<boolean> {
  let right = true;
  for (const [i, { question, hash }] of asked(questions, count).entries()) {
    const whose = { account, question, recipe: questions.recipe };
    const secret = answerSecret(whose, answers[i] ?? "");
    right = await isSecret(deps, hash, secret) && right;
  }
  return right;
}

function isSame(a: Questions | null, b: Questions): boolean {
  return a !== null && a.asking.join() === b.asking.join() &&
    a.answers.every(({ hash }, i) => hash === b.answers[i]?.hash);
}

/** The same person where nothing changes. */
function decide(
  person: Person,
  { right, asking }: { right: boolean; asking: readonly number[] },
  { now, limits }: ProofCase,
): { person: Person } & Judged<QuestionsAnswer> {
  const before = failuresOf(person, "questions");
  const guess = { right, at: now };
  const strict = { ...limits, method: { ...limits.method, ...RULE } };
  const { failures, answer: judged } = judgeProof(before, guess, strict);
  const answer = judged.kind === "blocked" ? { kind: judged.kind } : judged;
  const wrong = isOneMore(before, failures);
  if (answer.kind === "blocked" && !wrong) return { person, answer, wrong };
  const counted = {
    ...person,
    failures: { ...person.failures, questions: failures },
  };
  if (answer.kind !== "right" || person.questions === null) {
    return { person: counted, answer, wrong };
  }
  const questions = { ...person.questions, asking };
  return { person: { ...counted, questions }, answer, wrong };
}

const EVENTS: Partial<Record<QuestionsAnswer["kind"], string>> = {
  right: "authn_login_success",
  wrong: "authn_login_fail",
  blocked: "authn_login_lock",
};
