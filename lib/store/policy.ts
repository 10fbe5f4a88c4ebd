/**
 * The policy in force: one record.
 *
 * @module
 */
import * as z from "zod/mini";
import { METHODS } from "@/lib/domain/method.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import { DEFAULT_RESET, FIND_BY } from "@/lib/domain/reset_settings.ts";
import { DEFAULT_QUESTIONS } from "@/lib/domain/question_defaults.ts";
import { POLICY_KEY } from "@/lib/store/policy_mark.ts";
import type { Ref } from "@/lib/store/record.ts";

const Countries: z.ZodMiniType<Policy["smsCountries"]> = z.lazy(() =>
  z.union([z.literal("all"), z.array(z.string())])
);

const Texts: z.ZodMiniType<readonly string[]> = z.lazy(() =>
  z._default(z.array(z.string()), [])
);

const Count = (by: number): z.ZodMiniType<number> =>
  z._default(z.int().check(z.nonnegative()), by);

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
    requireRegistration: z.enum(["no", "yes"]),
    skipsAllowed: z.int().check(z.nonnegative()),
    skipDays: z.int().check(z.nonnegative()),
    returnOrigins: z.array(z.string()),
    reviewDays: z.int().check(z.nonnegative()),
    useDirectoryContacts: z.enum(["offer", "confirmed", "no"]),
    ownDomains: z._default(z.array(z.string()), []),
    accountsPerNumber: z._default(z.int().check(z.nonnegative()), 5),
    questions: z._default(
      z.array(z.string()),
      () => [...DEFAULT_QUESTIONS.questions],
    ),
    questionsToRegister: z._default(
      z.int(),
      DEFAULT_QUESTIONS.questionsToRegister,
    ),
    questionsToReset: z._default(z.int(), DEFAULT_QUESTIONS.questionsToReset),
    unlock: z._default(z.enum(["no", "yes"]), DEFAULT_RESET.unlock),
    privilegedGroups: Texts,
    passwordHistory: Count(DEFAULT_RESET.passwordHistory),
    passwordMinAge: Count(DEFAULT_RESET.passwordMinAge),
    passwordMaxAge: Count(DEFAULT_RESET.passwordMaxAge),
    lockAfter: Count(DEFAULT_RESET.lockAfter),
    findBy: z._default(z.enum(FIND_BY), DEFAULT_RESET.findBy),
    mailLink: z._default(z.enum(["no", "yes"]), DEFAULT_RESET.mailLink),
    contact: z._default(z.string(), DEFAULT_RESET.contact),
    passwordAdmins: Texts,
    userAdmins: Texts,
    globalAdmins: Texts,
  })
);

/** The policy; the default one holds where the store has none. */
export function policyRef(): Ref<Policy> {
  return { key: POLICY_KEY, schema: Stored };
}
