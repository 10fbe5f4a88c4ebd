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
  | "contact"
  | "common"
  | "repeats"
  | "same"
  | "password";

/** What others know of a person. */
export interface KnownOf {
  /** Such as the user name. */
  names: readonly string[];
  /** Addresses, and numbers in any international form. */
  contacts: readonly string[];
}

/** Code points of an answer: after it is normalised, and as it is typed. */
const SHORTEST = 3;
const LONGEST = 100;

/** So many digits at the end of a number are that number; fewer are refused as common. */
const TELLING = 5;

/**
 * What is wrong with each answer, `null` where nothing is; whether one is the
 * password is not asked here. No answer is quoted.
 */
export function judgeAnswers(
  given: readonly GivenAnswer[],
  known: KnownOf,
): (AnswerFault | null)[] {
  const names = known.names.flatMap(parts);
  const contacts = known.contacts.flatMap(parts);
  const plain = given.map(({ answer }) => normaliseAnswer(answer, RECIPE));
  const asked = given.map(({ question }) => question);
  return given.map((each, i) => {
    if (each.question === "") return "choose";
    if (asked.indexOf(each.question) < i) return "twice";
    const text = plain[i] ?? "";
    const fault = judgeOne(each, text, { names, contacts });
    if (fault !== null) return fault;
    return plain.indexOf(text) < i ? "same" : null;
  });
}

function judgeOne(
  { answer, words }: GivenAnswer,
  text: string,
  { names, contacts }: KnownOf,
): AnswerFault | null {
  if (answer.trim() === "") return "missing";
  if ([...answer].length > LONGEST) return "long";
  if ([...text].length < SHORTEST) return "short";
  const asked = normaliseAnswer(words, RECIPE);
  if (asked.includes(text) || text.includes(asked)) return "question";
  if (names.includes(text)) return "name";
  if (contacts.some((each) => isContact(text, each))) return "contact";
  if (new Set(text).size === 1) return "repeats";
  return isCommonAnswer(text) ? "common" : null;
}

/** Whether a text is that address or a part of it, or that number, with its country or without. */
function isContact(text: string, contact: string): boolean {
  const digits = /^\d+$/.test(text) ? text.replace(/^0+/, "") : "";
  return text === contact ||
    digits.length >= TELLING && contact.endsWith(digits);
}

/** A name as a whole, what stands before an `@`, and all parts that are long enough to be an answer. */
function parts(name: string): string[] {
  return [name, name.replace(/@.*/, ""), ...name.split(/[^\p{L}\p{N}]+/u)]
    .map((part) => normaliseAnswer(part, RECIPE))
    .filter((part) => [...part].length >= SHORTEST);
}
