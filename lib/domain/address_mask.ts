/**
 * Email addresses as a page shows them. Apart from reading them: loading
 * `node:url` takes Deno 2.9 several milliseconds.
 *
 * @module
 */
import { domainToUnicode } from "node:url";
import { domainOf } from "@/lib/domain/email_address.ts";

/** Shows enough of a canonical address for its owner: "a•••@e•••.com". */
export function maskAddress(address: string): string {
  const domain = domainOf(address);
  const local = address.slice(0, -domain.length - 1);
  const shown = domainToUnicode(domain);
  const top = shown.slice(shown.lastIndexOf("."));
  return `${firstOf(local)}•••@${firstOf(shown)}•••${top}`;
}

/** The first character as a reader counts. */
function firstOf(text: string): string {
  const [first] = new Intl.Segmenter().segment(text);
  return first?.segment ?? "";
}
