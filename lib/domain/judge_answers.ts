/**
 * Whether answers to security questions may be registered.
 *
 * @module
 */
import { normaliseAnswer, RECIPE } from "@/lib/domain/answer_text.ts";
import { isCommonAnswer } from "@/lib/domain/common_answers.ts";

/** One question, in the words that the person read, and what was typed for it. */
export interface GivenAnswer {
  /** The ID of the question, or its own words; empty where none was chosen. */
  question: string;
  /** Its words in the person's language. */
  words: string;
  /** What was typed. */
  answer: string;
}

/** What is wrong with one answer, or with the question chosen for it. */
export type AnswerFault =
  | "choose"
  | "twice"
  | "missing"
  | "short"
  | "long"
  | "question"
  | "name"
  | "common"
  | "repeats"
  | "same";

/** Code points of an answer: after it is normalised, and as it is typed. */
const SHORTEST = 3;
const LONGEST = 100;

/**
 * What is wrong with each answer, `null` where nothing is. `names` are what others
 * know of the person, such as the user name. No answer is quoted.
 */
export function judgeAnswers(
  given: readonly GivenAnswer[],
  names: readonly string[],
): (AnswerFault | null)[] {
  const known = names.flatMap(parts);
  const plain = given.map(({ answer }) => normaliseAnswer(answer, RECIPE));
  const asked = given.map(({ question }) => question);
  return given.map((each, i) => {
    if (each.question === "") return "choose";
    if (asked.indexOf(each.question) < i) return "twice";
    const text = plain[i] ?? "";
    const fault = judgeOne(each, text, known);
    if (fault !== null) return fault;
    return plain.indexOf(text) < i ? "same" : null;
  });
}

function judgeOne(
  { answer, words }: GivenAnswer,
  text: string,
  known: readonly string[],
): AnswerFault | null {
  if (answer.trim() === "") return "missing";
  if ([...answer].length > LONGEST) return "long";
  if ([...text].length < SHORTEST) return "short";
  const asked = normaliseAnswer(words, RECIPE);
  if (asked.includes(text) || text.includes(asked)) return "question";
  if (known.some((name) => text === name)) return "name";
  if (new Set(text).size === 1) return "repeats";
  return isCommonAnswer(text) ? "common" : null;
}

/** A name as a whole, and its parts that are long enough to be an answer. */
function parts(name: string): string[] {
  return [name, ...name.split(/[^\p{L}\p{N}]+/u)]
    .map((part) => normaliseAnswer(part, RECIPE))
    .filter((part) => [...part].length >= SHORTEST);
}
