import { assert, assertNotEquals } from "@std/assert";
import { keyring } from "@/lib/crypto/keyring.ts";
import { csrfToken, isCsrfToken } from "@/lib/web/csrf_token.ts";

const OLD = { id: "k1", secret: new Uint8Array(32).fill(1) };
const NEW = { id: "k2", secret: new Uint8Array(32).fill(2) };
const PAD = crypto.getRandomValues(new Uint8Array(16));

Deno.test("isCsrfToken() takes a token of the same browser, masked anew each time", () => {
  const keys = keyring([OLD]);
  const one = csrfToken(keys, "secret", PAD);
  const two = csrfToken(keys, "secret", new Uint8Array(16));
  assertNotEquals(one, two);
  assert(isCsrfToken(keys, "secret", one));
  assert(isCsrfToken(keys, "secret", two));
});

Deno.test("isCsrfToken() takes a token made before the keys were rotated", () => {
  const token = csrfToken(keyring([OLD]), "secret", PAD);
  assert(isCsrfToken(keyring([NEW, OLD]), "secret", token));
  assert(!isCsrfToken(keyring([NEW]), "secret", token));
});

const token = csrfToken(keyring([OLD]), "secret", PAD);
const forged: [string, string][] = [
  ["nothing", ""],
  ["padding", "="],
  ["a shorter one", token.slice(1)],
  ["a longer one", `${token}AAAA`],
  ["a changed one", token.replace(/.$/, (last) => last === "A" ? "Q" : "A")],
  ["zeros", "A".repeat(43)],
  ["another browser's", csrfToken(keyring([OLD]), "another", PAD)],
  ["what is not base64url", "鍵".repeat(20)],
];
for (const [what, text] of forged) {
  Deno.test(`isCsrfToken() refuses ${what}`, () => {
    assert(!isCsrfToken(keyring([OLD]), "secret", text));
  });
}
