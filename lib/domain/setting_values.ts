/**
 * The values of settings, as an operator types them: one reader for each kind.
 *
 * @module
 */

/** A value that was read, or a sentence that says what it must be. */
export type Value<Read> = { ok: true; value: Read } | {
  ok: false;
  why: string;
};

/** Says why a value cannot be taken. */
export function no(why: string): { ok: false; why: string } {
  return { ok: false, why };
}

/** Reads one of a few words. */
export function oneOf<const Name extends string>(
  names: readonly Name[],
  text: string,
): Value<Name> {
  const value = names.find((name) => name === text);
  return value ? { ok: true, value } : no(`It must be ${either(names)}.`);
}

/** Reads a whole number from `least` to `most`; `because` is a sentence, or nothing. */
export function wholeNumber(
  least: number,
  most: number,
  because = "",
): (text: string) => Value<number> {
  return (text) => {
    const value = /^\d{1,6}$/.test(text) ? Number(text) : -1;
    return value >= least && value <= most ? { ok: true, value } : no(
      `It must be a number from ${least} to ${most}. ${because}`.trim(),
    );
  };
}

/** The parts between commas, each once; `none` is the empty list. */
export function readList(text: string): readonly string[] {
  if (text === "none") return [];
  const items = text.split(",").map((item) => item.trim()).filter(Boolean);
  return [...new Set(items)];
}

/** The words as a sentence lists them. */
export function either(names: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "disjunction" }).format(names);
}
