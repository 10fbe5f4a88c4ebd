/**
 * What people have registered, and the indexes of their numbers and addresses.
 *
 * @module
 */
import * as z from "zod/mini";
import { METHODS } from "@/lib/domain/method.ts";
import type { Failures, Person, Phone } from "@/lib/domain/person.ts";
import type { Passkey, Questions } from "@/lib/domain/proofs.ts";
import type { Ref } from "@/lib/store/record.ts";

const Phone: z.ZodMiniType<Phone> = z.lazy(() =>
  z.object({
    number: z.string(),
    index: z.string(),
    region: z.string(),
    channel: z.enum(["sms", "voice"]),
    locale: z.string(),
    confirmedAt: z.int(),
  })
);

const Passkey: z.ZodMiniType<Passkey> = z.lazy(() =>
  z.object({
    id: z.string(),
    publicKey: z.string(),
    counter: z.int().check(z.nonnegative()),
    transports: z.array(z.string()),
    name: z.string(),
    verified: z.boolean(),
    confirmedAt: z.int(),
    usedAt: z.nullable(z.int()),
  })
);

/** A stop of strangers that no time ended, as the version before kept it: now it asks for a longer proof. */
const STOPPED = 8.64e15;

function ended(until: number | null): number | null {
  return until === STOPPED ? null : until;
}

const Failures: z.ZodMiniType<Failures> = z.lazy(() =>
  z.object({
    wrong: z.int().check(z.nonnegative()),
    since: z.nullable(z.int()),
    until: z.pipe(z.nullable(z.int()), z.transform(ended)),
    // Absent from records of the version before, which knew none.
    row: z.exactOptional(z.int().check(z.nonnegative())),
  })
);

const Questions: z.ZodMiniType<Questions> = z.lazy(() =>
  z.object({
    answers: z.array(z.object({ question: z.string(), hash: z.string() })),
    asking: z.array(z.int().check(z.nonnegative())),
    recipe: z.int().check(z.positive()),
    confirmedAt: z.int(),
  })
);

const Stored: z.ZodMiniType<Person> = z.lazy(() =>
  z.object({
    epoch: z.int().check(z.nonnegative()),
    phones: z.array(Phone).check(z.maxLength(2)),
    email: z.nullable(z.object({
      address: z.string(),
      index: z.string(),
      locale: z.string(),
      confirmedAt: z.int(),
    })),
    totp: z.nullable(z.object({
      secret: z.string(),
      step: z.int().check(z.nonnegative()),
      confirmedAt: z.int(),
    })),
    passkeys: z.array(Passkey),
    recoveryCodes: z.nullable(z.object({
      hashes: z.array(z.nullable(z.string())),
      confirmedAt: z.int(),
    })),
    questions: z.nullable(Questions),
    failures: z.record(z.string(), Failures),
    lastRegion: z.nullable(z.string()),
    frozenAt: z.nullable(z.int()),
    doubtedSince: z.nullable(z.int()),
    // One moment for all methods, as the version before kept it, is asked for again.
    reviewed: z._default(z.partialRecord(z.enum(METHODS), z.int()), {}),
    practisedAt: z.nullable(z.int()),
    skipped: z.nullable(
      z.object({ times: z.int().check(z.positive()), since: z.int() }),
    ),
    advised: z.boolean(),
  })
);

const Id: z.ZodMiniType<string> = z.string();

const Ids: z.ZodMiniType<readonly string[]> = z.lazy(() => z.array(z.string()));

/** The person behind the directory's account ID. */
export function personRef(account: string): Ref<Person> {
  return { key: ["people", account], schema: Stored, version: 2 };
}

/** Where a number's blind index points to the accounts that have it: holds their IDs. */
export function phoneHoldersRef(index: string): Ref<readonly string[]> {
  return { key: ["people_by_phone", index], schema: Ids };
}

/** Where an address's blind index points to one of the accounts that have it: holds the account's ID. */
export function emailIndexRef(index: string, account: string): Ref<string> {
  return { key: ["people_by_email", index, account], schema: Id };
}

/** Where a credential's digest points to the one account that has the passkey: holds the account's ID. */
export function passkeyIndexRef(digest: string): Ref<string> {
  return { key: ["people_by_passkey", digest], schema: Id };
}
