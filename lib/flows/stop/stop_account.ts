/**
 * Saying "this was not me": whoever has the code of a notice freezes recovery
 * of that account and ends its sessions, without signing in.
 *
 * @module
 */
import {
  type Contact,
  DirectoryUnavailableError,
} from "@/lib/directory/directory.ts";
import { freeze } from "@/lib/domain/frozen.ts";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import type { Budget } from "@/lib/flows/budgets.ts";
import { countTry } from "@/lib/flows/count_try.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { withContact } from "@/lib/flows/directory_contact.ts";
import { tellPerson } from "@/lib/flows/notices.ts";
import { change } from "@/lib/store/entries.ts";
import { personRef } from "@/lib/store/people.ts";
import { policyRef } from "@/lib/store/policy.ts";
import type { Decision, Entry } from "@/lib/store/record.ts";
import { read, transact } from "@/lib/store/records.ts";
import { type Stop, stopRef } from "@/lib/store/stops.ts";

/** What came of it. A code that was used, is too old or never was is `unknown`. */
export type StopAnswer =
  | { kind: "stopped" | "unknown" }
  /** Too many were tried from here, or in all; `until` is in epoch milliseconds. */
  | { kind: "limit"; until: number };

/** A code as `readStopCode` gives it, and where the request comes from. */
export interface StopRequest {
  /** Eight characters. */
  code: string;
  /** The caller's address block. */
  block: string;
}

/** Counts the try, then freezes what the code is for. */
export async function stopAccount(
  deps: Deps,
  { code, block }: StopRequest,
): Promise<StopAnswer> {
  const counted = await countTry(deps, stopBudgets(block));
  if (!counted.ok) {
    deps.log("excess_rate_limit_exceeded", { block });
    return { kind: "limit", until: counted.until };
  }
  const refs = deps.keyring.digests("stop", code).map(stopRef);
  const found = (await read(deps.kv, refs)).find(({ value }) => value !== null);
  const stopped = found?.value
    ? await freezeBy(deps, found, found.value)
    : false;
  if (!stopped) deps.log("authn_token_fail", { block });
  return { kind: stopped ? "stopped" : "unknown" };
}

/** Uses the code up, freezes recovery, ends all sessions and stages the notices, in one commit. */
async function freezeBy(
  deps: Deps,
  entry: Entry<Stop>,
  { account }: Stop,
): Promise<boolean> {
  const [person, set] = await read(
    deps.kv,
    [personRef(account), policyRef()] as const,
  );
  const policy = set.value ?? DEFAULT_POLICY;
  const contact = await contactOf(deps, account, policy);
  const who = withContact(deps, person.value ?? NEWCOMER, { contact, policy });
  const notices = tellPerson(deps, who, {
    what: "frozen",
    account,
    policy,
    except: [],
  });
  const { result, versionstamp } = await transact(
    deps.kv,
    [entry, person] as const,
    ([stop, person]): Decision<boolean> => {
      const now = deps.now();
      if (stop.value === null || now >= stop.value.until) {
        return { changes: [], result: false };
      }
      const { changedAt } = stop.value;
      const frozen = freeze(person.value ?? NEWCOMER, { changedAt, now });
      const changes = [change(person, frozen), change(stop, null)];
      return { changes: [...changes, ...notices.changes], result: true };
    },
  );
  if (!result) return false;
  notices.sendAfter(versionstamp);
  deps.log("user_updated", { account, recovery: "frozen" });
  return true;
}

/** What the directory has, where it counts and can be asked: the freeze waits for nothing. */
async function contactOf(
  { directory }: Deps,
  account: string,
  { useDirectoryContacts }: Policy,
): Promise<Contact> {
  if (useDirectoryContacts !== "confirmed") return {};
  try {
    return (await directory.get(account))?.contact ?? {};
  } catch (error) {
    if (error instanceof DirectoryUnavailableError) return {};
    throw error;
  }
}

function stopBudgets(block: string): readonly Budget[] {
  return [
    {
      kind: "stop.block",
      subject: block,
      windows: (limits) => limits.stop.block,
    },
    {
      kind: "stop.site",
      subject: "site",
      windows: (limits) => limits.stop.site,
    },
  ];
}
