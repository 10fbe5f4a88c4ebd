/**
 * Challenges of the sign-in page that were answered: each counts once.
 *
 * @module
 */
import * as z from "zod/mini";
import { SIGN_IN_CHALLENGE_LIFE } from "@/lib/domain/passkeys.ts";
import type { Ref } from "@/lib/store/record.ts";

/** In milliseconds: past the life of any challenge. */
const KEEP = 2 * SIGN_IN_CHALLENGE_LIFE;

const Moment: z.ZodMiniType<number> = z.int();

/** When the challenge of that digest was answered, in epoch milliseconds. */
export function spentChallengeRef(digest: string): Ref<number> {
  return { key: ["spent_challenges", digest], schema: Moment, keep: KEEP };
}
