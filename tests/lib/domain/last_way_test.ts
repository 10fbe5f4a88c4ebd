import { assertEquals } from "@std/assert";
import { isLastWay, type Removal } from "@/lib/domain/last_way.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";

const NOW = Date.UTC(2026, 0, 1, 12);
const phone = (index: string) => ({
  number: "sealed",
  index,
  region: "JP",
  channel: "sms" as const,
  locale: "en",
  confirmedAt: NOW,
});
const key = (id: string) => ({
  id,
  publicKey: "",
  counter: 0,
  transports: [],
  name: "",
  verified: true,
  confirmedAt: NOW,
  usedAt: null,
});
const EMAIL = { address: "sealed", index: "e", locale: "en", confirmedAt: NOW };
const TOTP = { secret: "sealed", step: 0, confirmedAt: NOW };
const QUESTIONS = { answers: [], asking: [], recipe: 1, confirmedAt: NOW };
const BARRED: Partial<Person> = {
  questions: QUESTIONS,
  failures: { questions: { wrong: 5, since: NOW, until: NOW + 1 } },
};
const P: Removal = { method: "phone", index: "p" };

const CASES: readonly [
  what: string,
  Partial<Person>,
  Removal,
  required: 1 | 2,
  last: boolean,
][] = [
  ["the only phone", { phones: [phone("p")] }, P, 1, true],
  ["one of two phones", { phones: [phone("p"), phone("q")] }, P, 1, false],
  [
    "a phone beside an email",
    { phones: [phone("p")], email: EMAIL },
    P,
    1,
    false,
  ],
  [
    "the app beside a phone, two needed",
    {
      phones: [phone("p")],
      totp: TOTP,
    },
    { method: "totp" },
    2,
    true,
  ],
  [
    "the only passkey",
    { passkeys: [key("k")] },
    {
      method: "passkey",
      id: "k",
    },
    2,
    true,
  ],
  [
    "one of two passkeys",
    { passkeys: [key("k"), key("l")] },
    {
      method: "passkey",
      id: "k",
    },
    2,
    false,
  ],
  [
    "questions, which are no way",
    { questions: QUESTIONS },
    {
      method: "questions",
    },
    1,
    false,
  ],
  [
    "questions beside a phone",
    { phones: [phone("p")], questions: QUESTIONS },
    {
      method: "questions",
    },
    1,
    false,
  ],
  [
    "the app that takes the place of questions that are not asked any more",
    { ...BARRED, phones: [phone("p")], totp: TOTP },
    { method: "totp" },
    1,
    true,
  ],
  [
    "questions that are not asked any more",
    { ...BARRED, phones: [phone("p")] },
    { method: "questions" },
    1,
    false,
  ],
  ["a phone that is not there", { email: EMAIL }, P, 1, false],
  [
    "the only phone while recovery is frozen",
    {
      phones: [phone("p")],
      frozenAt: NOW,
    },
    P,
    1,
    true,
  ],
];
for (const [what, has, removal, required, last] of CASES) {
  Deno.test(`isLastWay() of ${what}: ${last}`, () => {
    const policy = {
      ...DEFAULT_POLICY,
      methods: ["questions", "phone", "email", "totp", "passkey"] as const,
      required,
    };
    const person = { ...NEWCOMER, ...has };
    assertEquals(isLastWay(person, removal, { policy, now: NOW }), last);
  });
}
