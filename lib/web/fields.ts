/**
 * What several forms have in common.
 *
 * @module
 */
import * as z from "zod/mini";
import type { Key } from "@/lib/i18n/translate.ts";

/** A typed message key. */
export function said(key: Key): Key {
  return key;
}

/** Where a reading says what is wrong, as zod has it. */
export interface Problems {
  /** The faults so far. */
  readonly issues: {
    /** Adds one; its message is a key of `lib/i18n`. */
    push(issue: { code: "custom"; message: Key; input: unknown }): unknown;
  };
}

/** Makes a value of what was posted, for `z.transform()`. */
export type Reading<Value> = (typed: unknown, problems: Problems) => Value;

/** A field that `read` makes a value of, or finds the message for; `missing` is said where there is none. */
export function field<Value>(
  missing: Key,
  read: (typed: string) => { value: Value } | Key,
): Reading<Value> {
  return (typed, { issues }) => {
    const made = typeof typed === "string" ? read(typed) : missing;
    if (typeof made !== "string") return made.value;
    issues.push({ code: "custom", message: made, input: typed });
    return z.NEVER;
  };
}

/** A time in epoch milliseconds, as a hidden field carries it. */
export function time(): Reading<number> {
  return field(
    "form.invalid",
    (typed) =>
      /^\d{1,15}$/.test(typed) ? { value: Number(typed) } : "form.invalid",
  );
}
