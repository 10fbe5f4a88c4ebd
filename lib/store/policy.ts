/**
 * The policy in force: one record.
 *
 * @module
 */
import * as z from "zod/mini";
import { METHODS } from "@/lib/domain/method.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import type { Ref } from "@/lib/store/record.ts";

const Countries: z.ZodMiniType<Policy["smsCountries"]> = z.lazy(() =>
  z.union([z.literal("all"), z.array(z.string())])
);

const Stored: z.ZodMiniType<Policy> = z.lazy(() =>
  z.object({
    register: z.enum(["everyone", "groups"]),
    groups: z.array(z.string()),
    methods: z.array(z.enum(METHODS)),
    required: z.union([z.literal(1), z.literal(2)]),
    smsCountries: Countries,
    voiceCountries: Countries,
    limits: z.enum(["aikagi", "entra", "azure-2016"]),
    passwordLength: z.int().check(z.positive()),
  })
);

/** The policy; the default one holds where the store has none. */
export function policyRef(): Ref<Policy> {
  return { key: ["policy"], schema: Stored };
}
