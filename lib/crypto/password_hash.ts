/**
 * Password hashes of the embedded directory: Argon2id as PHC strings.
 *
 * @module
 */
import { type Argon2, argon2 } from "@/lib/crypto/argon2.ts";
import { fromBase64, isSame } from "@/lib/crypto/bytes.ts";
import { slots } from "@/lib/crypto/slots.ts";

/** Makes and checks password hashes. Both reject with `BusyError` when too many wait. */
export interface PasswordHasher {
  /** The hash of a password with a fresh salt, as a PHC string. */
  hash(password: string): Promise<string>;
  /**
   * Whether the password is the one behind the PHC string. `null`, where there
   * is no account, costs the same work and is never right.
   */
  verify(password: string, phc: string | null): Promise<boolean>;
}

/** What a hasher is made of. */
export interface HasherOptions {
  /** That many bytes from a cryptographic source. */
  random(bytes: number): Uint8Array<ArrayBuffer>;
  /** How many hashes may run at once: each holds 19 MiB and one core. */
  cores: number;
  /** What computes Argon2id, where not {@linkcode argon2} finds it. */
  compute?: Promise<Argon2>;
}

/** 19 MiB, 2 passes, 1 lane: OWASP's Password Storage Cheat Sheet. May rise, never fall. */
const COST = { memory: 19456, passes: 2, lanes: 1 } as const;

/** Bytes of a salt (RFC 9106 §3.1). */
const SALT = 16;

/** Hashes that may wait for a core: at 50 ms each, a few seconds. */
const WAITING = 64;

/** Checked in place of an account that is not there. */
const NOBODY = {
  ...COST,
  salt: new Uint8Array(SALT),
  hash: new Uint8Array(32),
};

const PHC =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{43})$/;

/** Returns a hasher. Passwords are compared in Unicode's NFC (NIST SP 800-63B-4 §3.1.1.2). */
export function passwordHasher(
  { random, cores, compute = argon2() }: HasherOptions,
): PasswordHasher {
  const slot = slots(cores, WAITING);
  const derive = async (password: string, cost: Cost): Promise<Uint8Array> => {
    const bytes = new TextEncoder().encode(password.normalize("NFC"));
    const algorithm = await compute;
    return slot(() => algorithm({ ...cost, password: bytes }));
  };
  return {
    async hash(password) {
      if (password === "") {
        throw new RangeError("Cannot hash an empty password");
      }
      const cost = { ...COST, salt: random(SALT) };
      return writePhc(cost, await derive(password, cost));
    },
    async verify(password, phc) {
      const { hash, ...cost } = phc === null ? NOBODY : readPhc(phc);
      // Argon2 in WebAssembly refuses an empty password, which is never right.
      const found = await derive(password === "" ? "nothing" : password, cost);
      return isSame(found, hash) && phc !== null && password !== "";
    },
  };
}

/** A hash of today's cost that is no password's: its salt and its sum are the 48 bytes. */
export function nobodysHash(bytes: Uint8Array<ArrayBuffer>): string {
  const cost = { ...COST, salt: bytes.slice(0, SALT) };
  return writePhc(cost, bytes.slice(SALT, SALT + 32));
}

interface Cost {
  memory: number;
  passes: number;
  lanes: number;
  salt: Uint8Array<ArrayBuffer>;
}

function writePhc(
  { memory, passes, lanes, salt }: Cost,
  hash: Uint8Array,
): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${lanes}$${bare(salt)}$${
    bare(hash)
  }`;
}

function readPhc(phc: string): Cost & { hash: Uint8Array } {
  const [, memory, passes, lanes, ...encoded] = PHC.exec(phc) ?? [];
  const [salt, hash] = encoded.map(fromBase64);
  if (!salt || !hash) {
    throw new TypeError(
      "Cannot read a password hash: no PHC string of Argon2id",
    );
  }
  return {
    memory: Number(memory),
    passes: Number(passes),
    lanes: Number(lanes),
    salt,
    hash,
  };
}

/** PHC strings have base64 without padding. */
function bare(bytes: Uint8Array): string {
  return bytes.toBase64({ omitPadding: true });
}
