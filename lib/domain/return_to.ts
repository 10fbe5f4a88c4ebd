/**
 * Where a person goes back to: a page of this site, or of an application whose
 * origin the policy names (OWASP ASVS 3.7.2).
 *
 * @module
 */

/** An address that may be gone back to. */
export interface ReturnTo {
  /** The whole address. */
  readonly href: string;
  /** What {@linkcode readReturnTo} reads again: a path of this site, or the whole address. */
  readonly text: string;
  /** Its host and port, as a page shows them. */
  readonly host: string;
  /** Its scheme, host and port: for whom an answer is. */
  readonly origin: string;
}

/** The parameter in which the answer travels. */
const ANSWER_PARAMETER = "aikagi";

/** UTF-16 units. A cookie holds it, and cookies hold 4,096 bytes. */
const LONGEST = 1000;

/** What addresses are written in: a backslash is a slash to browsers, and no sign is of another script. */
const WRITTEN = /^[!-[\]-~]+$/;

/**
 * Reads an address that came from outside: a path or a whole address of this
 * site (`own`, its origin), or an https address of one of the `allowed`
 * origins; `null` for any other, however it is written.
 */
export function readReturnTo(
  text: string,
  { own, allowed }: { own: string; allowed: readonly string[] },
): ReturnTo | null {
  if (text.length > LONGEST || !WRITTEN.test(text)) return null;
  if (!/^(\/(?!\/)|https?:\/\/)/.test(text)) return null;
  const url = URL.parse(text, own);
  if (url === null || url.username !== "" || url.password !== "") return null;
  if (url.searchParams.has(ANSWER_PARAMETER)) return null;
  const { href, host, origin } = url;
  const safe = text.startsWith("https://");
  const may = origin === own || (safe && allowed.includes(origin));
  return may ? { href, text, host, origin } : null;
}

/** The address with the answer in its query; what else is there stays as it is written. */
export function withAnswer(
  { href }: Pick<ReturnTo, "href">,
  answer: string,
): string {
  const [address = "", ...fragment] = href.split("#");
  const joint = address.includes("?") ? "&" : "?";
  const end = fragment.length > 0 ? `#${fragment.join("#")}` : "";
  return `${address}${joint}${ANSWER_PARAMETER}=${answer}${end}`;
}
