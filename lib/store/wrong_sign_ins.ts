/**
 * Wrong sign-ins of the embedded directory, each under the digest of the name
 * that was typed: of names that nobody has as well, so that those cost the same.
 *
 * @module
 */
import * as z from "zod/mini";
import { IN_A_ROW, type WrongSignIns } from "@/lib/domain/wrong_sign_ins.ts";
import type { Ref } from "@/lib/store/record.ts";

const Stored: z.ZodMiniType<WrongSignIns> = z.lazy(() =>
  z.object({
    count: z.int().check(z.positive()),
    at: z.int(),
    until: z.nullable(z.int()),
  })
);

/** The wrong sign-ins under one name, by the keyed digest of it. */
export function wrongSignInsRef(digest: string): Ref<WrongSignIns> {
  return { key: ["wrong_sign_ins", digest], schema: Stored, keep: IN_A_ROW };
}
