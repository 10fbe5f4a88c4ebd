/**
 * People who have something on file and have lost their password.
 *
 * @module
 */
import { passwordHasher } from "@/lib/crypto/password_hash.ts";
import { hashSecret } from "@/lib/crypto/slow_secret.ts";
import { readNumber } from "@/lib/domain/phone.ts";
import { codeSecret } from "@/lib/flows/recovery_codes/draw_codes.ts";
import type { Furnish } from "@/tests/bench/accounts.ts";
import { phoneOf, putPerson } from "@/tests/support/people.ts";
import { setPolicy } from "@/tests/support/totp.ts";

/** The one recovery code of each. */
export const RECOVERY_CODE = "0123456789ABC";

/** So many of {@linkcode SEVEN} people have two phones, as many as of those who are not there. */
const SEVEN = 7;

/** All have the phone that they would register, and one in seven a second one. */
export const withPhones: Furnish = async ({ kv, keyring }, people) => {
  await setPolicy({ kv }, { methods: ["phone"] });
  for (const [i, { userName, number, country }] of people.entries()) {
    const read = readNumber(number, country);
    if (!read.ok) throw new Error(`${number} is no number`);
    const { e164, region } = read.number;
    const phone = { ...phoneOf({ keyring }, e164, 0), region };
    const second = phoneOf({ keyring }, `+8190${10_000_000 + i}`, 0);
    const phones = i % SEVEN === SEVEN - 1 ? [phone, second] : [phone];
    await putPerson({ kv, keyring }, userName, { phones });
  }
};

/** All have {@linkcode RECOVERY_CODE}, as slow to check as it is. */
export const withRecoveryCodes: Furnish = async ({ kv, keyring }, people) => {
  await setPolicy({ kv }, { methods: ["recoveryCodes"] });
  const cores = navigator.hardwareConcurrency;
  const random = (bytes: number) =>
    crypto.getRandomValues(new Uint8Array(bytes));
  const hasher = passwordHasher({ random, cores });
  const rest = people.values();
  // A hasher lets few wait.
  await Promise.all(Array.from({ length: cores }, async () => {
    for (const { userName } of rest) {
      const secret = codeSecret(userName, RECOVERY_CODE);
      const hash = await hashSecret({ keyring, hasher }, secret);
      const recoveryCodes = { hashes: [hash], confirmedAt: 0 };
      await putPerson({ kv, keyring }, userName, { recoveryCodes });
    }
  }));
};
