/**
 * Set-ups that have begun: one for each session of an account.
 *
 * @module
 */
import * as z from "zod/mini";
import type { Setup } from "@/lib/domain/setup.ts";
import type { Ref } from "@/lib/store/record.ts";

/** In milliseconds: as long as the session that waits. */
const KEEP = 75 * 60_000;

const Stored: z.ZodMiniType<Setup> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("totp"), secret: z.string(), at: z.int() }),
    z.object({
      kind: z.literal("passkey"),
      challenge: z.string(),
      at: z.int(),
    }),
  ])
);

/** What that session of the account is setting up. */
export function setupRef(account: string, sessionDigest: string): Ref<Setup> {
  const key = ["setups", account, sessionDigest];
  return { key, schema: Stored, keep: KEEP };
}
