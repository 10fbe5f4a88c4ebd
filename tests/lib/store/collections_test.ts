import { assertEquals, assertRejects } from "@std/assert";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import type { Verification } from "@/lib/domain/verification.ts";
import { accountNameRef, accountRef } from "@/lib/store/accounts.ts";
import { absent, change } from "@/lib/store/entries.ts";
import { StoredValueError } from "@/lib/store/errors.ts";
import { listOutgoing, outgoingRef, receiptRef } from "@/lib/store/outbox.ts";
import { personRef, phoneHoldersRef } from "@/lib/store/people.ts";
import { policyRef } from "@/lib/store/policy.ts";
import type { Ref } from "@/lib/store/record.ts";
import { commit, read } from "@/lib/store/records.ts";
import { sessionRef } from "@/lib/store/sessions.ts";
import { setupRef } from "@/lib/store/setups.ts";
import { usageRef } from "@/lib/store/usage.ts";
import { verificationRef, verificationsOf } from "@/lib/store/verifications.ts";

const PERSON: Person = {
  epoch: 2,
  phones: [{
    number: "k1.sealed",
    index: "k1.index",
    region: "JP",
    channel: "voice",
    locale: "ja",
    confirmedAt: 1000,
  }],
  email: {
    address: "k1.sealed",
    index: "k1.index",
    locale: "ja",
    confirmedAt: 2000,
  },
  totp: { secret: "k1.sealed", step: 7, confirmedAt: 3000 },
  passkeys: [{
    id: "id",
    publicKey: "key",
    counter: 1,
    transports: ["usb"],
    name: "Key",
    verified: true,
    confirmedAt: 4000,
    usedAt: null,
  }],
  recoveryCodes: { hashes: ["$argon2id$", null], confirmedAt: 5000 },
  questions: {
    answers: [{ question: "q", hash: "$argon2id$" }],
    recipe: 1,
    asking: [0],
    confirmedAt: 6000,
  },
  failures: { phone: { wrong: 3, since: 900, until: null } },
  lastRegion: "JP",
  frozenAt: 7000,
  doubtedSince: 6000,
  reviewed: { phone: 8000 },
  practisedAt: 9000,
  skipped: { times: 1, since: 500 },
  advised: true,
};

const VERIFICATION: Verification = {
  step: "code",
  id: "id",
  purpose: "phone.register",
  to: "k1.sealed",
  index: "k1.index",
  older: [],
  others: [],
  replaces: null,
  region: "JP",
  overruled: false,
  channel: "sms",
  code: "k1.sealed",
  digest: "k1.digest",
  sends: 1,
  sentAt: 0,
  resendAt: 30_000,
  until: 600_000,
  tries: 0,
};

const OUTGOING = {
  state: "queued",
  message: "k1.sealed",
  attempts: 0,
  nextAt: 1,
  until: 2,
} as const;

interface Row {
  ref: Ref<unknown>;
  key: Deno.KvKey;
  value: unknown;
}

