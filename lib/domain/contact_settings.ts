/**
 * Reading where people turn to who cannot help themselves.
 *
 * @module
 */
import { readAddress } from "@/lib/domain/email_address.ts";
import type { Method } from "@/lib/domain/method.ts";
import { no, readList, type Value } from "@/lib/domain/setting_values.ts";

/** As many recipients as one request for help is mailed to at most. */
export const MOST_ADMINS = 100;

/** Reads a list of email addresses. */
export function readAddresses(text: string): Value<readonly string[]> {
  const read = readList(text).map(readAddress);
  const addresses = read.flatMap((each) => each.ok ? [each.address] : []);
  if (addresses.length < read.length) {
    return no("It must be email addresses, separated by commas, or none.");
  }
  return addresses.length <= MOST_ADMINS
    ? { ok: true, value: addresses }
    : no(`It takes up to ${MOST_ADMINS} addresses.`);
}

/** What an operator is told who lets codes go to addresses: sentences, to be shown as they are. */
export function ownDomainsWarnings(
  { methods, ownDomains }: {
    methods: readonly Method[];
    ownDomains: readonly string[];
  },
): string[] {
  const known = !methods.includes("email") || ownDomains.length > 0;
  return known ? [] : [
    "ownDomains is empty, so people may register the organisation's own addresses, whose mail they cannot read without the password: " +
    "set ownDomains to the domains of your organisation's mail.",
  ];
}

/** Reads an https page, an email address, or `none`. */
export function readContact(text: string): Value<string> {
  if (text === "none" || text === "") return { ok: true, value: "" };
  const url = URL.parse(text);
  if (url?.protocol === "https:") return { ok: true, value: url.href };
  const read = readAddress(text);
  return read.ok
    ? { ok: true, value: read.address }
    : no("It must be an https address, an email address, or none.");
}
