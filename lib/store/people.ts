/**
 * What people have registered, and the index of their telephone numbers.
 *
 * @module
 */
import * as z from "zod/mini";
import type { Person } from "@/lib/domain/person.ts";
import type { Ref } from "@/lib/store/record.ts";

const Stored: z.ZodMiniType<Person> = z.lazy(() =>
  z.object({
    epoch: z.int().check(z.nonnegative()),
    phone: z.nullable(z.object({
      number: z.string(),
      index: z.string(),
      region: z.string(),
      channel: z.enum(["sms", "voice"]),
      locale: z.string(),
      confirmedAt: z.int(),
    })),
    phoneFailures: z.object({
      wrong: z.int().check(z.nonnegative()),
      since: z.nullable(z.int()),
      until: z.nullable(z.int()),
    }),
    lastRegion: z.nullable(z.string()),
  })
);

const Id: z.ZodMiniType<string> = z.string();

/** The person behind the directory's account ID. */
export function personRef(account: string): Ref<Person> {
  return { key: ["people", account], schema: Stored };
}

/** Where a number's blind index points to one of the accounts that have it: holds the account's ID. */
export function phoneIndexRef(index: string, account: string): Ref<string> {
  return { key: ["people_by_phone", index, account], schema: Id };
}
