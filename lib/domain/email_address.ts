/**
 * Email addresses: read as they are typed, and compared.
 *
 * The part before the `@` is kept as it is but for Unicode's normal form C: in
 * which case it counts, and what a plus means, is for its own mail server to
 * say (RFC 5321 §2.4). The domain is brought to lower case and IDNA's ASCII
 * form. So addresses that look alike in different scripts are different ones.
 *
 * @module
 */
import { type DomainFault, readDomain } from "@/lib/domain/mail_domain.ts";

/** Why a text is no address that can be used. */
export type AddressFault =
  | "empty"
  /** No name, no `@`, or no domain with a dot. */
  | "form"
  | "several"
  | "long"
  /** Quotes, comments, spaces, controls and whatever else mail would not carry. */
  | "signs"
  /** A dot at the start or end of the name, or two in a row. */
  | "dots"
  | "domain";

/** The address in its canonical form, or why there is none. */
export type AddressRead =
  | { ok: true; address: string }
  | { ok: false; why: AddressFault };

/** Octets of a whole address (RFC 3696, erratum 1690) and of the part before the `@` (RFC 5321 §4.5.3.1.1). */
const MOST_OCTETS = 254;
const MOST_LOCAL_OCTETS = 64;

/** The longest text looked at, in UTF-16 units. */
const LONGEST_TEXT = 1000;

/** What an input method types for ASCII, and the blank of that width. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/** Reads an address in any form that people type or paste. Never throws. */
export function readAddress(typed: string): AddressRead {
  if (typed.length > LONGEST_TEXT) return no("long");
  const text = plain(typed);
  if (text === "") return no("empty");
  if (isUnsendable(text)) return no("signs");
  if (/@.*[\s,;].*@/u.test(text)) return no("several");
  const at = text.lastIndexOf("@");
  const [local, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || domain === "") return no("form");
  const why = localFault(local);
  if (why !== null) return no(why);
  const read = readDomain(domain);
  if (!read.ok) {
    return no(octets(text) > MOST_OCTETS ? "long" : DOMAIN_FAULTS[read.why]);
  }
  const address = `${local}@${read.domain}`;
  return octets(address) > MOST_OCTETS ? no("long") : { ok: true, address };
}

const DOMAIN_FAULTS: Readonly<Record<DomainFault, AddressFault>> = {
  noDot: "form",
  noName: "domain",
};

/** The domain of a canonical address. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

/** The domain of a canonical address where people read it in other letters, which may look like the ones they mean; else `null`. */
export function disguisedDomain(address: string): string | null {
  const domain = domainOf(address);
  return /(^|\.)xn--/.test(domain) ? domain : null;
}

/**
 * Whether an address is the organisation's: in one of its domains or below, or
 * the mailbox that the user name names, whatever its case and tag.
 */
export function isOwnAddress(
  address: string,
  ownDomains: readonly string[],
  userName: string,
): boolean {
  const domain = domainOf(address);
  const own = ownDomains.some((each) =>
    domain === each || domain.endsWith(`.${each}`)
  );
  const name = readAddress(userName);
  return own || name.ok && mailboxOf(name.address) === mailboxOf(address);
}

function mailboxOf(address: string): string {
  return address.toLowerCase().replace(/\+[^@]*@/, "@");
}

/** Controls, unseen format characters such as those that turn the direction, halves of characters, line ends. */
function isUnsendable(text: string): boolean {
  return /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u.test(text);
}

/** RFC 5322's atext and RFC 6532's characters beyond ASCII, and dots. */
function isLocal(text: string): boolean {
  return /^(?:[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]|[^\0-\x7f\p{Z}])+$/u.test(text);
}

function localFault(local: string): AddressFault | null {
  if (!isLocal(local)) return "signs";
  if (/^\.|\.\.|\.$/.test(local)) return "dots";
  return octets(local) > MOST_LOCAL_OCTETS ? "long" : null;
}

function plain(typed: string): string {
  return typed.normalize("NFC").replace(
    FULL_WIDTH,
    (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  ).trim();
}

function octets(text: string): number {
  return new TextEncoder().encode(text).length;
}

function no(why: AddressFault): AddressRead {
  return { ok: false, why };
}
