import { assertEquals } from "@std/assert";
import { freeze } from "@/lib/domain/frozen.ts";
import { type Method, METHODS } from "@/lib/domain/method.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { isFresh, proofWays } from "@/lib/domain/proof_ways.ts";
import type { Session } from "@/lib/domain/session.ts";

const NOW = Date.UTC(2026, 0, 1, 12);
const MINUTE = 60_000;
const OLD = NOW - 60 * MINUTE;

const PHONE = {
  number: "sealed",
  index: "p",
  region: "JP",
  channel: "sms",
  locale: "en",
  confirmedAt: OLD,
} as const;
const EMAIL = { address: "sealed", index: "e", locale: "en", confirmedAt: OLD };
const TOTP = { secret: "sealed", step: 0, confirmedAt: OLD };
const CODES = { hashes: [null, "hash"], confirmedAt: OLD };
const KEY = {
  id: "k",
  publicKey: "",
  counter: 0,
  transports: [],
  name: "",
  verified: true,
  confirmedAt: OLD,
  usedAt: null,
};
const QUESTIONS = { answers: [], asking: [], recipe: 1, confirmedAt: OLD };
const ALL = { phones: [PHONE], email: EMAIL, recoveryCodes: CODES };
const POLICY = { methods: METHODS };

const person = (has: Partial<Person>): Person => ({ ...NEWCOMER, ...has });

const WAYS: readonly [what: string, Partial<Person>, ways: string][] = [
  ["nothing", {}, "password"],
  ["a phone", { phones: [PHONE] }, "password"],
  ["a phone and an address", { phones: [PHONE], email: EMAIL }, "password"],
  ["recovery codes alone", { recoveryCodes: CODES }, "recoveryCodes"],
  ["everything but a passkey and an app", ALL, "recoveryCodes"],
  [
    "a phone, and codes that are used up",
    { phones: [PHONE], recoveryCodes: { ...CODES, hashes: [null] } },
    "password",
  ],
  ["questions, which prove nothing here", { questions: QUESTIONS }, "password"],
  ["an app alone", { totp: TOTP }, "totp"],
  ["a passkey alone", { passkeys: [KEY] }, "passkey"],
  [
    "a passkey and the rest",
    { ...ALL, passkeys: [KEY], totp: TOTP },
    "passkey,totp,recoveryCodes",
  ],
  ["an app and a phone", { totp: TOTP, phones: [PHONE] }, "totp"],
  [
    "an app and codes that are used up",
    { totp: TOTP, recoveryCodes: { ...CODES, hashes: [null] } },
    "totp",
  ],
];
for (const [what, has, ways] of WAYS) {
  Deno.test(`proofWays() of ${what}: ${ways}`, () => {
    assertEquals(proofWays(person(has), POLICY).join(), ways);
  });
}

Deno.test("proofWays() counts what the policy has alone", () => {
  const methods: Method[] = ["phone"];
  const has = person({ totp: TOTP, phones: [PHONE] });
  assertEquals(proofWays(has, { methods }), ["password"]);
});

Deno.test("proofWays() of somebody who is frozen: never the password, and nothing since the doubt", () => {
  const frozen = (has: Partial<Person>) =>
    freeze(person(has), { changedAt: NOW, now: NOW });
  const ways = (has: Partial<Person>) => proofWays(frozen(has), POLICY).join();
  assertEquals(ways({}), "");
  assertEquals(ways({ phones: [PHONE] }), "phone");
  assertEquals(ways({ phones: [{ ...PHONE, confirmedAt: NOW }] }), "");
  assertEquals(ways({ phones: [PHONE], email: EMAIL }), "phone,email");
  assertEquals(
    ways({ ...ALL, totp: { ...TOTP, confirmedAt: NOW } }),
    "recoveryCodes",
  );
});

type Proved = Pick<Session, "provedAt" | "provedBy">;

const FRESH: readonly [
  what: string,
  Partial<Proved>,
  Partial<Person>,
  fresh: boolean,
][] = [
  [
    "a password, 5 minutes less 1 ms ago",
    {
      provedAt: NOW - 5 * MINUTE + 1,
    },
    { phones: [PHONE] },
    true,
  ],
  ["a password 5 minutes ago", { provedAt: NOW - 5 * MINUTE }, {}, false],
  ["a password where there is an app", {}, { totp: TOTP }, false],
  ["a password where there is a passkey", {}, { passkeys: [KEY] }, false],
  ["a password before an app was set up", {}, {
    totp: { ...TOTP, confirmedAt: NOW },
  }, true],
  ["a password before a second passkey was set up", {}, {
    passkeys: [KEY, { ...KEY, id: "l", confirmedAt: NOW }],
  }, false],
  ["the app", { provedBy: "totp" }, { totp: TOTP }, true],
  ["a code to the phone, where there is an app", { provedBy: "phone" }, {
    totp: TOTP,
    phones: [PHONE],
  }, false],
  ["a code to the phone, where nothing is strong", { provedBy: "phone" }, {
    phones: [PHONE],
  }, true],
  ["a password where there are recovery codes", {}, {
    recoveryCodes: CODES,
  }, false],
  ["a password before recovery codes were made", {}, {
    recoveryCodes: { ...CODES, confirmedAt: NOW },
  }, true],
  [
    "the last recovery code, where there is a passkey",
    {
      provedBy: "recoveryCodes",
    },
    { passkeys: [KEY], recoveryCodes: { ...CODES, hashes: [null] } },
    true,
  ],
  [
    "the app 5 minutes ago",
    {
      provedBy: "totp",
      provedAt: NOW - 5 * MINUTE,
    },
    { totp: TOTP },
    false,
  ],
];
for (const [what, session, has, fresh] of FRESH) {
  Deno.test(`isFresh() of ${what}: ${fresh}`, () => {
    const proved: Proved = { provedAt: NOW, provedBy: "password", ...session };
    const at = { policy: POLICY, now: NOW };
    assertEquals(isFresh(proved, person(has), at), fresh);
  });
}
