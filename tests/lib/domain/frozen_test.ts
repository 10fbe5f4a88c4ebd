import { assert, assertEquals } from "@std/assert";
import { doubtedMethods, freeze, lift, trusted } from "@/lib/domain/frozen.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";

const NOW = Date.UTC(2026, 0, 1, 12);
const MINUTE = 60_000;
const OLD = NOW - 60 * MINUTE;

const phone = (index: string, confirmedAt: number) => ({
  number: "sealed",
  index,
  region: "JP",
  channel: "sms" as const,
  locale: "en",
  confirmedAt,
});
const passkey = (id: string, confirmedAt: number) => ({
  id,
  publicKey: "",
  counter: 0,
  transports: [],
  name: "",
  verified: true,
  confirmedAt,
  usedAt: null,
});

const BOTH: Person = {
  ...NEWCOMER,
  epoch: 3,
  phones: [phone("old", OLD), phone("new", NOW)],
  email: { address: "sealed", index: "e", locale: "en", confirmedAt: NOW },
  totp: { secret: "sealed", step: 0, confirmedAt: OLD },
  passkeys: [passkey("old", OLD), passkey("new", NOW)],
  recoveryCodes: { hashes: ["h"], confirmedAt: NOW },
  questions: { answers: [], asking: [], recipe: 1, confirmedAt: OLD },
};

Deno.test("freeze() notes when, doubts what came with the change, and ends every session", () => {
  const changedAt = NOW - MINUTE;
  const frozen = freeze(BOTH, { changedAt, now: NOW });
  assertEquals(frozen, {
    ...BOTH,
    epoch: NOW,
    frozenAt: NOW,
    doubtedSince: NOW - 6 * MINUTE,
  });
});

Deno.test("freeze() of somebody who is frozen keeps the first moment and the oldest doubt", () => {
  const first = freeze(BOTH, { changedAt: NOW - 30 * MINUTE, now: NOW });
  const later = freeze(first, { changedAt: NOW, now: NOW + 1 });
  assertEquals(later, { ...first, epoch: NOW + 1 });
  const older = freeze(first, { changedAt: NOW - 40 * MINUTE, now: NOW + 1 });
  assertEquals(older.doubtedSince, NOW - 45 * MINUTE);
  assertEquals(older.frozenAt, NOW);
});

Deno.test("trusted() leaves what was set up before the doubt", () => {
  const frozen = freeze(BOTH, { changedAt: NOW, now: NOW });
  const left = trusted(frozen);
  assertEquals(left.phones.map(({ index }) => index), ["old"]);
  assertEquals(left.passkeys.map(({ id }) => id), ["old"]);
  assertEquals([left.email, left.recoveryCodes], [null, null]);
  assert(left.totp !== null && left.questions !== null);
  assertEquals(doubtedMethods(frozen), [
    "phone",
    "email",
    "passkey",
    "recoveryCodes",
  ]);
});

Deno.test("trusted() draws the line five minutes before the change, where a request may have begun", () => {
  const at = (confirmedAt: number) =>
    trusted(freeze({ ...NEWCOMER, phones: [phone("p", confirmedAt)] }, {
      changedAt: NOW,
      now: NOW,
    })).phones.length;
  assertEquals(at(NOW - 5 * MINUTE - 1), 1);
  assertEquals(at(NOW - 5 * MINUTE), 0);
});

Deno.test("trusted() is the same person where nothing is doubted", () => {
  assertEquals(trusted(BOTH), BOTH);
  const frozen = freeze(BOTH, { changedAt: NOW + 60 * MINUTE, now: NOW });
  assert(trusted(frozen) === frozen);
});

Deno.test("lift() undoes the freeze and starts no session again", () => {
  const frozen = freeze(BOTH, { changedAt: NOW, now: NOW });
  assertEquals(lift(frozen), { ...BOTH, epoch: NOW });
});
