/**
 * Keyed digests, blind indexes and sealed text, under keys that the store does
 * not hold: a copy of the store alone gives nothing to guess against.
 *
 * @module
 */
import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { decryptGcm, encryptGcm } from "@/lib/crypto/aes_gcm.ts";
import {
  concat,
  fromBase64,
  isSameText,
  toBase64url,
} from "@/lib/crypto/bytes.ts";

/** One secret key of the server. */
export interface Key {
  /** Written before everything made under the key: 1–16 of `A–Z a–z 0–9 _ -`. */
  id: string;
  /** At least 32 bytes from a cryptographic source. */
  secret: Uint8Array;
}

/** What the keys are used for. A purpose keeps one use from standing in for another. */
export interface Keyring {
  /** HMAC-SHA-256 of `parts` under the newest key, as `id.base64url`. */
  digest(purpose: string, ...parts: string[]): string;
  /**
   * Whether `digest` was made of these parts, in the same time for every wrong
   * one. A digest of a key that is not here matches nothing: callers pass what
   * came from outside.
   */
  matches(digest: string, purpose: string, ...parts: string[]): boolean;
  /** The digests under every key, newest first: where a blind index may stand. */
  digests(purpose: string, ...parts: string[]): string[];
  /** `text` under AES-256-GCM and the newest key, as `id.base64url`. Takes well-formed text. */
  seal(purpose: string, text: string): string;
  /** The text that was sealed for this purpose. Throws {@linkcode SealError}. */
  open(purpose: string, sealed: string): string;
}

/** Sealed text that was altered, made for another purpose or under a key that is not here. */
export class SealError extends Error {
  /** The class's name, kept through minification. */
  override readonly name = "SealError";
}

interface Subkeys {
  id: string;
  /** HMAC-SHA-256 that has taken its key. */
  mac: ReturnType<typeof hmac.create>;
  /** One that each digest is made in, so that none is allocated for it. */
  sum: ReturnType<typeof hmac.create>;
  /** The key that seals. */
  seal(): Uint8Array;
}

/** Bytes of a key's secret: as many as the digest that it keys has. */
const MIN_SECRET = 32;

/** AES-GCM's own sizes, in bytes (NIST SP 800-38D §5.2.1.1, §8.2.2). */
const IV = 12;
const TAG = 16;

/** Returns a keyring of `keys`, newest first. Throws RangeError for a key that is not fit. */
export function keyring(
  keys: readonly Key[],
  random: (bytes: number) => Uint8Array = (bytes) =>
    crypto.getRandomValues(new Uint8Array(bytes)),
): Keyring {
  refuseUnfit(keys);
  const all = keys.map(subkeys);
  const byId = new Map(all.map((key) => [key.id, key]));
  const newest = all[0];
  if (newest === undefined) {
    throw new RangeError("Cannot use a keyring without keys");
  }
  return {
    digest: (purpose, ...parts) => mac(newest, [purpose, ...parts]),
    digests: (purpose, ...parts) =>
      all.map((key) => mac(key, [purpose, ...parts])),
    matches(digest, purpose, ...parts) {
      const key = byId.get(split(digest).id);
      return key !== undefined &&
        isSameText(digest, mac(key, [purpose, ...parts]));
    },
    seal: (purpose, text) => seal(newest, { purpose, text, iv: random(IV) }),
    open(purpose, sealed) {
      const { id, body } = split(sealed);
      const key = byId.get(id);
      if (key === undefined) {
        throw new SealError("Cannot open sealed text: its key is not here");
      }
      return open(key, purpose, body);
    },
  };
}

function refuseUnfit(keys: readonly Key[]): void {
  const ids = new Set(keys.map(({ id }) => id));
  if (ids.size !== keys.length) {
    throw new RangeError("Cannot use two keys of one ID");
  }
  for (const { id, secret } of keys) {
    if (!/^[\w-]{1,16}$/.test(id)) {
      throw new RangeError("Cannot use a key with that ID");
    }
    if (secret.length < MIN_SECRET) {
      throw new RangeError(`Key "${id}" is shorter than 32 bytes`);
    }
  }
}

/** Separate keys for separate algorithms, by HKDF (RFC 5869). */
function subkeys({ id, secret }: Key): Subkeys {
  const derive = (use: string) =>
    hkdf(sha256, secret, undefined, utf8(`aikagi ${use}`), 32);
  const key = derive("digest");
  const [mac, sum] = [hmac.create(sha256, key), hmac.create(sha256, key)];
  let sealing: Uint8Array | undefined;
  const seal = () => sealing ??= derive("seal");
  return { id, mac, sum, seal };
}

/** Each part follows its length, so no two lists of parts are the same bytes. */
function mac({ id, mac, sum }: Subkeys, parts: readonly string[]): string {
  mac._cloneInto(sum);
  return `${id}.${toBase64url(sum.update(framed(parts)).digest())}`;
}

function framed(parts: readonly string[]): Uint8Array {
  const most = parts.reduce((sum, { length }) => sum + 4 + 3 * length, 0);
  const bytes = new Uint8Array(most);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const part of parts) {
    const { written } = ENCODER.encodeInto(part, bytes.subarray(at + 4));
    view.setUint32(at, written);
    at += 4 + written;
  }
  return bytes.subarray(0, at);
}

/** A random 96-bit IV: one key seals at most 2^32 texts (NIST SP 800-38D §8.3). */
function seal(
  { id, seal }: Subkeys,
  { purpose, text, iv }: { purpose: string; text: string; iv: Uint8Array },
): string {
  const box = { key: seal(), iv, data: utf8(purpose) };
  const bytes = concat([iv, encryptGcm(box, utf8(text))]);
  return `${id}.${toBase64url(bytes)}`;
}

function open({ seal }: Subkeys, purpose: string, body: string): string {
  const bytes = fromBase64(body);
  // The same bytes have other spellings, in the other alphabet or padded.
  const canonical = bytes !== null && toBase64url(bytes) === body;
  if (!canonical || bytes.length < IV + TAG) {
    throw new SealError("Cannot open sealed text: altered");
  }
  const iv = bytes.subarray(0, IV);
  const box = { key: seal(), iv, data: utf8(purpose) };
  try {
    const text = decryptGcm(box, bytes.subarray(IV));
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(text);
  } catch {
    throw new SealError(
      "Cannot open sealed text: altered, or sealed for another purpose",
    );
  }
}

function split(framed: string): { id: string; body: string } {
  const dot = framed.indexOf(".");
  return { id: framed.slice(0, Math.max(dot, 0)), body: framed.slice(dot + 1) };
}

const ENCODER = new TextEncoder();

function utf8(text: string): Uint8Array {
  return ENCODER.encode(text);
}
