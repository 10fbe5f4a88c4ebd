/**
 * What was spent of the limits, each under the digest of whom it is counted for.
 *
 * @module
 */
import * as z from "zod/mini";
import { LIMITS } from "@/lib/domain/limits.ts";
import type { Usage } from "@/lib/domain/usage.ts";
import type { Ref } from "@/lib/store/record.ts";

/** The longest window of any preset, in milliseconds. */
const KEEP = Math.max(
  ...Object.values(LIMITS).flatMap((limits) => [
    ...Object.values(limits.send).flat(),
    ...Object.values(limits.signIn).flat(),
    ...Object.values(limits.stop).flat(),
    ...Object.values(limits.challenge.ticket).flat(),
    ...Object.values(limits.help).flat(),
    ...Object.values(limits.reset).flat(),
    ...Object.values(limits.identify).flat(),
    limits.newNumbers,
  ]).map(({ within }) => within),
);

const Stored: z.ZodMiniType<Usage> = z.lazy(() =>
  z.array(
    z.tuple([z.int(), z.int().check(z.positive())]),
  )
);

/** What was spent for one subject, by the keyed digest of it. */
export function usageRef(subject: string): Ref<Usage> {
  return { key: ["usage", subject], schema: Stored, keep: KEEP };
}
