/**
 * Telling a server whether somebody is registered.
 *
 * @module
 */
import { tokenDigest } from "@/lib/crypto/token.ts";
import type { Method } from "@/lib/domain/method.ts";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import { policyFor } from "@/lib/domain/reset_gates.ts";
import { standingOf } from "@/lib/domain/standing.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { withContact } from "@/lib/flows/directory_contact.ts";
import { apiKeyRef } from "@/lib/store/api_keys.ts";
import { personRef } from "@/lib/store/people.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { read } from "@/lib/store/records.ts";

/** How far somebody is with registering. */
export interface Registration {
  /** Whether there are as many methods as the policy asks for, and they are enough. */
  registered: boolean;
  /** The methods of the policy that the person has. */
  methods: readonly Method[];
  /** How many methods the policy asks for. */
  required: number;
}

/** What a server is told. */
export type RegistrationAnswer =
  | { kind: "known"; registration: Registration }
  /** There is no such account, or it is disabled. */
  | { kind: "unknown" }
  /** The key is not one of ours. */
  | { kind: "key" };

/** Looks a person up for whoever holds `key`; a wrong one learns nothing, and in the same time. */
export async function tellRegistration(
  deps: Deps,
  { key, userName }: { key: string | null; userName: string },
): Promise<RegistrationAnswer> {
  // Found by its digest, so that no comparison takes longer for a better guess.
  const digest = tokenDigest(key ?? "");
  const [known, found] = await read(
    deps.kv,
    [apiKeyRef(digest), policyRef()] as const,
  );
  if (key === null || known.value === null) {
    deps.log("authn_token_fail", { method: "apiKey" });
    return { kind: "key" };
  }
  const account = await deps.directory.find(userName);
  if (account === null || account.disabled) return { kind: "unknown" };
  const [person] = await read(deps.kv, [personRef(account.id)] as const);
  const policy = policyFor(found.value ?? DEFAULT_POLICY, account.groups);
  const { contact = {} } = account;
  const who = withContact(deps, person.value ?? NEWCOMER, { contact, policy });
  const { registered, done } = standingOf(who, policy, deps.now());
  const { required } = policy;
  return {
    kind: "known",
    registration: { registered, methods: done, required },
  };
}
