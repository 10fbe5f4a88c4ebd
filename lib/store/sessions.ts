/**
 * Signed-in visits, each under the digest of its token.
 *
 * @module
 */
import * as z from "zod/mini";
import { PROOFS } from "@/lib/domain/recovery.ts";
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
    // Absent from sessions of the version before, which knew the password alone.
    provedBy: z._default(
      z.enum([
        "password",
        "phone",
        "email",
        "recoveryCodes",
        "totp",
        "passkey",
      ]),
      "password",
    ),
    contact: z._default(z.nullable(z.string()), null),
    skipped: z._default(z.boolean(), false),
    practice: z._default(z.array(z.enum(PROOFS)), []),
    due: z.exactOptional(z.enum(["mustChange", "expired"])),
  })
);

/** The session whose token has that digest. */
export function sessionRef(digest: string): Ref<Session> {
  return { key: ["sessions", digest], schema: Stored, keep: KEEP };
}
