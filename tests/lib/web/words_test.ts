import { assert, assertEquals } from "@std/assert";
import type { AddressFault } from "@/lib/domain/email_address.ts";
import type { NumberFault } from "@/lib/domain/phone.ts";
import type { ChannelFault } from "@/lib/domain/phone_channel.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { codeWords, type NotRight } from "@/lib/web/code_words.ts";
import { fieldOf, sendWords, type Unsent } from "@/lib/web/send_words.ts";

const NOW = Date.UTC(2026, 0, 1, 12);
const HOUR = 60 * 60_000;
const numbers: NumberFault[] = [
  "empty",
  "letters",
  "short",
  "long",
  "invalid",
  "unknownCountry",
];
const channels: ChannelFault[] = [
  "landline",
  "premium",
  "sharedCost",
  "tollFree",
  "pager",
  "voicemail",
  "personal",
  "uan",
  "global",
  "country",
];
const addresses: (AddressFault | "own")[] = [
  "empty",
  "form",
  "several",
  "long",
  "signs",
  "dots",
  "domain",
  "own",
];
const unsent: Unsent[] = [
  ...numbers.map((why) => ({ kind: "number", why }) as const),
  { kind: "number", why: "taken" },
  ...channels.map((why) => ({ kind: "channel", why }) as const),
  ...addresses.map((why) => ({ kind: "address", why }) as const),
  { kind: "limit", until: NOW + HOUR },
  { kind: "blocked", until: NOW + HOUR },
  { kind: "waiting", until: NOW + 25_000 },
];
const refused: NotRight[] = [
  { kind: "wrong", left: 4 },
  { kind: "wrong", left: 1 },
  { kind: "late" },
  { kind: "tries" },
  { kind: "blocked", until: NOW + HOUR },
  { kind: "none" },
  { kind: "elsewhere" },
  { kind: "purpose" },
  { kind: "taken" },
];

for (const tag of TAGS) {
  const t = translator(tag);

  Deno.test(`sendWords() has its own whole sentence for each answer in ${tag}`, () => {
    const context = {
      channel: "sms",
      channels: ["sms", "voice"],
      now: NOW,
    } as const;
    const said = unsent.map((answer) => sendWords(t, answer, context));
    assertEquals(new Set(said).size, unsent.length);
    for (const text of said) assert(!/[{}]/.test(text), text);
  });

  Deno.test(`codeWords() has its own whole sentence for each answer in ${tag}`, () => {
    const said = refused.map((answer) => codeWords(t, answer, NOW));
    assertEquals(new Set(said).size, refused.length);
    for (const text of said) assert(!/[{}]/.test(text), text);
  });
}

Deno.test("sendWords() sends a landline to the call only where there are calls", () => {
  const t = translator("en");
  const answer = { kind: "channel", why: "landline" } as const;
  const say = (channels: ("sms" | "voice")[]) =>
    sendWords(t, answer, { channel: "sms", channels, now: NOW });
  assert(say(["sms", "voice"]).includes("Call me"));
  assert(!say(["sms"]).includes("Call me"));
});

Deno.test("sendWords() names the way that a country does not get", () => {
  const t = translator("en");
  const answer = { kind: "channel", why: "country" } as const;
  const say = (channel: "sms" | "voice") =>
    sendWords(t, answer, { channel, channels: ["sms", "voice"], now: NOW });
  assert(say("sms").includes("texts"));
  assert(say("voice").includes("call"));
});

Deno.test("fieldOf() points at the field that can be put right", () => {
  assertEquals(unsent.map(fieldOf), [
    ...Array(5).fill("number"),
    "country",
    ...Array(11).fill("number"),
    ...Array(8).fill("address"),
    "",
    "",
    "",
  ]);
});
