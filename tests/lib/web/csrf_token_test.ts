import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { keyring } from "@/lib/crypto/keyring.ts";
import { csrfToken, type FormOwner, judgeCsrf } from "@/lib/web/csrf_token.ts";

const OLD = { id: "k1", secret: new Uint8Array(32).fill(1) };
const NEW = { id: "k2", secret: new Uint8Array(32).fill(2) };
const ANN: FormOwner = { secret: "secret", reset: null };
const RESET: FormOwner = { secret: "secret", reset: "7K3M9QXA" };

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

Deno.test("judgeCsrf() takes a token of the same owner, masked anew each time", () => {
  const keys = keyring([OLD]);
  for (const owner of [ANN, RESET]) {
    const one = csrfToken(keys, owner, random);
    const two = csrfToken(keys, owner, (bytes) => new Uint8Array(bytes));
    assertNotEquals(one, two);
    assertEquals(judgeCsrf(keys, owner, one), "own");
    assertEquals(judgeCsrf(keys, owner, two), "own");
  }
});

Deno.test("judgeCsrf() takes a token made before the keys were rotated", () => {
  for (const owner of [ANN, RESET]) {
    const token = csrfToken(keyring([OLD]), owner, random);
    assertEquals(judgeCsrf(keyring([NEW, OLD]), owner, token), "own");
    assertEquals(judgeCsrf(keyring([NEW]), owner, token), "foreign");
  }
});

Deno.test("judgeCsrf() tells a form of another reset, and one of none, from those of the reset", () => {
  const keys = keyring([NEW, OLD]);
  const judge = (owner: FormOwner, from: FormOwner) =>
    judgeCsrf(keys, owner, csrfToken(keys, from, random));
  const other = { ...RESET, reset: "7K3M9QXB" };
  assertEquals(judge(RESET, other), "otherReset");
  assertEquals(judge(RESET, ANN), "otherReset");
  assertEquals(judge(ANN, RESET), "own");
  assertEquals(judge(RESET, { ...RESET, secret: "another" }), "foreign");
});

Deno.test("csrfToken() is as long for every reset", () => {
  const lengths = ["7K3M9QXA", "00000000"].map((reset) =>
    csrfToken(keyring([OLD]), { ...ANN, reset }, random).length
  );
  assertEquals(lengths, [64, 64]);
});

const token = csrfToken(keyring([OLD]), ANN, random);
const another = { ...ANN, secret: "another" };
const forged: [string, string][] = [
  ["nothing", ""],
  ["padding", "="],
  ["a shorter one", token.slice(1)],
  ["a longer one", `${token}AAAA`],
  ["a changed one", token.replace(/.$/, (last) => last === "A" ? "Q" : "A")],
  ["zeros", "A".repeat(43)],
  ["more zeros", "A".repeat(64)],
  ["another browser's", csrfToken(keyring([OLD]), another, random)],
  ["what is not base64url", "鍵".repeat(20)],
];
for (const [what, text] of forged) {
  Deno.test(`judgeCsrf() refuses ${what}`, () => {
    for (const owner of [ANN, RESET]) {
      assert(judgeCsrf(keyring([OLD]), owner, text) === "foreign");
    }
  });
}
