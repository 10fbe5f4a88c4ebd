/**
 * Why something was not done to an account, in sentences for an operator.
 *
 * @module
 */
import type { AddAnswer, NameFault } from "@/lib/flows/admin/add_account.ts";

const NAME_FAULTS: Readonly<Record<NameFault, string>> = {
  empty: "is empty.",
  long: "is longer than 113 characters.",
  characters: "has characters that cannot be seen or that separate names.",
};

/** Says that nobody has the name. */
export function unknown(userName: string): string {
  return `There is no account named ${userName}.`;
}

/** Says why not. */
export function whyNot(
  answer: Exclude<AddAnswer, { kind: "added" }>,
  userName: string,
): string {
  switch (answer.kind) {
    case "taken":
      return `There is an account named ${userName} already.`;
    case "name":
      return `The user name ${NAME_FAULTS[answer.why]}`;
    case "group":
      return `The name of a group ${NAME_FAULTS[answer.why]}`;
    case "password":
      return passwordFault(answer.why, answer.minLength);
  }
}

function passwordFault(
  why: "short" | "long" | "common" | "name",
  minLength: number,
): string {
  return {
    short: `The password is too short: at least ${minLength} characters.`,
    long: "The password is too long: at most 1024 characters.",
    common: "The password is one of those that are tried first.",
    name: "The password is made of the user name.",
  }[why];
}
