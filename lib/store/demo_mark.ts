/**
 * Where a store is marked that holds demo accounts. Apart from the record
 * itself: a start asks for it, and has no time to load what reads records.
 *
 * @module
 */
import { whenUnlocked } from "@/lib/store/commit.ts";

/** The key of the mark. */
export const DEMO_MARK: Deno.KvKey = ["meta", "development"];

/** Whether a development server has filled the store. */
export async function hasDemo(kv: Deno.Kv): Promise<boolean> {
  const { versionstamp } = await whenUnlocked(() => kv.get(DEMO_MARK));
  return versionstamp !== null;
}
