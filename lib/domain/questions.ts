/**
 * Security questions: the vetted ones, and what an administrator may add.
 *
 * They ask for small facts of one's own past that do not change, that most people
 * have and remember, and that are in no public record or profile. None asks for a
 * favourite, a date or a name of the family: those are guessed or looked up
 * (Bonneau et al., WWW 2015). Even so, questions never let anybody in by
 * themselves.
 *
 * @module
 */

/** The vetted questions; their words are the messages `question.ID`. */
export const VETTED_QUESTIONS = [
  "alone",
  "argument",
  "bicycle",
  "books",
  "borrowed",
  "broken",
  "bus",
  "coach",
  "cooked",
  "dentist",
  "desk",
  "earned",
  "feared",
  "hidden",
  "interview",
  "landlord",
  "learned",
  "lost",
  "neighbour",
  "noise",
  "pool",
  "present",
  "prize",
  "repaired",
  "role",
  "scar",
  "seat",
  "slept",
  "sweets",
  "tent",
  "toy",
  "tree",
  "trouble",
] as const;

/** The ID of a vetted question. */
export type VettedQuestion = typeof VETTED_QUESTIONS[number];

/** The most questions that a policy may have (as Azure's had), vetted and own together. */
export const MOST_QUESTIONS = 20;

/** Code points of an administrator's own question. */
export const OWN_QUESTION = { shortest: 3, longest: 200 } as const;

/** What IDs look like. An own question is anything else, so that a mistyped ID is none. */
const ID_LIKE = /^[a-z]+$/i;

/** Whether `question` is the ID of a vetted one. */
export function isVetted(question: string): question is VettedQuestion {
  return VETTED_QUESTIONS.some((id) => id === question);
}

/** Why `question` can be none of a policy's; `null` where it can. */
export function questionFault(question: string): string | null {
  if (isVetted(question)) return null;
  if (ID_LIKE.test(question)) {
    return `There is no vetted question "${question}". They are ${
      VETTED_QUESTIONS.join(", ")
    }. A question of your own has more than one word.`;
  }
  const { length } = [...question];
  const { shortest, longest } = OWN_QUESTION;
  if (length < shortest || length > longest) {
    return `A question of your own has ${shortest} to ${longest} characters; one has ${length}.`;
  }
  return /[\p{Cc}\p{Bidi_Control}]/u.test(question)
    ? "A question of your own cannot have control characters."
    : null;
}

/** What makes answers guessable or unsteady: patterns of questions in English and Japanese. */
const POOR: readonly (readonly [pattern: RegExp, why: string])[] = [
  [
    /birth ?da(y|te)|born|年月日|誕生日/i,
    "birth dates and places are in public records",
  ],
  [
    /favou?rite|like (best|most)|好きな|お気に入り/i,
    "favourites change, and a few answers are the most common by far",
  ],
  [
    /maiden name|middle name|(mother|father)['’]s (first )?name|旧姓|(母|父)(親)?の(名前|氏名)/i,
    "names of the family are in public records",
  ],
  [
    /\bpets?\b|\b(dog|cat)['’]?s?\b|ペット|(犬|猫)の名/i,
    "names of pets are told online, and a few are the most common by far",
  ],
  [/\bcar\b|車種|愛車/i, "there are few makes of cars"],
  [
    /nickname|あだ名|ニックネーム/i,
    "nicknames are known to friends and told online",
  ],
  [/colou?r|色は/i, "there are few colours"],
  [
    /(phone|account|card|social security|license|passport) number|電話番号|口座番号|番号は/i,
    "numbers are forgotten, or are personal data that should not be asked for",
  ],
  [
    /password|pass ?phrase|パスワード|暗証/i,
    "a password must never be asked for as an answer",
  ],
  [
    /(what|which) (city|town|country)|出身地|何市|何県/i,
    "places are told online, and large ones are common answers",
  ],
];

/** Why an administrator's own question is a poor one: sentences without their full stop. */
export function lintQuestion(question: string): string[] {
  if (isVetted(question)) return [];
  return POOR.filter(([pattern]) => pattern.test(question))
    .map(([, why]) => why);
}
