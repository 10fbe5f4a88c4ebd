/**
 * Whether the sign-in page offers passkeys. Apart from how: the page is the first
 * one that a started server shows, and most have nothing to load for it.
 *
 * @module
 */
import type { Deps } from "@/lib/flows/deps.ts";
import type { RequestOptions } from "@/lib/flows/proofs/prove_passkey.ts";
import { hasPolicy } from "@/lib/store/policy_mark.ts";

const load = () => import("@/lib/flows/passkeys/sign_in_challenge.ts");

let loading: ReturnType<typeof load> | null = null;

/** What the browser that holds `secret` is asked for a passkey; `null` where none would be taken. */
export async function signInOffer(
  deps: Deps,
  secret: string,
): Promise<RequestOptions | null> {
  // The default policy has no passkeys, so nothing is loaded for it.
  if (loading === null && !await hasPolicy(deps.kv)) return null;
  const { offerPasskeySignIn } = await (loading ??= load());
  return await offerPasskeySignIn(deps, secret);
}
