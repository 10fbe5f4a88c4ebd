/**
 * The server's keys as an operator writes them: `id:base64`, newest first,
 * separated by commas.
 *
 * No fault that is named here holds a part of what was written.
 *
 * @module
 */
import { fromBase64, isSame } from "@/lib/crypto/bytes.ts";
import type { Key } from "@/lib/crypto/keyring.ts";

/** The keys, newest first, or every fault, each naming the place of its key. */
export type KeysRead =
  | { ok: true; keys: readonly Key[] }
  | { ok: false; faults: readonly string[] };

/** Bytes of a key: as many as the digest that it keys has (RFC 2104 §3). */
const MIN_BYTES = 32;

/** Of 32 random bytes, about 30 differ; fewer than 20 in less than one draw of a billion. */
const MIN_VARIETY = 20;

const MAKE = "make one with: openssl rand -base64 32";

const SHAPE =
  "must be an ID of 1 to 8 small letters or digits, a colon and base64, such as k1:…";

const SHORT = `has fewer than ${MIN_BYTES} bytes; ${MAKE}`;

/**
 * Reads the keys. `known` are keys that others know: they and keys that can be
 * guessed are refused; with `null`, any that is long enough is taken.
 */
export function readSecretKeys(
  text: string,
  known: readonly Key[] | null,
): KeysRead {
  const read = text.split(",").map((entry) => readKey(entry.trim()));
  const keys = read.filter((key) => key !== null);
  const faults = read.flatMap((key, i) => {
    const found = key === null ? [SHAPE] : [
      repetition(key, keys),
      key.secret.length < MIN_BYTES ? SHORT : weakness(key, known),
    ];
    return found.filter((fault) => fault !== null)
      .map((fault) => `key ${i + 1} ${fault}`);
  });
  return faults.length === 0 ? { ok: true, keys } : { ok: false, faults };
}

/** `null` where it is not written as a key is. */
function readKey(entry: string): Key | null {
  const [, id, encoded] = /^([a-z0-9]{1,8}):([\w+/-]+={0,2})$/.exec(entry) ??
    [];
  const secret = fromBase64(encoded ?? "");
  return id === undefined || secret === null ? null : { id, secret };
}

function repetition(key: Key, keys: readonly Key[]): string | null {
  const before = keys.slice(0, keys.indexOf(key));
  if (before.some(({ id }) => id === key.id)) {
    return "has the ID of a key before it; each needs its own";
  }
  return before.some(({ secret }) => isSame(secret, key.secret))
    ? "is a key before it under another ID"
    : null;
}

function weakness(key: Key, known: readonly Key[] | null): string | null {
  if (known === null) return null;
  if (known.some(({ secret }) => isSame(secret, key.secret))) {
    return `is the one for development, which everybody knows; ${MAKE}`;
  }
  return isGuessable(key.secret)
    ? `can be guessed: it is not from a random source; ${MAKE}`
    : null;
}

/** Little variety, plain text, or bytes at one distance from each other. */
function isGuessable(secret: Uint8Array): boolean {
  const steps = secret.subarray(1).map((value, i) => value - (secret[i] ?? 0));
  return new Set(secret).size < MIN_VARIETY ||
    secret.every((value) => value >= 0x20 && value < 0x7f) ||
    new Set(steps).size === 1;
}
