/** Standing, advice, skipping, review and arrival: the tables of the portal. */
import { assertEquals } from "@std/assert";
import { adviceFor } from "@/lib/domain/advice.ts";
import { arrivalOf } from "@/lib/domain/arrival.ts";
import type { Method } from "@/lib/domain/method.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import { dueMethods } from "@/lib/domain/review.ts";
import { skipOnce, skipsLeft } from "@/lib/domain/skipping.ts";
import { standingOf } from "@/lib/domain/standing.ts";

const DAY = 24 * 60 * 60_000;
const NOW = 1000 * DAY;

const phone = {
  number: "n",
  index: "i",
  region: "JP",
  channel: "sms",
  locale: "en",
  confirmedAt: NOW,
} as const;
const email = { address: "a", index: "j", locale: "en", confirmedAt: NOW };
const totp = { secret: "s", step: 1, confirmedAt: NOW };
const recoveryCodes = { hashes: ["h", null], confirmedAt: NOW };
const questions = { answers: [], asking: [], recipe: 1, confirmedAt: NOW };
const passkey = {
  id: "p",
  publicKey: "k",
  counter: 0,
  transports: [],
  name: "Laptop",
  verified: true,
  confirmedAt: NOW,
  usedAt: null,
};
const blocked = { wrong: 20, since: NOW, until: NOW + 1 };

function policyOf(required: 1 | 2, ...methods: Method[]): Policy {
  return { ...DEFAULT_POLICY, methods, required };
}

type Case = [
  what: string,
  person: Partial<Person> & { officePhone?: boolean },
  policy: Policy,
  missing: number,
  ok: boolean,
];

const STANDINGS: Case[] = [
  ["a newcomer where one is enough", {}, policyOf(1, "phone"), 1, false],
  [
    "a newcomer where two are needed",
    {},
    policyOf(2, "phone", "totp"),
    2,
    false,
  ],
  ["one phone of one", { phones: [phone] }, policyOf(1, "phone"), 0, true],
  [
    "one phone of two",
    { phones: [phone] },
    policyOf(2, "phone", "totp"),
    1,
    false,
  ],
  [
    "two phones, which are one method",
    { phones: [phone, phone] },
    policyOf(2, "phone", "totp"),
    1,
    false,
  ],
  [
    "phone and app of two",
    { phones: [phone], totp },
    policyOf(2, "phone", "totp"),
    0,
    true,
  ],
  [
    "phone and email, which are one by NIST",
    { phones: [phone], email },
    policyOf(2, "phone", "email", "totp"),
    1,
    false,
  ],
  [
    "a passkey where two are needed",
    { passkeys: [passkey] },
    policyOf(2, "passkey", "phone"),
    1,
    true,
  ],
  [
    "questions alone",
    { questions },
    policyOf(1, "questions", "phone"),
    1,
    false,
  ],
  [
    "a phone that the policy no longer has",
    { phones: [phone] },
    policyOf(1, "totp"),
    1,
    false,
  ],
  [
    "an office phone of the directory",
    { officePhone: true },
    policyOf(1, "officePhone"),
    0,
    true,
  ],
  [
    "an office phone that the policy has not",
    { officePhone: true },
    policyOf(1, "phone"),
    1,
    false,
  ],
  ["recovery codes", { recoveryCodes }, policyOf(1, "recoveryCodes"), 0, true],
  [
    "somebody frozen stays registered",
    { phones: [phone], frozenAt: NOW },
    policyOf(1, "phone"),
    0,
    false,
  ],
  [
    "somebody blocked stays registered",
    { phones: [phone], failures: { phone: blocked } },
    policyOf(1, "phone"),
    0,
    false,
  ],
];

for (const [what, held, policy, missing, ok] of STANDINGS) {
  Deno.test(`standingOf() of ${what}`, () => {
    const standing = standingOf({ ...NEWCOMER, ...held }, policy, NOW);
    assertEquals(
      [standing.missing, standing.registered, standing.recovery.ok],
      [
        missing,
        missing === 0,
        ok,
      ],
    );
  });
}

