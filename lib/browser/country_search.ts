/**
 * Finding a country in the page's own list: by its name, or by the country
 * code that a number begins with.
 *
 * @module
 */

/** An option of the list, such as "Japan +81". */
export type Option = Pick<HTMLOptionElement, "value" | "text">;

/** The largest country of a code that several share (ITU-T E.164, Annex D). */
const MAIN = "1US7RU39IT44GB47NO61AU212MA262RE290SH358FI500FK590GP599CW";

/** The options that a name or a code finds: those with a word that begins so, else any with it inside. */
export function search<T extends Option>(
  options: readonly T[],
  typed: string,
): T[] {
  const wanted = plain(typed).trim();
  const found = options.filter((option) =>
    option.value && plain(option.text).includes(wanted)
  );
  const first = found.filter((option) =>
    ` ${plain(option.text)}`.includes(` ${wanted}`)
  );
  return first[0] ? first : found;
}

/**
 * The option whose country code the number begins with, after `+` or `00`.
 * `undefined` where there is none, or where the chosen one has that code too.
 */
export function guess<T extends Option>(
  options: readonly T[],
  typed: string,
  chosen: string,
): T | undefined {
  const [, digits = ""] = /^(?:\+|00)(.*)/.exec(
    typed.normalize("NFKC").replace(/[^\d+]/g, ""),
  ) ?? [];
  // No code is the beginning of another, so at most one length fits.
  const code = [1, 2, 3].map((length) => digits.slice(0, length))
    .find((code) => code && options.some((option) => hasCode(option, code)));
  const alike = options.filter((option) => hasCode(option, code));
  return alike.some((option) => option.value === chosen)
    ? undefined
    : alike.find((option) => MAIN.includes(code + option.value)) ?? alike[0];
}

function hasCode(option: Option, code: string | undefined): boolean {
  return !!option.value && option.text.endsWith(`+${code}`);
}

/** Without accents, capitals and signs. */
function plain(text: string): string {
  return text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "")
    .replace(/[(+)\u200e-]/g, " ");
}
