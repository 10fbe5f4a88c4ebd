/**
 * Migration 2: people with every method.
 *
 * @module
 */
import * as z from "zod/mini";
import { commitAtomic, whenUnlocked } from "@/lib/store/commit.ts";
import type { Migration } from "@/lib/store/migrations/migration.ts";

const Failures = z.lazy(() =>
  z.object({
    wrong: z.int(),
    since: z.nullable(z.int()),
    until: z.nullable(z.int()),
  })
);

const Before = z.lazy(() =>
  z.object({
    v: z.literal(1),
    value: z.object({
      epoch: z.int(),
      phone: z.nullable(z.record(z.string(), z.unknown())),
      phoneFailures: Failures,
      lastRegion: z.nullable(z.string()),
    }),
  })
);

/** Makes the one phone the first of a list, and its failures those of a method. */
export const manyMethods: Migration = {
  id: 2,
  why:
    "A person had one phone and nothing else; now a person has every method.",
  async up(kv) {
    const people = await whenUnlocked(() =>
      Array.fromAsync(kv.list({ prefix: ["people"] }))
    );
    for (const entry of people) {
      const before = Before.safeParse(entry.value);
      if (!before.success) continue; // Moved by an earlier run.
      const value = { v: 2, value: after(before.data.value) };
      await commitAtomic(() => kv.atomic().check(entry).set(entry.key, value));
    }
  },
};

function after(
  { epoch, phone, phoneFailures, lastRegion }: z.infer<typeof Before>["value"],
) {
  return {
    epoch,
    phones: phone === null ? [] : [phone],
    email: null,
    totp: null,
    passkeys: [],
    recoveryCodes: null,
    questions: null,
    failures: phoneFailures.wrong > 0 ? { phone: phoneFailures } : {},
    lastRegion,
    frozenAt: null,
    doubtedSince: null,
    reviewedAt: null,
    practisedAt: null,
    skipped: null,
    advised: false,
  };
}
