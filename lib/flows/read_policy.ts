/**
 * The policy, for a request of nobody: openVisit() reads nothing for one.
 *
 * @module
 */
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { read } from "@/lib/store/records.ts";

/** The policy in force. */
export async function readPolicy({ kv }: { kv: Deno.Kv }): Promise<Policy> {
  const [policy] = await read(kv, [policyRef()] as const);
  return policy.value ?? DEFAULT_POLICY;
}
