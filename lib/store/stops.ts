/**
 * Stop codes, by which somebody says "this was not me", each under its keyed digest.
 *
 * @module
 */
import * as z from "zod/mini";
import { STOP_LIFE } from "@/lib/domain/stop_code.ts";
import type { Ref } from "@/lib/store/record.ts";

/** What a stop code stops. Times are epoch milliseconds. */
export interface Stop {
  /** The directory's ID of the account that was changed. */
  account: string;
  /** When it was changed. */
  changedAt: number;
  /** Until when the code may be used. */
  until: number;
}

const Stored: z.ZodMiniType<Stop> = z.lazy(() =>
  z.object({
    account: z.string(),
    changedAt: z.int(),
    until: z.int(),
  })
);

/** What the code of that digest stops. */
export function stopRef(digest: string): Ref<Stop> {
  return { key: ["stops", digest], schema: Stored, keep: STOP_LIFE };
}
