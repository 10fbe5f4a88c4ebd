/**
 * Reading and changing the policy by hand.
 *
 * @module
 */
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import {
  readSetting,
  type SettingAnswer,
} from "@/lib/domain/policy_setting.ts";
import type { Log } from "@/lib/flows/deps.ts";
import { change } from "@/lib/store/entries.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { read, transact } from "@/lib/store/records.ts";

/** The policy in force. */
export async function showPolicy({ kv }: { kv: Deno.Kv }): Promise<Policy> {
  const [policy] = await read(kv, [policyRef()]);
  return policy.value ?? DEFAULT_POLICY;
}

/** Reads the text into one setting and keeps it, or says why not. Each change is logged. */
export async function changePolicy(
  { kv, log }: { kv: Deno.Kv; log: Log },
  key: string,
  text: string,
): Promise<SettingAnswer> {
  const { result } = await transact(
    kv,
    await read(kv, [policyRef()]),
    ([entry]) => {
      const answer = readSetting(entry.value ?? DEFAULT_POLICY, key, text);
      const changes = answer.ok ? [change(entry, answer.policy)] : [];
      return { changes, result: answer };
    },
  );
  if (result.ok) {
    const questions = result.policy.methods.includes("questions");
    log("authz_admin", { setting: key, questions });
  }
  return result;
}
