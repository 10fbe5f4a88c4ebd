/**
 * What a flow may reach. `lib/app.ts` makes it from the settings; a test makes
 * its own.
 *
 * @module
 */
import type { BreachedCheck } from "@/lib/crypto/breached.ts";
import type { Keyring } from "@/lib/crypto/keyring.ts";
import type { PasswordHasher } from "@/lib/crypto/password_hash.ts";
import type { Strength } from "@/lib/crypto/strength.ts";
import type { Delivery } from "@/lib/delivery/delivery.ts";
import type { Directory } from "@/lib/directory/directory.ts";

/** An entry of the log: an OWASP event name, and fields without personal data. */
export type Log = (
  event: string,
  fields?: Readonly<Record<string, string | number | boolean | null>>,
) => void;

/** What new passwords are judged by besides our own rules. */
export interface PasswordChecks {
  /** How well one withstands guessing. */
  strength: Strength;
  /** Whether one has leaked; `null` where nobody is asked. */
  breached: BreachedCheck | null;
}

/** Everything outside a flow. */
export interface Deps {
  /** The store. */
  kv: Deno.Kv;
  /** Where accounts live. */
  directory: Directory;
  /** Where texts and calls go. */
  delivery: Delivery;
  /** Digests, seals and blind indexes. */
  keyring: Keyring;
  /** Slow hashes of recovery codes and of answers to security questions. */
  hasher: PasswordHasher;
  /** What new passwords are judged by. */
  passwords: PasswordChecks;
  /** Where events go. */
  log: Log;
  /** The host that an origin-bound text names: that of the public origin, without a port. */
  host: string;
  /** The public origin, such as "https://key.example": the one whose passkeys count. */
  origin: string;
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** That many bytes from a cryptographic source. */
  random(bytes: number): Uint8Array<ArrayBuffer>;
  /** Runs a task after the response; the graceful stop waits for it. */
  later(task: () => Promise<void>): void;
}
