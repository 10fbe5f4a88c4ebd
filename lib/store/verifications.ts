/**
 * Codes that are waited for: one for each session of an account.
 *
 * @module
 */
import * as z from "zod/mini";
import { METHODS } from "@/lib/domain/method.ts";
import type { Asked } from "@/lib/domain/resend.ts";
import type { Verification } from "@/lib/domain/verification.ts";
import { list } from "@/lib/store/list.ts";
import type { Entry, Ref } from "@/lib/store/record.ts";

/** In milliseconds: as long as the session that waits. */
const KEEP = 75 * 60_000;

/** Sessions of one account that are looked through for a code. */
const MOST = 20;

const Asked: z.ZodMiniType<Asked> = z.lazy(() =>
  z.object({
    index: z.string(),
    sends: z.int().check(z.positive()),
    resendAt: z.int(),
  })
);

const Stored: z.ZodMiniType<Verification> = z.lazy(() =>
  z.object({
    step: z.enum(["code", "used", "burnt"]),
    id: z.string(),
    purpose: z.enum([
      "phone.register",
      "phone.change",
      "email.register",
      "email.change",
      "phone.prove",
      "email.prove",
      "phone.practice",
      "email.practice",
      "phone.reset",
      "email.reset",
    ]),
    to: z.string(),
    index: z.string(),
    // Absent from those of the version before, which live 10 minutes.
    older: z._default(z.array(z.string()), []),
    replaces: z.nullable(z.string()),
    region: z.nullable(z.string()),
    overruled: z.boolean(),
    channel: z.enum(["sms", "voice", "email"]),
    code: z.string(),
    long: z.exactOptional(z.boolean()),
    counts: z.exactOptional(z.enum(METHODS)),
    digest: z.string(),
    sends: z.int().check(z.positive()),
    sentAt: z.int(),
    resendAt: z.int(),
    until: z.int(),
    tries: z.int().check(z.nonnegative()),
    others: z._default(z.array(Asked), []),
  })
);

/** The code that one session of an account waits for. */
export function verificationRef(
  account: string,
  sessionDigest: string,
): Ref<Verification> {
  return refAt(["verifications", account, sessionDigest]);
}

/** The codes that the sessions of an account wait for, up to 20 of them. */
export function verificationsOf(
  kv: Deno.Kv,
  account: string,
): Promise<Entry<Verification>[]> {
  const range = { prefix: ["verifications", account], limit: MOST };
  return list(kv, range, refAt);
}

function refAt(key: Deno.KvKey): Ref<Verification> {
  return { key, schema: Stored, keep: KEEP, version: 2 };
}
