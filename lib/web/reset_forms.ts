/**
 * The forms of a reset. Their messages are keys of `lib/i18n`.
 *
 * @module
 */
import * as z from "zod/mini";
import type { Channel } from "@/lib/domain/method.ts";
import type { ResetGoal } from "@/lib/domain/reset.ts";
import { carried, type ChallengeFields } from "@/lib/web/challenge.ts";
import { field, said } from "@/lib/web/fields.ts";
import type { FormSchema } from "@/lib/web/form.ts";

/** Longer ones belong to nobody (RFC 5321 §4.5.3.1: 64, "@" and 255), in UTF-16 units. */
const LONGEST = 320;

/** A user name or an email address, and what a challenge adds. */
export const WhoForm: FormSchema<ChallengeFields & { identifier: string }> = z
  .lazy(() =>
    z.strictObject({
      identifier: z.string(said("reset.who.missing")).check(
        z.trim(),
        z.minLength(1, said("reset.who.missing")),
        z.maxLength(LONGEST, said("reset.who.invalid")),
        z.regex(/^\P{Cc}*$/u, said("reset.who.invalid")),
      ),
      challenge: z.transform(carried),
      answer: z.transform(carried),
      website: z.transform(carried),
    })
  );

/** What the person is here for. */
export const WhyForm: FormSchema<{ goal: ResetGoal }> = z.lazy(() =>
  z.strictObject({
    goal: z.enum(["password", "unlock"], said("reset.why.missing")),
  })
);

/** A place in the list of destinations, and the number that was typed for it; an address needs none. */
export const ResetSendForm: FormSchema<{
  to: number;
  number?: string | undefined;
}> = z.lazy(() =>
  z.strictObject({
    to: z.transform(field(
      "prove.where.missing",
      (typed) =>
        /^\d$/.test(typed) ? { value: Number(typed) } : "prove.where.missing",
    )),
    number: z.optional(z.string()),
  })
);

/** The way in which the code should come again. */
export const ResetAgainForm: FormSchema<{ channel: Channel }> = z.lazy(() =>
  z.strictObject({
    channel: z.enum(["sms", "voice", "email"], said("prove.where.missing")),
  })
);

/** Answers to questions, in order: a policy asks for five at most. What was typed is judged by the flow. */
export const AnswersForm: FormSchema<Record<string, string>> = z.lazy(() =>
  z.strictObject(
    Object.fromEntries(
      [1, 2, 3, 4, 5].map((n) => [`answer${n}`, z._default(z.string(), "")]),
    ),
  )
);
