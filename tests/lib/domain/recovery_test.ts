/** NIST SP 800-63B-4 §4.1.2.1 and §4.2.2, over every subset of proofs. */
import { assertEquals } from "@std/assert";
import type { Method } from "@/lib/domain/method.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import {
  type AccountLevel,
  isThrough,
  mayReset,
  type Proof,
  type RecoveryPolicy,
} from "@/lib/domain/recovery.ts";
import { couldReset, recoveryCheck } from "@/lib/domain/recovery_check.ts";
import { FOR_GOOD } from "@/lib/flows/proofs/prove_questions.ts";

const NOW = Date.UTC(2026, 0, 1, 12);
const PROOFS: readonly Proof[] = [
  "sms",
  "voice",
  "email",
  "recoveryCode",
  "totp",
  "passkey",
  "passkeyUnverified",
  "questions",
];

/** The table: what is presented, and whether an account of AAL1 and of AAL2 may be reset by it. */
const TABLE: readonly [
  proofs: readonly Proof[],
  aal1: boolean,
  aal2: boolean,
][] = [
  [[], false, false],
  [["sms"], true, false],
  [["voice"], true, false],
  [["email"], true, false],
  [["sms", "email"], true, false],
  [["sms", "voice", "email"], true, false],
  [["recoveryCode"], true, false],
  [["recoveryCode", "sms"], true, true],
  [["recoveryCode", "voice"], true, true],
  [["recoveryCode", "email"], true, true],
  [["sms", "totp"], true, true],
  [["voice", "totp"], true, true],
  [["email", "totp"], true, true],
  [["recoveryCode", "totp"], true, true],
  [["totp"], true, false],
  [["passkey"], true, true],
  [["passkeyUnverified"], true, false],
  [["passkeyUnverified", "totp"], true, false],
  [["passkeyUnverified", "recoveryCode"], true, true],
  [["passkeyUnverified", "sms"], true, true],
  [["passkeyUnverified", "voice"], true, true],
  [["passkeyUnverified", "email"], true, true],
  [["questions"], false, false],
  [["questions", "sms"], true, false],
  [["questions", "email"], true, false],
  [["questions", "totp"], true, false],
  [["questions", "recoveryCode"], true, false],
];

for (const [proofs, aal1, aal2] of TABLE) {
  Deno.test(`mayReset() by ${proofs.join(" + ") || "nothing"}: ${aal1} at AAL1, ${aal2} at AAL2`, () => {
    assertEquals(mayReset(new Set(proofs), "aal1"), aal1);
    assertEquals(mayReset(new Set(proofs), "aal2"), aal2);
  });
}

Deno.test("mayReset() takes a subset exactly where it holds a row of the table that is taken", () => {
  const levels: readonly AccountLevel[] = ["aal1", "aal2"];
  for (let bits = 0; bits < 2 ** PROOFS.length; bits++) {
    const subset = new Set(PROOFS.filter((_, i) => bits >> i & 1));
    for (const [i, level] of levels.entries()) {
      const taken = TABLE.some(([proofs, ...yes]) =>
        yes[i] && proofs.every((proof) => subset.has(proof))
      );
      assertEquals(mayReset(subset, level), taken, `${[...subset]} ${level}`);
    }
  }
});

const NEVER: readonly [required: 1 | 2, methods: Method[], could: boolean][] = [
  [1, ["phone"], true],
  [1, ["officePhone"], true],
  [1, ["questions"], false],
  [2, ["phone", "officePhone", "email", "questions"], false],
  [2, ["questions", "totp"], false],
  [2, ["phone", "totp"], true],
  [2, ["email", "recoveryCodes"], true],
  [2, ["questions", "passkey"], true],
];
for (const [required, methods, could] of NEVER) {
  Deno.test(`couldReset() where ${required} of ${methods} are needed: ${could}`, () => {
    const policy = { ...DEFAULT_POLICY, required, methods };
    assertEquals(couldReset(policy), could);
  });
}

