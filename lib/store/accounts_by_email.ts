/**
 * The accounts of the embedded directory by the address that it has of them.
 *
 * @module
 */
import * as z from "zod/mini";
import type { Ref } from "@/lib/store/record.ts";

const Ids: z.ZodMiniType<readonly string[]> = z.lazy(() => z.array(z.string()));

/** Where an address's blind index points to the accounts that have it: holds their IDs. */
export function accountsByEmailRef(index: string): Ref<readonly string[]> {
  return { key: ["accounts_by_email", index], schema: Ids };
}

/** `true` once the accounts of earlier versions stand in the index. */
export function emailsIndexedRef(): Ref<true> {
  return { key: ["meta", "emails_indexed"], schema: Done };
}

const Done: z.ZodMiniType<true> = z.lazy(() => z.literal(true));
