/** Nothing that a stranger is shown of somebody's is what no decoy ever shows. */
import { assert } from "@std/assert";
import fc from "fast-check";
import examples from "libphonenumber-js/mobile/examples";
import { keyring } from "@/lib/crypto/keyring.ts";
import type { Contact } from "@/lib/directory/directory.ts";
import { dialCode } from "@/lib/domain/countries.ts";
import { readAddress } from "@/lib/domain/email_address.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { readNumber } from "@/lib/domain/phone.ts";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import { decoyAccount, makeDecoy } from "@/lib/flows/reset/make_decoy.ts";
import { resetDestinations } from "@/lib/flows/reset/reset_code.ts";
import { sealContact } from "@/lib/flows/sealed_contact.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { hintedPlace } from "@/lib/web/shown_hint.ts";

const KEYS = { id: "k1", secret: new Uint8Array(32).fill(7) };
const DEPS = { keyring: keyring([KEYS]), host: "key.example" };
const t = translator("en");

/** Somebody's place in the list: which ways lead to it, and what is said of it. */
function hintsOf(policy: Policy, person: Person, contact: Contact): string[] {
  const session = {
    contact: sealContact(DEPS, contact),
    groups: [],
    lane: null,
  };
  // What the list is made of, of a visit.
  const visit = { person, policy, session } as unknown as Parameters<
    typeof resetDestinations
  >[1];
  const shown = new Map<string, string[]>();
  for (const { index, channel, target } of resetDestinations(DEPS, visit)) {
    const ways = shown.get(index) ?? [hintedPlace(t, target)];
    shown.set(index, [...ways, channel]);
  }
  return [...shown.values()].map((place) => place.join());
}

function decoys(policy: Policy, many = 1500): Set<string> {
  return new Set(
    Array.from({ length: many }, (_, i) => {
      const account = decoyAccount(DEPS, `nobody ${i}`);
      const { person, contact } = makeDecoy(DEPS, account, policy);
      return hintsOf(policy, person, contact);
    }).flat(),
  );
}

const WHOLE: Policy = {
  ...DEFAULT_POLICY,
  methods: ["phone", "email", "officePhone"],
};

const shownOfAll = decoys(WHOLE, 4000);

const Local = fc.oneof(
  fc.emailAddress().map((address) => address.split("@")[0] ?? ""),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 8 }),
);

Deno.test("no hint of an address is one that no decoy has", () => {
  fc.assert(
    fc.property(Local, (local) => {
      const read = readAddress(`${local}@mail.example`);
      fc.pre(read.ok);
      const address = DEPS.keyring.seal("address", read.ok ? read.address : "");
      const email = { address, index: "i", locale: "en", confirmedAt: 0 };
      const [hint = ""] = hintsOf(WHOLE, { ...NEWCOMER, email }, {});
      assert(shownOfAll.has(hint), `${local}: ${hint}`);
    }),
    {
      examples: [["Kate"], ["_x"], ["é"], ["İ"], ["鈴木"], ["\u212Aim"], ["9"]],
    },
  );
});

Deno.test("a hint shows a letter or a digit in one case, and nothing else", () => {
  for (const hint of shownOfAll) {
    if (hint.includes("address")) assert(/“[a-z0-9•]”/.test(hint), hint);
  }
  assert([...shownOfAll].some((hint) => hint.includes("“•”")));
});

function phoneOf(region: keyof typeof examples, end: string): Person["phones"] {
  const e164 = `+${dialCode(region)}${examples[region].slice(0, -2)}${end}`;
  const number = DEPS.keyring.seal("number", e164);
  const phone = { channel: "sms", locale: "en", confirmedAt: 0 } as const;
  return [{ ...phone, number, index: "i", region }];
}

const LISTS = [["all", "all"], [["JP"], "all"], ["all", ["JP", "DE"]], [
  ["JP"],
  ["JP", "DE"],
], ["all", []]] as const;

Deno.test.each(LISTS)(
  "no hint of a phone is one that no decoy has (texts %j, calls %j)",
  (smsCountries, voiceCountries) => {
    const policy = { ...WHOLE, smsCountries, voiceCountries };
    const all = decoys(policy);
    for (const region of ["JP", "DE", "US", "EG"] as const) {
      const e164 = `+${dialCode(region)}${examples[region]}`;
      const officePhone = { number: e164, extension: "9" };
      for (const end of ["00", "17", "34", "99"]) {
        const phones = phoneOf(region, end);
        if (
          !readNumber(DEPS.keyring.open("number", phones[0]?.number ?? ""), "")
            .ok
        ) continue;
        const ways = (hint: string) => hint.split(",").slice(1).join();
        const known = new Set([...all].map(ways));
        for (
          const hint of hintsOf(policy, { ...NEWCOMER, phones }, {
            officePhone,
          })
        ) {
          assert(known.has(ways(hint)), `${region}: ${hint}`);
          const place = hint.split(",")[0] ?? "";
          assert([...all].some((each) => each.startsWith(place)), hint);
        }
      }
    }
  },
);
