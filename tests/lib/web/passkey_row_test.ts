import { assertEquals } from "@std/assert";
import { credentialName } from "@/lib/crypto/passkey_ids.ts";
import { NEWCOMER } from "@/lib/domain/person.ts";
import type { Passkey } from "@/lib/domain/proofs.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { buttonWords, otherWays, proofWords } from "@/lib/web/passkey_words.ts";
import { passkeyRows } from "@/lib/web/rows/passkey_row.ts";

const en = translator("en");
const LAPTOP: Passkey = {
  id: "one",
  publicKey: "key",
  counter: 0,
  transports: [],
  name: "Laptop",
  verified: true,
  confirmedAt: 1000,
  usedAt: null,
};

function rowOf(passkeys: readonly Passkey[]) {
  const [row] = passkeyRows(null, { person: { ...NEWCOMER, passkeys } }, en);
  return row;
}

Deno.test("passkeyRows() offers the first", () => {
  assertEquals(rowOf([]), {
    id: "passkey",
    title: en("list.passkey"),
    state: en("list.passkey.unset"),
    confirmedAt: null,
    strong: true,
    links: [["/register/passkey", en("list.add")]],
  });
});

Deno.test("passkeyRows() lists each with its own links, names kept to their direction", () => {
  const key = { ...LAPTOP, id: "two", name: "مفتاح", usedAt: 5000 };
  const row = rowOf([LAPTOP, key]);
  assertEquals(row?.state, "Set up: \u2068Laptop\u2069 and \u2068مفتاح\u2069");
  assertEquals(row?.confirmedAt, 5000);
  const [one, two] = [credentialName("one"), credentialName("two")];
  assertEquals(row?.links, [
    ["/register/passkey", en("list.passkey.add")],
    [`/register/passkey/rename/${one}`, "Rename \u2068Laptop\u2069"],
    [`/register/passkey/remove/${one}`, "Remove \u2068Laptop\u2069"],
    [`/register/passkey/rename/${two}`, "Rename \u2068مفتاح\u2069"],
    [`/register/passkey/remove/${two}`, "Remove \u2068مفتاح\u2069"],
  ]);
});

Deno.test("passkeyRows() offers no eleventh", () => {
  const ten = Array.from({ length: 10 }, (_, i) => ({ ...LAPTOP, id: `${i}` }));
  const adds = rowOf(ten)?.links.filter(([to]) => to === "/register/passkey");
  assertEquals(adds, []);
});

Deno.test("otherWays() names what the policy lets a person set up", () => {
  assertEquals(otherWays(en, ["passkey"]), []);
  assertEquals(otherWays(en, ["passkey", "phone"]), [
    ["/register/phone", en("list.phone")],
  ]);
});

Deno.test("buttonWords() and proofWords() have a sentence of each language for each case", () => {
  for (const tag of TAGS) {
    const t = translator(tag);
    const { errors } = buttonWords(t);
    assertEquals(errors.AbortError, t("passkey.cancelled"));
    const answers = [
      { kind: "wrong", left: 3 },
      { kind: "copied", left: 3 },
      { kind: "late" },
      { kind: "blocked", until: 60_000 },
    ] as const;
    const words = answers.map((answer) => proofWords(t, answer, 0));
    assertEquals(new Set(words).size, 4);
    assertEquals(words.some((text) => text.includes("{")), false);
  }
});
