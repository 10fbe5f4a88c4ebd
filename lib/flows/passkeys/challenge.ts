/**
 * Challenges to passkeys: made for one session, kept on the server, used once.
 *
 * @module
 */
import { toBase64url } from "@/lib/crypto/bytes.ts";
import type { Ceremony } from "@/lib/crypto/client_data.ts";
import { isWithin } from "@/lib/domain/life.ts";
import { CHALLENGE_LIFE } from "@/lib/domain/passkeys.ts";
import type { Setup } from "@/lib/domain/setup.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import { commit } from "@/lib/store/records.ts";

/** Bytes of a challenge; WebAuthn Level 3 §13.4.3 asks for 16. */
const BYTES = 32;

/** Makes the session's challenge, base64url; an earlier one is over. */
export async function newChallenge(
  deps: Deps,
  { entries }: SignedInVisit,
): Promise<string> {
  const challenge = toBase64url(deps.random(BYTES));
  const setup: Setup = { kind: "passkey", challenge, at: deps.now() };
  await commit(deps.kv, [change(guarded(entries.setup.ref), setup)]);
  return challenge;
}

/** What a response must have been made for; `null` where no challenge waits, or it is late. */
export function ceremonyOf(
  { origin, host }: Deps,
  { setup, now }: SignedInVisit,
): Ceremony | null {
  if (setup?.kind !== "passkey") return null;
  const { challenge, at } = setup;
  return isWithin(at, CHALLENGE_LIFE, now) ? { origin, host, challenge } : null;
}

/** Whether that challenge is still the one that waits. */
export function isWaiting(
  setup: Setup | null,
  { challenge }: Ceremony,
): boolean {
  return setup?.kind === "passkey" && setup.challenge === challenge;
}