const PHONE = {
  number: "sealed",
  index: "p",
  region: "JP",
  channel: "sms",
  locale: "en",
  confirmedAt: NOW,
} as const;
const EMAIL = { address: "sealed", index: "e", locale: "en", confirmedAt: NOW };
const TOTP = { secret: "sealed", step: 0, confirmedAt: NOW };
const CODES = { hashes: [null, "hash"], confirmedAt: NOW };
const QUESTIONS = { answers: [], asking: [], recipe: 1, confirmedAt: NOW };
const KEY = {
  id: "k",
  publicKey: "",
  counter: 0,
  transports: [],
  name: "",
  verified: true,
  confirmedAt: NOW,
  usedAt: null,
};

const ALL: RecoveryPolicy = {
  ...DEFAULT_POLICY,
  methods: ["questions", "phone", "email", "recoveryCodes", "totp", "passkey"],
  required: 2,
};
const ONE: RecoveryPolicy = { ...ALL, required: 1 };
const blocked = { wrong: 20, since: NOW, until: NOW + 1 };

const GREEN: readonly [what: string, Partial<Person>, RecoveryPolicy][] = [
  ["a phone where one is needed", { phones: [PHONE] }, ONE],
  ["an email where one is needed", { email: EMAIL }, ONE],
  ["a phone and an app", { phones: [PHONE], totp: TOTP }, ALL],
  ["a phone and codes", { phones: [PHONE], recoveryCodes: CODES }, ALL],
  ["a passkey", { passkeys: [KEY] }, ALL],
  ["a phone and questions", { phones: [PHONE], questions: QUESTIONS }, ONE],
  ["a block that is over", {
    phones: [PHONE],
    failures: { phone: { ...blocked, until: NOW } },
  }, ONE],
  ["a phone that gets calls alone", { phones: [PHONE] }, {
    ...ONE,
    smsCountries: ["US"],
    voiceCountries: ["JP"],
  }],
];

/** Five wrong sets of answers: until they are set up anew none is taken. */
const BARRED: Partial<Person> = {
  questions: QUESTIONS,
  failures: { questions: { wrong: 5, since: NOW, until: NOW + FOR_GOOD } },
};

/** What is on file beside questions that are not asked any more, and whether it gets the person in without them. */
const BARRED_ROWS: readonly [
  what: string,
  Partial<Person>,
  required: 1 | 2,
  ok: boolean,
][] = [
  ["a phone", { phones: [PHONE] }, 1, false],
  ["a phone and an address", { phones: [PHONE], email: EMAIL }, 1, false],
  ["an app", { totp: TOTP }, 1, false],
  ["a phone and an app", { phones: [PHONE], totp: TOTP }, 1, true],
  ["a phone and codes", { phones: [PHONE], recoveryCodes: CODES }, 1, true],
  ["a passkey", { passkeys: [KEY] }, 1, true],
  ["a phone and an app, two needed", { phones: [PHONE], totp: TOTP }, 2, false],
  ["a passkey, two needed", { passkeys: [KEY] }, 2, false],
  [
    "a phone, an app and codes, two needed",
    { phones: [PHONE], totp: TOTP, recoveryCodes: CODES },
    2,
    true,
  ],
  [
    "a passkey and a phone, two needed",
    {
      passkeys: [KEY],
      phones: [PHONE],
    },
    2,
    true,
  ],
];
for (const [what, has, required, ok] of BARRED_ROWS) {
  Deno.test(`recoveryCheck() of ${what}, with questions that are not asked any more: ${ok}`, () => {
    const person = { ...NEWCOMER, ...BARRED, ...has };
    const check = recoveryCheck(person, { ...ALL, required }, NOW);
    const missing = { kind: "questions" } as const;
    assertEquals(check, ok ? { ok } : { ok, missing });
  });
}

Deno.test("recoveryCheck() takes questions that the policy has not for none", () => {
  const person = { ...NEWCOMER, ...BARRED, phones: [PHONE] };
  const policy = { ...ONE, methods: ["phone"] as const };
  assertEquals(recoveryCheck(person, policy, NOW), { ok: true });
});

