/**
 * Domains of mail, in the one form in which they are compared.
 *
 * @module
 */

/** Why a text is no domain of mail. */
export type DomainFault =
  /** One label alone. */
  | "noDot"
  /** A bad label, an address of a machine, or no name at all. */
  | "noName";

/** The domain in lower case and ASCII, or why there is none. */
export type DomainRead =
  | { ok: true; domain: string }
  | { ok: false; why: DomainFault };

/** RFC 1123 §2.1 as narrowed by RFC 3696 §2: labels of letters, digits and hyphens, the last not of digits alone. */
const NAME =
  /^(?:(?!-)[a-z0-9-]{1,63}(?<!-)\.)+(?!-)(?!\d+$)[a-z0-9-]{2,63}(?<!-)$/;

/** Octets of a domain (RFC 5321 §4.5.3.1.2). */
const MOST_OCTETS = 253;

/** Reads a domain; IDNA (UTS #46) as browsers do it, since `URL` does. */
export function readDomain(typed: string): DomainRead {
  if (!isHostText(typed)) return { ok: false, why: "noName" };
  const domain = URL.parse(`http://${typed}`)?.hostname ?? "";
  if (domain !== "" && !domain.includes(".")) {
    return { ok: false, why: "noDot" };
  }
  const fits = domain.length <= MOST_OCTETS && NAME.test(domain);
  return fits ? { ok: true, domain } : { ok: false, why: "noName" };
}

/** Letters, marks, digits, hyphens and the dots of every script: nothing that ends a host in a URL. */
function isHostText(text: string): boolean {
  return /^[\p{L}\p{M}\p{Nd}.\u3002\uff0e\uff61-]+$/u.test(text);
}
