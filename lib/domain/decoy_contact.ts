/**
 * Numbers and addresses that look like somebody's. Nothing is ever sent to them.
 *
 * @module
 */
import examples from "libphonenumber-js/mobile/examples";
import { dialCode, isRegion } from "@/lib/domain/countries.ts";
import { readNumber } from "@/lib/domain/phone.ts";
import { refuseChannel } from "@/lib/domain/phone_channel.ts";
import type { RecoveryPolicy } from "@/lib/domain/recovery.ts";

/** Digits of a number that are drawn: the others say that it is a mobile. */
const DRAWN = 6;

/** Numbers that are tried before the example itself stands in. */
const TRIES = 20;

/** Where nothing says where people are. */
const ELSEWHERE = "US";

/** Where somebody's phone may be that is in no country of a list, and how common that is at most. */
const ABROAD = { regions: [ELSEWHERE, "GB", "DE", "IN"], share: 0.04 };

/** The names of top-level domains that are not their country's code (ISO 3166-1). */
const DOMAINS: Readonly<Record<string, string>> = { UK: "GB" };

/** How common each provider is: messages are counted by it. */
const PROVIDERS = [
  ...Array.from({ length: 11 }, () => "gmail.com"),
  ...Array.from({ length: 4 }, () => "outlook.com"),
  "hotmail.com",
  "icloud.com",
  "icloud.com",
  "yahoo.com",
  "yahoo.com",
];

/** First characters of addresses, about as common as they are; one stands for all that a hint does not show. */
const LETTERS = `${
  "aaaabbccddeefghijjjkkllmmmmnnoprrsssttvwyz".repeat(3)
}qux0123456789_`;

/**
 * Where phones get texts or calls, as far as the policy says so. Where one list is
 * open and the other is not, some are elsewhere, as some people's are: they are
 * offered the one way alone.
 */
export function reachedRegions(
  { smsCountries, voiceCountries }: Pick<
    RecoveryPolicy,
    "smsCountries" | "voiceCountries"
  >,
): "all" | readonly string[] {
  const lists = [smsCountries, voiceCountries].filter((list) => list !== "all");
  const named = [...new Set(lists.flat())];
  if (lists.length === 2) return named;
  if (named.length === 0) return "all";
  const others = ABROAD.regions.filter((each) => !named.includes(each));
  const times = Math.ceil((1 / ABROAD.share - 1) / named.length);
  const all = Array.from({ length: times }, () => named);
  return [...all, others.slice(0, 1)].flat();
}

/** Where people's phones are, as far as it can be told: by the countries of the policy, or by the domains. */
export function likelyRegions(
  countries: "all" | readonly string[],
  domains: readonly string[],
): readonly string[] {
  if (countries !== "all" && countries.length > 0) return countries;
  const found = domains.flatMap((domain) => {
    const top = domain.slice(domain.lastIndexOf(".") + 1).toUpperCase();
    const region = DOMAINS[top] ?? top;
    return isRegion(region) ? [region] : [];
  });
  return found.length > 0 ? found : [ELSEWHERE];
}

/** A mobile number of that region in E.164; `draw` gives a number from 0 to 1 for a label. */
export function decoyNumber(
  region: string,
  draw: (label: string) => number,
): { e164: string; region: string } {
  const known = region in examples ? region : ELSEWHERE;
  // The check above, which the index cannot say.
  const example = examples[known as keyof typeof examples] ?? "";
  for (let i = 0; i < TRIES; i++) {
    const digits = String(Math.floor(draw(`digits ${i}`) * 10 ** DRAWN));
    const number = example.slice(0, -DRAWN) + digits.padStart(DRAWN, "0");
    const e164 = `+${dialCode(known)}${number}`;
    const read = readNumber(e164, known);
    const fits = read.ok && read.number.e164 === e164 &&
      refuseChannel(read.number, "sms", "all") === null;
    if (fits) return { e164, region: read.number.region };
  }
  return { e164: `+${dialCode(known)}${example}`, region: known };
}

/** An address whose local part is long enough to be nobody's. */
export function decoyAddress(draw: (label: string) => number): string {
  const letter = LETTERS[Math.floor(draw("letter") * LETTERS.length)] ?? "a";
  const rest = Array.from(
    { length: 4 },
    (_, i) => Math.floor(draw(`local ${i}`) * 2 ** 30).toString(36),
  );
  const provider = PROVIDERS[Math.floor(draw("provider") * PROVIDERS.length)];
  return `${letter}${rest.join("")}@${provider ?? "gmail.com"}`;
}
