/**
 * The settings of security questions in a new installation.
 *
 * @module
 */

/** What a policy says of security questions. */
export interface QuestionSettings {
  /** IDs of vetted questions, and the words of the administrator's own. */
  questions: readonly string[];
  /** How many a person answers when setting them up: 3 to 5. */
  questionsToRegister: number;
  /** How many of those are asked later: 3 to 5. */
  questionsToReset: number;
}

/** Those of a new installation, where questions are off. Entra's samples have 5 and 3. */
export const DEFAULT_QUESTIONS: QuestionSettings = {
  questions: [
    "borrowed",
    "broken",
    "earned",
    "feared",
    "hidden",
    "interview",
    "landlord",
    "lost",
    "present",
    "seat",
    "sweets",
    "trouble",
  ],
  questionsToRegister: 5,
  questionsToReset: 3,
};
