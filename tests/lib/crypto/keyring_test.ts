import {
  assert,
  assertEquals,
  assertNotEquals,
  assertThrows,
} from "@std/assert";
import fc from "fast-check";
import { Buffer } from "node:buffer";
import { createCipheriv, createHmac, hkdfSync } from "node:crypto";
import { type Key, keyring, SealError } from "@/lib/crypto/keyring.ts";

const OLD: Key = { id: "k1", secret: new Uint8Array(32).fill(1) };
const NEW: Key = { id: "k2", secret: new Uint8Array(32).fill(2) };
const zeros = (bytes: number) => new Uint8Array(bytes);

/** The same by WebCrypto, which shares no code with the keyring. */
async function subkey(
  { secret }: Key,
  use: string,
  target: HmacImportParams | AesKeyAlgorithm,
): Promise<CryptoKey> {
  const key = await crypto.subtle.importKey(
    "raw",
    new Uint8Array(secret),
    "HKDF",
    false,
    ["deriveKey"],
  );
  const info = new TextEncoder().encode(`aikagi ${use}`);
  const params = { name: "HKDF", hash: "SHA-256", salt: zeros(0), info };
  const usages: KeyUsage[] = target.name === "HMAC" ? ["sign"] : ["decrypt"];
  return crypto.subtle.deriveKey(params, key, target, false, usages);
}

function base64url(bytes: ArrayBuffer): string {
  return new Uint8Array(bytes)
    .toBase64({ alphabet: "base64url", omitPadding: true });
}

Deno.test("digest() is HMAC-SHA-256 over length-prefixed parts", async () => {
  const key = await subkey(OLD, "digest", {
    name: "HMAC",
    hash: "SHA-256",
    length: 256,
  } as HmacImportParams);
  const framed = new TextEncoder().encode("\0\0\0\x04code\0\0\0\x03鍵\0\0\0\0");
  const expected = `k1.${
    base64url(await crypto.subtle.sign("HMAC", key, framed))
  }`;
  assertEquals(keyring([OLD]).digest("code", "鍵", ""), expected);
  assertEquals(expected, "k1._-ufi69tgRFc5qf0O6EwPSrb-TezCacu3NPZQY2Dmdg");
});

Deno.test("seal() is AES-256-GCM with the purpose as additional data", async () => {
  const sealed = keyring([OLD], zeros).seal("number", "+819012345634");
  assertEquals(
    sealed,
    "k1.AAAAAAAAAAAAAAAANo7IdKDqLwT9AwfUDKFcE6KNocgV8LGx4Z_qyvY",
  );
  const bytes = Uint8Array.fromBase64(sealed.slice(3), {
    alphabet: "base64url",
  });
  const key = await subkey(OLD, "seal", { name: "AES-GCM", length: 256 });
  const text = await crypto.subtle.decrypt(
    {
      name: "AES-GCM",
      iv: bytes.slice(0, 12),
      additionalData: new TextEncoder().encode("number"),
    },
    key,
    bytes.slice(12),
  );
  assertEquals(new TextDecoder().decode(text), "+819012345634");
});

Deno.test("digest() and open() agree with node:crypto", () => {
  const ring = keyring([OLD]);
  const derive = (use: string) =>
    new Uint8Array(
      hkdfSync("sha256", OLD.secret, zeros(0), `aikagi ${use}`, 32),
    );
  const iv = zeros(12);
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
    const framed = Buffer.concat([Buffer.alloc(4), Buffer.from(text)]);
    framed.writeUInt32BE(framed.length - 4);
    const mac = createHmac("sha256", derive("digest")).update(framed)
      .digest("base64url");
    assertEquals(ring.digest(text), `k1.${mac}`);
    const cipher = createCipheriv("aes-256-gcm", derive("seal"), iv)
      .setAAD(Buffer.from(text));
    const sealed = [iv, cipher.update(text), cipher.final()];
    const all = Buffer.concat([...sealed, cipher.getAuthTag()]);
    assertEquals(ring.open(text, `k1.${all.toString("base64url")}`), text);
  }));
});

Deno.test("seal() gives other bytes each time", () => {
  const ring = keyring([OLD]);
  assertNotEquals(ring.seal("p", "text"), ring.seal("p", "text"));
});

