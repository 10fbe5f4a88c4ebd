/**
 * Devices that have signed in: each under the digest of its cookie and of the
 * name that signed in there.
 *
 * @module
 */
import * as z from "zod/mini";
import type { Ref } from "@/lib/store/record.ts";

/** In milliseconds: as long as browsers keep the cookie at most (400 days, RFC 6265bis §5.5). */
const KEEP = 400 * 24 * 60 * 60_000;

const Id: z.ZodMiniType<string> = z.string();

/** The device of that digest: holds the directory's ID of the account. */
export function deviceRef(digest: string): Ref<string> {
  return { key: ["devices", digest], schema: Id, keep: KEEP };
}
