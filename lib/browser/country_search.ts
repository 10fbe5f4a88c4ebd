/**
 * Finding a country by its name in the page's own list.
 *
 * @module
 */

/** An option of the list, such as "Japan". */
export type Option = Pick<HTMLOptionElement, "value" | "text">;

/** The options that a name finds: those with a word that begins so, else any with it inside. */
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

/** Without accents, capitals and signs. */
function plain(text: string): string {
  return text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "")
    .replace(/[()-]/g, " ");
}