const ROWS: readonly Row[] = [
  { ref: policyRef(), key: ["policy"], value: DEFAULT_POLICY },
  {
    ref: policyRef(),
    key: ["policy"],
    value: { ...DEFAULT_POLICY, required: 2, smsCountries: ["JP"] },
  },
  {
    ref: sessionRef("d"),
    key: ["sessions", "d"],
    value: {
      account: "a",
      userName: "Ann",
      groups: ["staff"],
      epoch: 0,
      openedAt: 1,
      seenAt: 2,
      provedAt: 3,
      provedBy: "password",
      contact: null,
      skipped: false,
      practice: ["sms"],
    },
  },
  { ref: personRef("a"), key: ["people", "a"], value: PERSON },
  { ref: personRef("a"), key: ["people", "a"], value: NEWCOMER },
  {
    ref: phoneHoldersRef("k1.index"),
    key: ["people_by_phone", "k1.index"],
    value: ["a", "b"],
  },
  {
    ref: verificationRef("a", "d"),
    key: ["verifications", "a", "d"],
    value: VERIFICATION,
  },
  {
    ref: setupRef("a", "d"),
    key: ["setups", "a", "d"],
    value: { kind: "totp", secret: "k1.sealed", at: 1 },
  },
  {
    ref: setupRef("a", "d"),
    key: ["setups", "a", "d"],
    value: { kind: "passkey", challenge: "c", at: 1 },
  },
  { ref: outgoingRef("code-d"), key: ["outbox", "code-d"], value: OUTGOING },
  {
    ref: receiptRef("code-d"),
    key: ["receipts", "code-d"],
    value: { state: "failed", at: 1, channel: "voice", why: "refused" },
  },
  { ref: usageRef("k1.u"), key: ["usage", "k1.u"], value: [[1, 1], [5, 20]] },
  {
    ref: accountRef("a"),
    key: ["accounts", "a"],
    value: {
      id: "a",
      userName: "Ann",
      passwordHash: "$argon2id$",
      disabled: false,
      groups: [],
      createdAt: 1,
      contact: null,
      passwordChangedAt: null,
      mustChange: false,
      history: [],
    },
  },
  {
    ref: accountNameRef(" ＡNN "),
    key: ["accounts_by_name", "ann"],
    value: "a",
  },
];

for (const { ref, key, value } of ROWS) {
  Deno.test(`the store returns what was kept at ${key.join("/")}`, async () => {
    using kv = await Deno.openKv(":memory:");
    await commit(kv, [change(absent(ref), value)]);
    assertEquals((await kv.get(key)).value, {
      v: ref.version ?? 1,
      value,
    });
    assertEquals((await read(kv, [ref]))[0].value, value);
  });

  Deno.test(`the store faults on something else at ${key.join("/")}`, async () => {
    using kv = await Deno.openKv(":memory:");
    await kv.set(key, { v: ref.version ?? 1, value: 0 });
    await assertRejects(() => read(kv, [ref]), StoredValueError);
  });
}

Deno.test("what passes by itself is dropped by the store; what stays is not", () => {
  const kept = ROWS.map(({ ref, key }) => [key[0], ref.keep ?? null]);
  const [minute, day] = [60_000, 24 * 60 * 60_000];
  assertEquals(Object.fromEntries(kept), {
    policy: null,
    sessions: 75 * minute,
    people: null,
    people_by_phone: null,
    verifications: 75 * minute,
    setups: 75 * minute,
    outbox: null,
    receipts: day,
    usage: day,
    accounts: null,
    accounts_by_name: null,
  });
});

Deno.test("a person of the version before, with one moment for all methods, is asked about each again", async () => {
  using kv = await Deno.openKv(":memory:");
  const { reviewed: _, ...rest } = PERSON;
  const value = { v: 2, value: { ...rest, reviewedAt: 8000 } };
  await kv.set(["people", "a"], value);
  const [person] = await read(kv, [personRef("a")] as const);
  assertEquals(person.value, { ...PERSON, reviewed: {} });
});

Deno.test("verificationsOf() lists those of one account", async () => {
  using kv = await Deno.openKv(":memory:");
  const refs = [
    verificationRef("a", "one"),
    verificationRef("a", "two"),
    verificationRef("ab", "three"),
  ];
  await commit(kv, refs.map((ref) => change(absent(ref), VERIFICATION)));
  const found = await verificationsOf(kv, "a");
  assertEquals(found.map(({ ref }) => ref.key.at(-1)), ["one", "two"]);
});

Deno.test("listOutgoing() lists what waits, and its entries can be changed", async () => {
  using kv = await Deno.openKv(":memory:");
  const refs = ["one", "two"].map(outgoingRef);
  await commit(kv, refs.map((ref) => change(absent(ref), OUTGOING)));
  const found = await listOutgoing(kv);
  assertEquals(found.map(({ value }) => value), [OUTGOING, OUTGOING]);
  await commit(kv, found.slice(0, 1).map((entry) => change(entry, null)));
  const left = await listOutgoing(kv);
  assertEquals(left.map(({ ref }) => ref.key), [["outbox", "two"]]);
});
