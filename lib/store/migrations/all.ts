/**
 * The migrations. They load only for a store that lacks one.
 *
 * @module
 */
import { schemaNumber } from "@/lib/store/migrations/m0001_schema_number.ts";
import { manyMethods } from "@/lib/store/migrations/m0002_many_methods.ts";
import { wholePolicy } from "@/lib/store/migrations/m0003_whole_policy.ts";
import { phoneHolders } from "@/lib/store/migrations/m0004_phone_holders.ts";
import { namesOfMail } from "@/lib/store/migrations/m0005_names_of_mail.ts";
import type { Migration } from "@/lib/store/migrations/migration.ts";

/** Every migration in its order. Entries are added at the end and never taken out. */
export const MIGRATIONS: readonly Migration[] = [
  schemaNumber,
  manyMethods,
  wholePolicy,
  phoneHolders,
  namesOfMail,
];
