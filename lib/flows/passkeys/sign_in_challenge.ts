/**
 * What the browser is asked on the sign-in page, where nobody has said who they are.
 *
 * @module
 */
import type { Assertion } from "@/lib/crypto/assertion.ts";
import { type Ceremony, saidChallenge } from "@/lib/crypto/client_data.ts";
import { challengeTime, timedChallenge } from "@/lib/crypto/timed_challenge.ts";
import { isWithin } from "@/lib/domain/life.ts";
import { SIGN_IN_CHALLENGE_LIFE } from "@/lib/domain/passkeys.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import type { RequestOptions } from "@/lib/flows/proofs/prove_passkey.ts";
import { readPolicy } from "@/lib/flows/read_policy.ts";

/**
 * What to ask of the browser that holds `secret`: any passkey of ours, and the
 * person verified. `null` where the policy has no passkeys. Nothing is kept of it.
 */
export async function offerPasskeySignIn(
  deps: Deps,
  secret: string,
): Promise<RequestOptions | null> {
  const { methods } = await readPolicy(deps);
  if (!methods.includes("passkey")) return null;
  const parts = { secret, at: deps.now(), nonce: deps.random(8) };
  return {
    challenge: timedChallenge(deps.keyring, parts),
    rpId: deps.host,
    allowCredentials: [],
    userVerification: "required",
    timeout: SIGN_IN_CHALLENGE_LIFE,
  };
}

/** What a use must have been made for; `null` where it names no challenge of that browser, or an old one. */
export function signInCeremony(
  { keyring, origin, host, now }: Deps,
  { clientDataJSON }: Assertion,
  secret: string,
): Ceremony | null {
  const challenge = saidChallenge(clientDataJSON);
  const at = challenge && challengeTime(keyring, challenge, secret);
  if (!challenge || !at) return null;
  return isWithin(at, SIGN_IN_CHALLENGE_LIFE, now())
    ? { origin, host, challenge }
    : null;
}
