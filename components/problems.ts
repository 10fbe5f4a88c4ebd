import type { Problem } from "@/components/ErrorSummary.tsx";
import type { Key, Translate, Values } from "@/lib/i18n/translate.ts";

/** The lines of the summary, from errors by field; under the empty name what is about none. */
export function problemsOf(
  errors: Readonly<Record<string, string>>,
): Problem[] {
  return Object.entries(errors)
    .map(([field, text]) => ({ field: field || null, text }));
}

/** Errors by field, from keys into words. */
export function sayErrors(
  t: Translate,
  errors: Readonly<Record<string, Key>>,
  values?: Values,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, key]) => [field, t(key, values)]),
  );
}
