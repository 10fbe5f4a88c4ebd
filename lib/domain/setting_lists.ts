/**
 * Lists of countries, domains and origins, as an operator types them.
 *
 * @module
 */
import { readDomain } from "@/lib/domain/mail_domain.ts";
import { no, readList, type Value } from "@/lib/domain/setting_values.ts";

/** The longest origin that a host of DNS can have, with its port (RFC 1035 §2.3.4). */
const LONGEST_ORIGIN = 270;

/** Reads a list of regions (ISO 3166-1 alpha-2), or `all`. */
export function readCountries(
  text: string,
): Value<"all" | readonly string[]> {
  if (text === "all") return { ok: true, value: "all" };
  const value = readList(text).map((region) => region.toUpperCase());
  const wrong = value.find((region) => !isRegion(region));
  if (wrong === undefined) return { ok: true, value };
  return no(
    `${wrong} is not a country's two letters. Write all, none, or a list such as JP,US.`,
  );
}

/** Reads a list of domains of mail, into ASCII. */
export function readDomains(text: string): Value<readonly string[]> {
  const value: string[] = [];
  for (const typed of readList(text)) {
    const read = readDomain(typed);
    if (!read.ok) {
      return no(
        `${typed} is not a domain of mail. Write a list such as example.org, or none.`,
      );
    }
    value.push(read.domain);
  }
  return { ok: true, value: [...new Set(value)] };
}

/** Reads a list of https origins: scheme, host and port alone. */
export function readOrigins(text: string): Value<readonly string[]> {
  const typed = readList(text);
  const origins = typed.map((item) => originOf(item));
  const value = origins.filter((origin) => origin !== null);
  return value.length === typed.length
    ? { ok: true, value: [...new Set(value)] }
    : no(
      "Each must be an https address with nothing after the host, such as https://app.example.org.",
    );
}

function originOf(text: string): string | null {
  const url = text.length <= LONGEST_ORIGIN ? URL.parse(text) : null;
  const alone = url !== null && url.protocol === "https:" &&
    `${url.origin}/` === url.href && !/[\s\\*]/.test(text);
  return alone ? url.origin : null;
}

/** Whether these are the letters of a region, and its present ones (GB, not UK). */
function isRegion(region: string): boolean {
  if (!/^[A-Z]{2}$/.test(region)) return false;
  const names = new Intl.DisplayNames("en", {
    type: "region",
    fallback: "none",
  });
  return names.of(region) !== undefined &&
    new Intl.Locale("und", { region }).region === region;
}