Deno.test("isThrough() asks for answers on top of the least that is enough, and for none on top of more", () => {
  const asked = { questions: QUESTIONS };
  const is = (policy: RecoveryPolicy, ...proofs: Proof[]) =>
    isThrough(new Set(proofs), asked, policy);
  assertEquals(is(ONE, "questions"), false);
  assertEquals(is(ONE, "sms"), false);
  assertEquals(is(ONE, "sms", "email"), false);
  assertEquals(is(ONE, "totp", "passkeyUnverified"), false);
  assertEquals(is(ONE, "sms", "questions"), true);
  assertEquals(is(ONE, "sms", "recoveryCode"), true);
  assertEquals(is(ONE, "passkey"), true);
  assertEquals(is(ALL, "passkey"), false);
  assertEquals(is(ALL, "sms", "totp"), false);
  assertEquals(is(ALL, "sms", "questions"), false);
  assertEquals(is(ALL, "sms", "totp", "questions"), true);
  assertEquals(is(ALL, "sms", "totp", "recoveryCode"), true);
});

for (const [what, has, policy] of GREEN) {
  Deno.test(`recoveryCheck() is green for ${what}`, () => {
    const person = { ...NEWCOMER, ...has };
    assertEquals(recoveryCheck(person, policy, NOW), { ok: true });
  });
}

const SINGLES: Method[][] = [
  ["phone"],
  ["email"],
  ["recoveryCodes"],
  ["totp"],
  ["passkey"],
];
const only = (...methods: Method[]) => ({ ...ALL, methods });
const RED: readonly [
  what: string,
  Partial<Person>,
  RecoveryPolicy,
  Method[][],
][] = [
  ["nothing where one is needed", {}, ONE, SINGLES],
  ["questions alone", { questions: QUESTIONS }, ONE, SINGLES],
  [
    "a phone and an email, which are one method",
    {
      phones: [PHONE],
      email: EMAIL,
    },
    ALL,
    [["recoveryCodes"], ["totp"], ["passkey"]],
  ],
  ["an app alone", { totp: TOTP }, ALL, [
    ["phone"],
    ["email"],
    ["recoveryCodes"],
    ["passkey"],
  ]],
  ["nothing where two are needed", {}, only("phone", "email", "totp"), [
    ["phone", "totp"],
    ["email", "totp"],
  ]],
  ["a policy that offers no way", {}, only("phone", "email"), []],
  [
    "codes that are all used",
    {
      recoveryCodes: { ...CODES, hashes: [null] },
    },
    { ...only("recoveryCodes"), required: 1 },
    [["recoveryCodes"]],
  ],
  [
    "a passkey without verification",
    {
      passkeys: [{ ...KEY, verified: false }],
    },
    only("passkey", "phone"),
    [["phone"], ["passkey"]],
  ],
  ["a method that the policy has dropped", { phones: [PHONE] }, {
    ...only("email"),
    required: 1,
  }, [["email"]]],
  [
    "a method that is blocked",
    {
      phones: [PHONE],
      failures: { phone: blocked },
    },
    { ...only("phone", "email"), required: 1 },
    [["email"]],
  ],
  ["a phone where nothing goes to its country", { phones: [PHONE] }, {
    ...only("email"),
    methods: ["phone", "email"],
    required: 1,
    smsCountries: ["US"],
    voiceCountries: [],
  }, [["phone"], ["email"]]],
];
for (const [what, has, policy, oneOf] of RED) {
  Deno.test(`recoveryCheck() says what is missing for ${what}`, () => {
    const found = recoveryCheck({ ...NEWCOMER, ...has }, policy, NOW);
    if (found.ok || found.missing.kind !== "methods") {
      throw new Error(JSON.stringify(found));
    }
    const sorted = (sets: readonly (readonly Method[])[]) =>
      sets.map(String).sort();
    assertEquals(sorted(found.missing.oneOf), sorted(oneOf));
  });
}

Deno.test("recoveryCheck() is red while recovery is frozen, whatever is set up", () => {
  const person = { ...NEWCOMER, passkeys: [KEY], frozenAt: NOW };
  assertEquals(recoveryCheck(person, ONE, NOW), {
    ok: false,
    missing: { kind: "frozen" },
  });
});
