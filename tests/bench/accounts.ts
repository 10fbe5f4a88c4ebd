/**
 * The people of a site, put into its store before it is served.
 *
 * @module
 */
import type { Keyring } from "@/lib/crypto/keyring.ts";
import { passwordHasher } from "@/lib/crypto/password_hash.ts";
import { readNumber } from "@/lib/domain/phone.ts";
import { refuseChannel } from "@/lib/domain/phone_channel.ts";
import { accountNameRef, accountRef } from "@/lib/store/accounts.ts";
import { absent, change } from "@/lib/store/entries.ts";
import { commit } from "@/lib/store/records.ts";
import type { Registrant } from "@/tests/support/journey.ts";

/** What puts further things into the store, for people whose account IDs are their names. */
export type Furnish = (
  store: { kv: Deno.Kv; keyring: Keyring },
  people: readonly Registrant[],
) => Promise<void>;

const PASSWORD = "bench-spare-key-2026";

/** Countries, and how a mobile number there begins before its last 8 digits. */
const COUNTRIES = [["JP", "090"], ["FR", "06"], ["DE", "0151"], [
  "ID",
  "0812",
]] as const;

/** The people of a site, in an order that is always the same and never ends. */
export function* registrants(): Generator<Registrant, never> {
  for (let i = 0;; i++) {
    const registrant = registrantOf(i);
    if (isReachable(registrant)) yield registrant;
  }
}

/** Puts the accounts of the first so many into a store. All have one password, so that it is hashed once. */
export async function addAccounts(
  kv: Deno.Kv,
  count: number,
): Promise<readonly Registrant[]> {
  const random = (bytes: number) =>
    crypto.getRandomValues(new Uint8Array(bytes));
  const passwordHash = await passwordHasher({ random, cores: 1 }).hash(
    PASSWORD,
  );
  const people = registrants().take(count).toArray();
  for (const { userName } of people) {
    const account = { id: userName, userName, passwordHash, disabled: false };
    await commit(kv, [
      change(absent(accountRef(account.id)), {
        ...account,
        groups: [],
        createdAt: 0,
        contact: null,
        passwordChangedAt: null,
        mustChange: false,
        history: [],
      }),
      change(absent(accountNameRef(userName)), account.id),
    ]);
  }
  return people;
}

/** The person of that place in a row that never ends. */
function registrantOf(i: number): Registrant {
  const [country, start] = COUNTRIES[i % COUNTRIES.length] ?? COUNTRIES[0];
  // A step that shares no factor with 10 visits every number once, far apart.
  const digits = String((i * 38_196_601 + 12_345_678) % 1e8).padStart(8, "0");
  return {
    userName: `bench-${i}`,
    password: PASSWORD,
    country,
    number: start + digits,
  };
}

/** Not each row of digits is a number that texts can reach. */
function isReachable({ number, country }: Registrant): boolean {
  const read = readNumber(number, country);
  return read.ok && refuseChannel(read.number, "sms", "all") === null;
}