Deno.test.each([
  [["phone"], true, ["phone", "totp", "recoveryCodes"], "recoveryCodes"],
  [["phone"], true, ["phone", "totp", "email"], "totp"],
  [["recoveryCodes"], true, ["phone", "recoveryCodes"], "phone"],
  [["phone"], true, ["phone"], null],
  [["phone"], true, ["phone", "questions", "officePhone"], null],
  [["phone"], false, ["phone", "totp"], null],
  [["phone", "totp"], true, ["phone", "totp", "email"], null],
  [["questions", "phone"], true, ["questions", "phone", "totp"], "totp"],
  [["questions", "phone", "totp"], true, ["phone", "totp", "email"], null],
] as [Method[], boolean, Method[], Method | null][])(
  "adviceFor(%j, registered %s) of %j is %s",
  (done, registered, methods, advised) => {
    assertEquals(adviceFor({ done, registered }, { methods }), advised);
  },
);

const SKIPS: [string, Person["skipped"], [number, number], object | null][] = [
  ["never yet", null, [3, 14], { times: 3, days: 14 }],
  ["none allowed", null, [0, 14], null],
  ["no day allowed", null, [3, 0], null],
  ["once", { times: 1, since: NOW - 1 }, [3, 14], { times: 2, days: 14 }],
  ["the last one", { times: 2, since: NOW - 14 * DAY + 1 }, [3, 14], {
    times: 1,
    days: 1,
  }],
  ["too late", { times: 1, since: NOW - 14 * DAY }, [3, 14], null],
  ["too often", { times: 3, since: NOW }, [3, 14], null],
];

for (const [what, skipped, [skipsAllowed, skipDays], left] of SKIPS) {
  Deno.test(`skipsLeft() for ${what}`, () => {
    const policy = { skipsAllowed, skipDays };
    assertEquals(skipsLeft({ skipped }, policy, NOW), left);
  });
}

Deno.test("skipOnce() keeps the time of the first", () => {
  const first = skipOnce({ skipped: null }, NOW);
  assertEquals(first, { times: 1, since: NOW });
  assertEquals(skipOnce({ skipped: first }, NOW + DAY), {
    times: 2,
    since: NOW,
  });
});

const old = { ...phone, confirmedAt: NOW - 180 * DAY };
const DUE: [string, Partial<Person>, number, Method[]][] = [
  ["nothing", {}, 180, []],
  ["a phone on its day", { phones: [old] }, 180, ["phone"]],
  [
    "a phone on the day before",
    { phones: [{ ...old, confirmedAt: old.confirmedAt + 1 }] },
    180,
    [],
  ],
  ["never, where the policy asks never", { phones: [old] }, 0, []],
  [
    "not again after a review",
    { phones: [old], reviewed: { phone: NOW } },
    180,
    [],
  ],
  [
    "again after the next period",
    { phones: [old], reviewed: { phone: NOW - 180 * DAY } },
    180,
    ["phone"],
  ],
  [
    "what another method's review does not count for",
    { phones: [old], reviewed: { totp: NOW } },
    180,
    ["phone"],
  ],
  ["the due ones alone", { phones: [old], totp }, 180, ["phone"]],
  [
    "a passkey that was used is none",
    { passkeys: [{ ...passkey, confirmedAt: 0, usedAt: NOW }] },
    1,
    [],
  ],
  [
    "a method that the policy has not is none",
    { email: { ...email, confirmedAt: 0 } },
    180,
    [],
  ],
];

for (const [what, held, reviewDays, due] of DUE) {
  Deno.test(`dueMethods(): ${what}`, () => {
    const policy = {
      methods: ["phone", "totp", "passkey"] as const,
      reviewDays,
    };
    assertEquals(dueMethods({ ...NEWCOMER, ...held }, policy, NOW), due);
  });
}

const both = policyOf(1, "phone", "totp");
const ARRIVALS: [string, Partial<Person>, Policy, string][] = [
  ["a newcomer", {}, both, "list"],
  ["one way alone", { phones: [phone] }, both, "advice"],
  [
    "one way alone, advised before",
    { phones: [phone], advised: true },
    both,
    "list",
  ],
  [
    "one way where there is no other",
    { phones: [phone] },
    policyOf(1, "phone"),
    "list",
  ],
  ["something old", { phones: [old] }, both, "review"],
  ["something old outside the groups", { phones: [old] }, {
    ...both,
    register: "groups",
    groups: ["x"],
  }, "list"],
];

for (const [what, held, policy, arrival] of ARRIVALS) {
  Deno.test(`arrivalOf() for ${what}`, () => {
    const person = { ...NEWCOMER, ...held };
    const standing = standingOf(person, policy, NOW);
    const arriving = { person, groups: [], standing, policy, now: NOW };
    assertEquals(arrivalOf(arriving), arrival);
  });
}
