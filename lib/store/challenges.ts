/**
 * Challenges that were passed, each once: kept until its life is over.
 *
 * @module
 */
import * as z from "zod/mini";
import { CHALLENGE_LIFE } from "@/lib/domain/challenge.ts";
import type { Ref } from "@/lib/store/record.ts";

/** Past the life of a challenge, in milliseconds: a server whose clock is behind must still find it. */
const KEEP = CHALLENGE_LIFE + 5 * 60_000;

const Stored: z.ZodMiniType<number> = z.lazy(() => z.int());

/** When the challenge of that seed's digest was passed, in epoch milliseconds. */
export function passedChallengeRef(digest: string): Ref<number> {
  return { key: ["challenges", digest], schema: Stored, keep: KEEP };
}
