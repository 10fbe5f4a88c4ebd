import { assert, assertEquals } from "@std/assert";
import { keyring } from "@/lib/crypto/keyring.ts";
import { METHODS } from "@/lib/domain/method.ts";
import type { Person } from "@/lib/domain/person.ts";
import { readNumber } from "@/lib/domain/phone.ts";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import { whyNot } from "@/lib/domain/reset_gates.ts";
import { heldMethods } from "@/lib/domain/standing.ts";
import { decoyAccount, makeDecoy } from "@/lib/flows/reset/make_decoy.ts";

const OLD = { id: "k1", secret: new Uint8Array(32).fill(7) };
const NEWER = { id: "k2", secret: new Uint8Array(32).fill(8) };
const DEPS = { keyring: keyring([OLD]), host: "key.example" };
const ALL: Policy = { ...DEFAULT_POLICY, methods: METHODS };
const NAMES = Array.from({ length: 600 }, (_, i) => `name ${i}`);

function decoys(policy: Policy, deps = DEPS) {
  return NAMES.map((name) => {
    const account = decoyAccount(deps, name);
    const { person, contact } = makeDecoy(deps, account, policy);
    return { ...person, officePhone: contact.officePhone !== undefined };
  });
}

/** What a decoy has, opened: what is sealed differs each time. */
function plain({ phones, email, ...rest }: Person, deps = DEPS) {
  const { totp } = rest;
  return {
    ...rest,
    totp: totp && deps.keyring.open("totp", totp.secret),
    phones: phones.map(({ number }) => deps.keyring.open("number", number)),
    email: email && deps.keyring.open("address", email.address),
    recoveryCodes: rest.recoveryCodes?.hashes.map((each) =>
      each?.replace(/^k\d\./, "")
    ),
    questions: null,
  };
}

for (const required of [1, 2] as const) {
  Deno.test(`makeDecoy() gives every method of the policy to somebody who gets to the end (${required})`, () => {
    const all = decoys({ ...ALL, required });
    const counts = new Map(METHODS.map((method) => [
      method,
      all.filter((each) => heldMethods(each).includes(method)).length,
    ]));
    for (const method of METHODS) {
      const some = counts.get(method) ?? 0;
      assert(some > 0, `${method}: ${some}`);
    }
    assert((counts.get("phone") ?? 0) > 300, "most have a phone");
    assert(all.some(({ phones }) => phones.length === 2));
    for (const decoy of all) {
      assertEquals(whyNot(decoy, { ...ALL, required }, 0), null);
    }
  });
}

Deno.test("makeDecoy() gives only what the policy has", () => {
  for (const methods of [["email"], ["phone"], ["officePhone"]] as const) {
    for (const decoy of decoys({ ...DEFAULT_POLICY, methods })) {
      assertEquals(heldMethods(decoy), methods);
    }
  }
  const quiet = { smsCountries: [], voiceCountries: [] };
  for (
    const decoy of decoys({
      ...DEFAULT_POLICY,
      methods: ["phone", "totp"],
      ...quiet,
    })
  ) assertEquals(heldMethods(decoy), ["totp"]);
  for (const decoy of decoys({ ...DEFAULT_POLICY, methods: [] })) {
    assertEquals(heldMethods(decoy), []);
  }
});

Deno.test("makeDecoy() makes numbers that can be texted, of the policy's countries, with endings of all kinds", () => {
  const smsCountries = ["JP", "DE", "US", "GB", "CN", "EG", "BR"];
  const policy: Policy = { ...DEFAULT_POLICY, smsCountries };
  const numbers = decoys(policy).flatMap(({ phones }) =>
    phones.map(({ number, region }) => ({
      number: DEPS.keyring.open("number", number),
      region,
    }))
  );
  const regions = new Set(numbers.map(({ region }) => region));
  // Calls go everywhere, so a few are where only those do.
  assertEquals([...regions].toSorted(), [...smsCountries, "IN"].toSorted());
  const abroad = numbers.filter(({ region }) => region === "IN").length;
  assert(abroad < numbers.length / 15, `${abroad} of ${numbers.length}`);
  const lists = { ...policy, smsCountries: ["JP"], voiceCountries: ["DE"] };
  const both = decoys(lists).flatMap(({ phones }) => phones);
  assertEquals(
    [...new Set(both.map(({ region }) => region))].toSorted(),
    ["DE", "JP"],
  );
  for (const { number, region } of numbers) {
    const read = readNumber(number, region);
    assert(read.ok && read.number.e164 === number, number);
  }
  const endings = new Set(numbers.map(({ number }) => number.slice(-2)));
  assert(endings.size > 90, `${endings.size} endings`);
});

Deno.test("makeDecoy() looks for people where the organisation's domains are", () => {
  const regionOf = (policy: Partial<Policy>, host = "key.example") => {
    const deps = { ...DEPS, host };
    const made = decoys({ ...DEFAULT_POLICY, ...policy }, deps);
    return [
      ...new Set(
        made.flatMap(({ phones }) => phones.map(({ region }) => region)),
      ),
    ];
  };
  assertEquals(regionOf({ ownDomains: ["corp.co.jp"] }), ["JP"]);
  assertEquals(regionOf({}, "reset.corp.co.uk"), ["GB"]);
  assertEquals(regionOf({}, "localhost"), ["US"]);
});

Deno.test("makeDecoy() makes the same of the same name, with a new key as well, and shares nothing between names", () => {
  const rotated = { ...DEPS, keyring: keyring([NEWER, OLD]) };
  const before = decoys(ALL).map((each) => plain(each));
  const after = decoys(ALL, rotated).map((each) => plain(each, rotated));
  assertEquals(after, before);
  const numbers = before.flatMap(({ phones }) => phones);
  assertEquals(new Set(numbers).size, numbers.length);
  const addresses = before.flatMap(({ email }) => email ?? []);
  assertEquals(new Set(addresses).size, addresses.length);
  const other = { ...DEPS, keyring: keyring([NEWER]) };
  assert(
    plain(decoys(ALL, other)[0] as Person, other).phones[0] !== numbers[0],
  );
});

Deno.test("decoyAccount() is safe in a cookie and a key, and another for each name", () => {
  const name = decoyAccount(DEPS, "x".repeat(10_000));
  assert(name.length <= 60 && /^[\w.-]+$/.test(name));
  assert(decoyAccount(DEPS, "a") !== decoyAccount(DEPS, "b"));
});
