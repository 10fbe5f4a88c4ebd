/**
 * An authenticator in software, for tests: real ES256 keys, real signatures,
 * and whatever is wrong with them that a test asks for.
 *
 * @module
 */
import { toBase64url } from "@/lib/crypto/bytes.ts";
import type { Assertion } from "@/lib/crypto/assertion.ts";
import type { Attestation } from "@/lib/crypto/attestation.ts";

/** What an authenticator is asked, and how it answers. */
export interface Asked {
  challenge: string;
  /** The page's origin. */
  origin?: string;
  /** The relying party's ID. */
  host?: string;
  /** Whether the person is present (UP); they are by default. */
  present?: boolean;
  /** Whether the person is verified (UV); they are by default. */
  verified?: boolean;
  /** Whether the passkey is synced (BE and BS). */
  synced?: boolean;
  /** The counter, in place of 0. */
  counter?: number;
  /** The type in the client data, in place of the right one. */
  type?: string;
  crossOrigin?: boolean;
  /** The attestation format, in place of "none"; "self" is "packed", signed by the passkey itself. */
  format?: string;
}

/** One passkey. */
export interface SoftPasskey {
  id: string;
  /** What the browser gives after it was made. */
  attestation: Attestation;
  /** Uses it. */
  assert(asked: Asked & { userHandle?: string | null }): Promise<Assertion>;
}

export const ORIGIN = "https://key.example";
export const HOST = "key.example";

/** Makes a passkey, as `navigator.credentials.create()` does. */
export async function makePasskey(asked: Asked): Promise<SoftPasskey> {
  const algorithm = { name: "ECDSA", namedCurve: "P-256" };
  const keys = await crypto.subtle.generateKey(algorithm, false, ["sign"]);
  const raw = await crypto.subtle.exportKey("raw", keys.publicKey);
  const credential = crypto.getRandomValues(new Uint8Array(32));
  const id = toBase64url(credential);
  const data = concat(
    await authenticatorData(asked, 0x40),
    new Uint8Array(16),
    Uint8Array.of(0, credential.length),
    credential,
    coseKey(new Uint8Array(raw)),
  );
  const said = clientData(asked, "webauthn.create");
  const statement = asked.format === "self"
    ? packed(await sign(keys.privateKey, data, said))
    : concat(
      text(asked.format ?? "none"),
      text("attStmt"),
      Uint8Array.of(0xa0),
    );
  const attestation: Attestation = {
    id,
    clientDataJSON: toBase64url(said),
    attestationObject: toBase64url(attestationObject(data, statement)),
    transports: ["internal", "hybrid"],
  };
  return {
    id,
    attestation,
    assert: (asked) => use(keys.privateKey, id, asked),
  };
}

async function use(
  key: CryptoKey,
  id: string,
  asked: Asked & { userHandle?: string | null },
): Promise<Assertion> {
  const said = clientData(asked, "webauthn.get");
  const data = await authenticatorData(asked, 0);
  return {
    id,
    clientDataJSON: toBase64url(said),
    authenticatorData: toBase64url(data),
    signature: toBase64url(await sign(key, data, said)),
    userHandle: asked.userHandle ?? null,
  };
}

async function sign(
  key: CryptoKey,
  data: Uint8Array,
  said: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", said));
  const algorithm = { name: "ECDSA", hash: "SHA-256" };
  const raw = await crypto.subtle.sign(algorithm, key, concat(data, hash));
  return der(new Uint8Array(raw));
}

function clientData(
  { challenge, origin = ORIGIN, type, crossOrigin = false }: Asked,
  usual: string,
): Uint8Array<ArrayBuffer> {
  const said = { type: type ?? usual, challenge, origin, crossOrigin };
  return new TextEncoder().encode(JSON.stringify(said));
}

async function authenticatorData(
  { host = HOST, counter = 0, ...flags }: Asked,
  attested: 0 | 0x40,
): Promise<Uint8Array<ArrayBuffer>> {
  const { present = true, verified = true, synced = false } = flags;
  const name = new TextEncoder().encode(host);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", name));
  const bits = (present ? 0x01 : 0) | (verified ? 0x04 : 0) |
    (synced ? 0x18 : 0) | attested;
  const count = new Uint8Array(4);
  new DataView(count.buffer).setUint32(0, counter);
  return concat(hash, Uint8Array.of(bits), count);
}

/** CBOR of `{1: 2, 3: -7, -1: 1, -2: x, -3: y}` (RFC 9053 §7.1.1). */
function coseKey(raw: Uint8Array): Uint8Array<ArrayBuffer> {
  return concat(
    Uint8Array.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20),
    raw.slice(1, 33),
    Uint8Array.of(0x22, 0x58, 0x20),
    raw.slice(33),
  );
}

/** CBOR of `{fmt, attStmt, authData}`. */
function attestationObject(
  data: Uint8Array,
  statement: Uint8Array,
): Uint8Array<ArrayBuffer> {
  return concat(
    Uint8Array.of(0xa3),
    text("fmt"),
    statement,
    text("authData"),
    Uint8Array.of(0x58, data.length),
    data,
  );
}

/** CBOR of the format and `{alg: -7, sig}` (WebAuthn Level 3 §8.2, self attestation). */
function packed(signature: Uint8Array): Uint8Array<ArrayBuffer> {
  return concat(
    text("packed"),
    text("attStmt"),
    Uint8Array.of(0xa2),
    text("alg"),
    Uint8Array.of(0x26),
    text("sig"),
    Uint8Array.of(0x58, signature.length),
    signature,
  );
}

function text(words: string): Uint8Array<ArrayBuffer> {
  return concat(
    Uint8Array.of(0x60 | words.length),
    new TextEncoder().encode(words),
  );
}

/** The signature as ASN.1, which WebAuthn uses, from r and s side by side. */
function der(raw: Uint8Array): Uint8Array<ArrayBuffer> {
  const body = concat(integer(raw.slice(0, 32)), integer(raw.slice(32)));
  return concat(Uint8Array.of(0x30, body.length), body);
}

function integer(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const first = bytes.findIndex((byte) => byte > 0);
  const short = bytes.slice(first);
  const signed = (short[0] ?? 0) & 0x80
    ? concat(Uint8Array.of(0), short)
    : short;
  return concat(Uint8Array.of(0x02, signed.length), signed);
}

function concat(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
