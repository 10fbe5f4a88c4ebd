/**
 * Asking the administrators for help, by mail, for whoever cannot get back in
 * alone, be the account frozen or disabled. A name that nobody has costs the same
 * reads, the same commit and the same messages, which reach nobody.
 *
 * @module
 */
import type { Account } from "@/lib/directory/directory.ts";
import { recipientsOf } from "@/lib/domain/help.ts";
import { LIMITS } from "@/lib/domain/limits.ts";
import { STOP_BYTES, stopCode } from "@/lib/domain/stop_code.ts";
import { budgetRef } from "@/lib/flows/budgets.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { deviceOf, deviceRefs, isKnownTo } from "@/lib/flows/known_device.ts";
import { readPolicy } from "@/lib/flows/read_policy.ts";
import { findAccount } from "@/lib/flows/reset/find_account.ts";
import {
  allOf,
  helpBudgets,
  type HelpSpent,
  spendHelp,
} from "@/lib/flows/reset/help_budgets.ts";
import {
  helpDrafts,
  type HelpMails,
  sendHelp,
  stageHelp,
} from "@/lib/flows/reset/help_messages.ts";
import type { Passed } from "@/lib/flows/reset/reset_budgets.ts";
import { canonicalName } from "@/lib/store/accounts.ts";
import type { Decision } from "@/lib/store/record.ts";
import { read, transact } from "@/lib/store/records.ts";

/** Who asks, and from where. */
export interface HelpRequest {
  /** A user name or an email address, as it was typed. */
  identifier: string;
  /** The support code of the reset under way; `null` for none. */
  support: string | null;
  /** The caller's address block. */
  block: string;
  /** BCP 47 tag of the person's language. */
  locale: string;
  /** What the device's cookie holds; `null` for none. */
  device: string | null;
  /** Which challenge was passed. */
  passed: Passed;
}

/** What came of it: the same for every name. */
export type HelpAnswer =
  /** With the support code, which is new where nothing was under way. */
  | { kind: "asked"; support: string }
  /** `until` is in epoch milliseconds. */
  | { kind: "limit"; until: number }
  | { kind: "challenge" }
  /** Nobody is written to from here. */
  | { kind: "closed" };

type Refused = Exclude<HelpSpent, { kind: "spent" }>;

/** Writes to each administrator, within the limits. One commit. Throws `DirectoryUnavailableError`. */
export async function askAdmins(
  deps: Deps,
  request: HelpRequest,
): Promise<HelpAnswer> {
  const { identifier, block, locale, passed } = request;
  const policy = await readPolicy(deps);
  const admins = policy.contact === "" ? recipientsOf(policy) : [];
  if (admins.length === 0) return { kind: "closed" };
  const name = canonicalName(identifier);
  const account = await findAccount(deps, identifier, policy);
  const known = await isOwnDevice(deps, request.device, account);
  const budgets = helpBudgets({ name, account, block, known });
  const counters = await read(
    deps.kv,
    allOf(budgets).map((budget) => budgetRef(deps, budget)),
  );
  const support = request.support ?? stopCode(deps.random(STOP_BYTES));
  const userName = account?.userName ?? name;
  const drafts = helpDrafts(deps, admins, { userName, support, locale });
  const at = { limits: LIMITS[policy.limits], passed };
  const { result, versionstamp } = await transact(
    deps.kv,
    counters,
    (entries): Decision<HelpMails | Refused> => {
      const now = deps.now();
      const spent = spendHelp(budgets, entries, { ...at, now });
      if (spent.kind !== "spent") return { changes: [], result: spent };
      const { mailAt } = spent;
      const decoy = account === null || mailAt === null;
      const mails: HelpMails = {
        kind: "mails",
        messages: drafts.map((each) => decoy ? { ...each, decoy } : each),
        wait: decoy ? 0 : mailAt - now,
      };
      const changes = [...spent.changes, ...stageHelp(deps, mails)];
      return { changes, result: mails };
    },
  );
  if (result.kind !== "mails") return refuse(deps, request, result);
  const mailed = result.messages.every(({ decoy = false }) => !decoy);
  deps.log("help_asked", { support, account: account?.id ?? null, mailed });
  if (versionstamp !== null && result.wait === 0) {
    deps.later(() => sendHelp(deps, result.messages, versionstamp));
  }
  return { kind: "asked", support };
}

/** Whether the account has signed in on that device before. */
async function isOwnDevice(
  deps: Deps,
  token: string | null,
  account: Account | null,
): Promise<boolean> {
  const found = await read(deps.kv, deviceRefs(deps, token));
  const device = deviceOf(deps, token, found);
  return account !== null && await isKnownTo(deps, device, account.userName);
}

function refuse(deps: Deps, { block }: HelpRequest, why: Refused): HelpAnswer {
  const limit = why.kind === "limit";
  deps.log(limit ? "excess_rate_limit_exceeded" : "help_challenged", { block });
  return why;
}
