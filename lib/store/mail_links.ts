/**
 * Links of mails, each under the digest of its token: what a link stands for.
 *
 * @module
 */
import * as z from "zod/mini";
import type { Ref } from "@/lib/store/record.ts";

/** What a link is as good as: the code of the same mail. */
export interface StoredLink {
  /** The account of the reset; a decoy's where nobody is there. */
  account: string;
  /** The digest of the reset's token when the mail was sent. */
  reset: string;
  /** The ID of the code's verification. */
  verification: string;
  /** Until when it may be used, in epoch milliseconds. */
  until: number;
}

/** In milliseconds: longer than any reset lasts. */
const KEEP = 75 * 60_000;

const Stored: z.ZodMiniType<StoredLink> = z.lazy(() =>
  z.object({
    account: z.string(),
    reset: z.string(),
    verification: z.string(),
    until: z.int(),
  })
);

/** The link whose token has that digest. */
export function mailLinkRef(digest: string): Ref<StoredLink> {
  return { key: ["mail_links", digest], schema: Stored, keep: KEEP };
}
