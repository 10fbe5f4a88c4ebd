/**
 * Opening a session for somebody who gave the right password, or used a passkey.
 *
 * @module
 */
import { randomToken, tokenDigest } from "@/lib/crypto/token.ts";
import type { Session } from "@/lib/domain/session.ts";
import { giveBack } from "@/lib/flows/budgets.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { remember } from "@/lib/flows/known_device.ts";
import type { Proved } from "@/lib/flows/prove.ts";
import { absent, change, guarded } from "@/lib/store/entries.ts";
import type { Ref } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";
import { sessionRef } from "@/lib/store/sessions.ts";

/**
 * Opens a session and returns what its cookie holds: `token.account`. The same
 * commit clears the pair's wrong guesses, gives the guess back to the other
 * counters, remembers the device, and deletes what `ends` names. `by` is how they proved who they are.
 */
export async function openSession(
  deps: Deps,
  who: Omit<Session, "openedAt" | "seenAt" | "provedAt" | "provedBy">,
  { proof, ends, by = "password" }: {
    proof: Proved;
    ends: readonly Ref<unknown>[];
    by?: Session["provedBy"];
  },
): Promise<string> {
  const token = randomToken(deps.random);
  const now = deps.now();
  const session: Session = {
    ...who,
    openedAt: now,
    seenAt: now,
    provedAt: now,
    provedBy: by,
  };
  const opened = change(absent(sessionRef(tokenDigest(token))), session);
  const { device, counters, typed } = proof;
  await transact(
    deps.kv,
    [device.entry, ...counters] as const,
    ([entry, pair, ...others]) => ({
      changes: [
        opened,
        ...(pair ? [change(pair, null)] : []),
        ...others.map(giveBack),
        ...ends.map((ref) => change(guarded(ref), null)),
        remember(deps, { ...device, entry }, { ...who, typed }),
      ],
      result: null,
    }),
  );
  return `${token}.${who.account}`;
}
