/**
 * What people have registered, and the index of their telephone numbers.
 *
 * @module
 */
import * as z from "zod";
import type { Person } from "@/lib/domain/person.ts";
import type { Ref } from "@/lib/store/record.ts";

const Stored: z.ZodType<Person> = z.object({
  epoch: z.int().nonnegative(),
  phone: z.object({
    number: z.string(),
    index: z.string(),
    region: z.string(),
    channel: z.enum(["sms", "voice"]),
    locale: z.string(),
    confirmedAt: z.int(),
  }).nullable(),
  phoneFailures: z.object({
    wrong: z.int().nonnegative(),
    since: z.int().nullable(),
    until: z.int().nullable(),
  }),
  lastRegion: z.string().nullable(),
});

const Id: z.ZodType<string> = z.string();

/** The person behind the directory's account ID. */
export function personRef(account: string): Ref<Person> {
  return { key: ["people", account], schema: Stored };
}

/** Where a number's blind index points to one of the accounts that have it: holds the account's ID. */
export function phoneIndexRef(index: string, account: string): Ref<string> {
  return { key: ["people_by_phone", index, account], schema: Id };
}
