/**
 * The mark of a store that holds demo accounts.
 *
 * @module
 */
import * as z from "zod/mini";
import { DEMO_MARK } from "@/lib/store/demo_mark.ts";
import type { Ref } from "@/lib/store/record.ts";

const Mark: z.ZodMiniType<true> = z.lazy(() => z.literal(true));

/** `true` in a store that a development server has filled: production refuses it. */
export function developmentRef(): Ref<true> {
  return { key: DEMO_MARK, schema: Mark };
}