Deno.test("open() returns any well-formed text that was sealed", () => {
  const ring = keyring([NEW, OLD]);
  const text = fc.string({ unit: "binary" });
  fc.assert(fc.property(text, text, (purpose, sealed) => {
    assertEquals(ring.open(purpose, ring.seal(purpose, sealed)), sealed);
  }));
});

Deno.test("open() refuses sealed text with any one character altered", () => {
  const ring = keyring([OLD]);
  const sealed = ring.seal("number", "+819012345634");
  const place = fc.nat(sealed.length - 1);
  const letter = fc.constantFrom(..."ABCxyz019-_.=+/ é");
  fc.assert(fc.property(place, letter, (at, other) => {
    fc.pre(sealed[at] !== other);
    const altered = sealed.slice(0, at) + other + sealed.slice(at + 1);
    assertThrows(() => ring.open("number", altered), SealError);
  }));
});

Deno.test.each([
  ["nothing", ""],
  ["no key ID", "AAAA"],
  ["an unknown key", keyring([NEW]).seal("p", "text")],
  ["a key ID alone", "k1."],
  ["too few bytes", "k1.AAAA"],
  [
    "another spelling of the same bytes",
    `${keyring([OLD]).seal("p", "text")}=`,
  ],
  ["a line break behind", `${keyring([OLD]).seal("p", "text")}\n`],
  ["another purpose", keyring([OLD]).seal("q", "text")],
])("open() refuses %s", (_what, sealed) => {
  assertThrows(() => keyring([OLD]).open("p", sealed), SealError);
});

Deno.test("a fault of open() says nothing of what was sealed", () => {
  const sealed = keyring([OLD]).seal("p", "+819012345634");
  const error = assertThrows(() => keyring([NEW]).open("p", sealed), SealError);
  assert(!error.message.includes(sealed.slice(3)));
});

Deno.test("a key that was replaced still opens and matches", () => {
  const before = keyring([OLD]);
  const after = keyring([NEW, OLD]);
  const digest = before.digest("code", "id", "123456");
  assertEquals(after.open("p", before.seal("p", "text")), "text");
  assert(after.matches(digest, "code", "id", "123456"));
  assert(after.seal("p", "text").startsWith("k2."));
  assertEquals(after.digests("number", "+1"), [
    after.digest("number", "+1"),
    before.digest("number", "+1"),
  ]);
});

Deno.test("a key that was removed opens and matches no more", () => {
  const before = keyring([OLD]);
  const after = keyring([NEW]);
  assertThrows(() => after.open("p", before.seal("p", "text")), SealError);
  assert(!after.matches(before.digest("code", "a"), "code", "a"));
});

Deno.test("matches() takes its own digests and no others", () => {
  const ring = keyring([NEW, OLD]);
  const parts = fc.array(fc.string({ unit: "binary" }), { maxLength: 4 });
  fc.assert(fc.property(parts, parts, (mine, others) => {
    const digest = ring.digest("p", ...mine);
    assert(ring.matches(digest, "p", ...mine));
    const same = JSON.stringify(mine) === JSON.stringify(others);
    assertEquals(ring.matches(digest, "p", ...others), same);
  }));
});

Deno.test.each([
  [["ab", "c"], ["a", "bc"]],
  [["ab"], ["a", "b"]],
  [[""], []],
  [["", ""], [""]],
])("digest() tells %j from %j", (one, other) => {
  const ring = keyring([OLD]);
  assertNotEquals(ring.digest("p", ...one), ring.digest("p", ...other));
});

Deno.test.each([
  [""],
  ["."],
  ["k1"],
  ["k1."],
  ["k9.AAAA"],
  ["__proto__.AAAA"],
  [`${keyring([OLD]).digest("p", "a")}=`],
  [keyring([OLD]).digest("q", "a")],
])("matches() is false for %j", (digest) => {
  assert(!keyring([OLD]).matches(digest, "p", "a"));
});

Deno.test.each([
  ["no key", []],
  ["a short secret", [{ id: "k1", secret: new Uint8Array(31) }]],
  ["two keys of one ID", [OLD, { ...NEW, id: "k1" }]],
  ["an empty ID", [{ ...OLD, id: "" }]],
  ["a dot in an ID", [{ ...OLD, id: "k.1" }]],
  ["a long ID", [{ ...OLD, id: "k".repeat(17) }]],
])("keyring() refuses %s", (_what, keys) => {
  assertThrows(() => keyring(keys), RangeError);
});
