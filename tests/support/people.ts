/** People who have registered something, put straight into the store. */
import type { Keyring } from "@/lib/crypto/keyring.ts";
import { NEWCOMER, type Person, type Phone } from "@/lib/domain/person.ts";
import type { Email, Totp } from "@/lib/domain/proofs.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import { emailIndexRef, personRef } from "@/lib/store/people.ts";
import { commit } from "@/lib/store/records.ts";
import { putHolder } from "@/tests/support/phone_holders.ts";

interface Stored {
  kv: Deno.Kv;
  keyring: Keyring;
}

/** The seed of everybody's app, in base32: RFC 6238's "12345678901234567890". */
export const SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

/** A mobile phone in Japan. */
export function phoneOf(
  { keyring }: Pick<Stored, "keyring">,
  e164: string,
  confirmedAt: number,
): Phone {
  return {
    number: keyring.seal("number", e164),
    index: keyring.digest("number", e164),
    region: "JP",
    channel: "sms",
    locale: "en",
    confirmedAt,
  };
}

/** An email address. */
export function emailOf(
  { keyring }: Pick<Stored, "keyring">,
  address: string,
  confirmedAt: number,
): Email {
  return {
    address: keyring.seal("address", address),
    index: keyring.digest("address", address),
    locale: "en",
    confirmedAt,
  };
}

/** The app of {@linkcode SEED}. */
export function appOf(
  { keyring }: Pick<Stored, "keyring">,
  confirmedAt: number,
): Totp {
  return { secret: keyring.seal("totp", SEED), step: 0, confirmedAt };
}

/** Puts a person and the indexes of their phones and address into the store. */
export async function putPerson(
  { kv }: Stored,
  account: string,
  has: Partial<Person>,
): Promise<void> {
  const person = { ...NEWCOMER, ...has };
  await commit(kv, [
    change(guarded(personRef(account)), person),
    ...(person.email
      ? [change(guarded(emailIndexRef(person.email.index, account)), account)]
      : []),
  ]);
  for (const { index } of person.phones) {
    await putHolder({ kv }, account, index);
  }
}

/** The stop code that a text or mail carries, or a call spells. */
export function readStop({ text }: { text: string }): string {
  const code = /\b(?=[A-Z]*\d)[0-9A-HJKMNP-TV-Z]{8}\b/.exec(text)?.[0] ??
    /\b[0-9A-HJKMNP-TV-Z]{8}\b/.exec(text)?.[0];
  if (code === undefined) throw new Error(`No stop code in: ${text}`);
  return code;
}
