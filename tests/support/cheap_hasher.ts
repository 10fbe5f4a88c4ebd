/** Slow hashes that are quick, for tests of what is done with them. */
import type { Argon2 } from "@/lib/crypto/argon2.ts";
import {
  type PasswordHasher,
  passwordHasher,
} from "@/lib/crypto/password_hash.ts";

/** A hasher whose hashes cost nothing and never wait. */
export function cheapHasher(): PasswordHasher {
  const random = (bytes: number) =>
    crypto.getRandomValues(new Uint8Array(bytes));
  const compute = Promise.resolve(cheap);
  return passwordHasher({ random, cores: Infinity, compute });
}

const cheap: Argon2 = async ({ password, salt }) => {
  const bytes = new Uint8Array([...salt, ...password]);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
};
