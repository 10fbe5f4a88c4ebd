/**
 * Moving a person who has just given a proof to a new session (OWASP ASVS 7.2.4).
 *
 * @module
 */
import { randomToken, tokenDigest } from "@/lib/crypto/token.ts";
import type { Session } from "@/lib/domain/session.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { absent, change, guarded } from "@/lib/store/entries.ts";
import type { Decision } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";
import { sessionRef } from "@/lib/store/sessions.ts";

/**
 * Opens a session that is proved by that way, deletes the old one and what waits
 * in it, and returns what the cookie holds; `null` where the old one is over.
 * Its end and its epoch stay those of the new one.
 */
export async function renewSession(
  deps: Deps,
  { session: { account }, entries }: SignedInVisit,
  provedBy: Session["provedBy"],
): Promise<string | null> {
  const token = randomToken(deps.random);
  const now = deps.now();
  const opened = absent(sessionRef(tokenDigest(token)));
  const { result } = await transact(
    deps.kv,
    [entries.session] as const,
    ([session]): Decision<boolean> => {
      const old = session.value;
      if (old === null) return { changes: [], result: false };
      const proved = { seenAt: now, provedAt: now, provedBy };
      const changes = [
        change(opened, { ...old, ...proved }),
        change(session, null),
        change(guarded(entries.verification.ref), null),
        change(guarded(entries.setup.ref), null),
      ];
      return { changes, result: true };
    },
  );
  if (!result) return null;
  deps.log("session_renewed", { account, method: provedBy });
  return `${token}.${account}`;
}
