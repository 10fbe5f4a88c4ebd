/**
 * Devices that have signed in: each under the digest of its cookie, with the
 * accounts that signed in there.
 *
 * @module
 */
import * as z from "zod/mini";
import type { Ref } from "@/lib/store/record.ts";

/** An account that has signed in on a device. */
export interface KnownAccount {
  /** The directory's ID. */
  account: string;
  /** The person's epoch then. Under another one the device is a stranger's. */
  epoch: number;
  /** Keyed digests of the name that was typed and of the account's. */
  names: readonly string[];
}

/** In milliseconds: as long as browsers keep the cookie at most (400 days, RFC 6265bis §5.5). */
const KEEP = 400 * 24 * 60 * 60_000;

const Stored: z.ZodMiniType<readonly KnownAccount[]> = z.lazy(() =>
  z.array(z.object({
    account: z.string(),
    epoch: z.int().check(z.nonnegative()),
    names: z.array(z.string()),
  }))
);

/** The device of that digest: holds its accounts, the newest first. */
export function deviceRef(digest: string): Ref<readonly KnownAccount[]> {
  return { key: ["devices", digest], schema: Stored, keep: KEEP };
}
