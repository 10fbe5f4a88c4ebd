/**
 * Whether the store has a policy of its own. Apart from the record itself: the
 * first page of a started server asks for it, and has no time to load what reads
 * records.
 *
 * @module
 */
import { whenUnlocked } from "@/lib/store/commit.ts";

/** The key of the policy. */
export const POLICY_KEY: Deno.KvKey = ["policy"];

/** Whether a policy was ever set: else the default one holds. */
export async function hasPolicy(kv: Deno.Kv): Promise<boolean> {
  const { versionstamp } = await whenUnlocked(() => kv.get(POLICY_KEY));
  return versionstamp !== null;
}
