/**
 * Migration 3: a policy with every setting.
 *
 * @module
 */
import * as z from "zod/mini";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import { commitAtomic, whenUnlocked } from "@/lib/store/commit.ts";
import type { Migration } from "@/lib/store/migrations/migration.ts";

const POLICY: Deno.KvKey = ["policy"];

const Before = z.lazy(() =>
  z.object({
    v: z.literal(1),
    value: z.record(z.string(), z.unknown()),
  })
);

/** Gives every setting that a stored policy lacks the value of a new installation. */
export const wholePolicy: Migration = {
  id: 3,
  why: "A policy lacked the newer settings; it has them as by default.",
  async up(kv) {
    for (;;) {
      const entry = await whenUnlocked(() => kv.get(POLICY));
      const before = Before.safeParse(entry.value);
      if (!before.success) return; // None is stored: the default one holds.
      const { value } = before.data;
      if (Object.keys(DEFAULT_POLICY).every((key) => key in value)) return;
      const whole = { v: 1, value: { ...DEFAULT_POLICY, ...value } };
      const filled = await commitAtomic(() =>
        kv.atomic().check(entry).set(POLICY, whole)
      );
      if (filled.ok) return;
    }
  },
};
