/**
 * A reset in which nothing is proved, once its person's sessions were ended: they
 * got back in, or were stopped. It is worth no more than one that begins now, so it
 * goes on as that, to its own time. If it ended, a stranger could tell by it who is
 * there.
 *
 * @module
 */
import { randomCode, randomToken } from "@/lib/crypto/token.ts";
import { LONG_DIGITS, SHORT_DIGITS } from "@/lib/domain/code_text.ts";
import type { Account } from "@/lib/directory/directory.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import type { Reset } from "@/lib/domain/reset.ts";
import type { Verification } from "@/lib/domain/verification.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { noteOpened } from "@/lib/flows/reset/reset_log.ts";
import { findWho } from "@/lib/flows/reset/find_who.ts";
import { openContact } from "@/lib/flows/sealed_contact.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision, Entry } from "@/lib/store/record.ts";
import { transact } from "@/lib/store/records.ts";

/** What was read of it. */
export interface Following {
  /** Where the reset stands. */
  session: Entry<Reset>;
  /** The code that it waits for. */
  verification: Entry<Verification>;
  /** The policy in force. */
  policy: Policy;
  /** In epoch milliseconds. */
  now: number;
}

/**
 * Takes the reset on to where its person is now; on devices that were known to them
 * it is a stranger's. Codes and links that were sent are of no use any more. `false`
 * where nothing is left to show of them. Asks the directory once, and commits once.
 */
export async function followPerson(
  deps: Deps,
  reset: Reset,
  { session, verification, policy, now }: Following,
): Promise<boolean> {
  const account = await accountOf(deps, reset);
  const who = await findWho(deps, { account, name: "", policy, now });
  if (who.reset.account !== reset.account) return false;
  const renewed = renewal(deps, reset.account);
  noteOpened(deps, who, reset);
  await transact(
    deps.kv,
    [session, verification, who.entry] as const,
    ([session, code, entry]): Decision<null> => {
      if (!session.value || isBegun(session.value)) {
        return { changes: [], result: null };
      }
      const standing = who.standing(entry.value);
      const changes = [
        change(session, { ...session.value, ...who.reset, lane: null }),
        ...code.value ? [change(code, renewed(code.value))] : [],
        ...standing ? [change(entry, standing)] : [],
      ];
      return { changes, result: null };
    },
  );
  return true;
}

/** Whether something is proved: that ends with its person's sessions. */
export function isBegun({ practice }: Pick<Reset, "practice">): boolean {
  return practice.length > 0;
}

/** Somebody whom the directory does not tell of now gets no further. */
async function accountOf(
  deps: Deps,
  { account, userName, groups, contact }: Reset,
): Promise<Account> {
  const was = { id: account, userName, groups, disabled: true };
  try {
    const found = await deps.directory.get(account);
    return found ?? { ...was, contact: openContact(deps, contact) };
  } catch (error) {
    const fault = error instanceof Error ? error.name : typeof error;
    deps.log("sys_directory_fault", { account, fault });
    return { ...was, contact: openContact(deps, contact) };
  }
}

/** Puts another code in place of the one that was sent; its time and its tries stay. */
function renewal(
  { keyring, random }: Pick<Deps, "keyring" | "random">,
  account: string,
): (last: Verification) => Verification {
  const id = randomToken(random);
  const drawn = randomCode(random, LONG_DIGITS);
  return (last) => {
    const code = drawn.slice(0, last.long ? LONG_DIGITS : SHORT_DIGITS);
    return {
      ...last,
      id,
      code: keyring.seal("code", code),
      digest: keyring.digest("code", last.purpose, id, account, code),
    };
  };
}
