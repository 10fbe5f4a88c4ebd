/**
 * Signed-in visits, each under the digest of its token.
 *
 * @module
 */
import * as z from "zod/mini";
import type { Session } from "@/lib/domain/session.ts";
import type { Ref } from "@/lib/store/record.ts";

/** In milliseconds: longer than any session lasts. */
const KEEP = 75 * 60_000;

const Stored: z.ZodMiniType<Session> = z.lazy(() =>
  z.object({
    account: z.string(),
    userName: z.string(),
    groups: z.array(z.string()),
    epoch: z.int().check(z.nonnegative()),
    openedAt: z.int(),
    seenAt: z.int(),
    provedAt: z.int(),
  })
);

/** The session whose token has that digest. */
export function sessionRef(digest: string): Ref<Session> {
  return { key: ["sessions", digest], schema: Stored, keep: KEEP };
}
