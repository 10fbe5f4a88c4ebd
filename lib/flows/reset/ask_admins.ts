/**
 * Asking the administrators for help, by mail, for whoever cannot get back in
 * alone. A name that nobody has costs the same reads, the same commit and the
 * same messages, which reach nobody.
 *
 * @module
 */
import type { Message } from "@/lib/delivery/delivery.ts";
import type { Account } from "@/lib/directory/directory.ts";
import { recipientsOf } from "@/lib/domain/help.ts";
import { LIMITS, type Limits } from "@/lib/domain/limits.ts";
import { STOP_BYTES, stopCode } from "@/lib/domain/stop_code.ts";
import type { Usage } from "@/lib/domain/usage.ts";
import { type Budget, budgetRef, spendAll } from "@/lib/flows/budgets.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { readPolicy } from "@/lib/flows/read_policy.ts";
import { findAccount, typedName } from "@/lib/flows/reset/find_account.ts";
import {
  helpDrafts,
  sendHelp,
  stageHelp,
} from "@/lib/flows/reset/help_messages.ts";
import type { Change, Decision, Entry } from "@/lib/store/record.ts";
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
}

/** What came of it: the same for every name. */
export type HelpAnswer =
  /** With the support code, which is new where nothing was under way. */
  | { kind: "asked"; support: string }
  /** `until` is in epoch milliseconds. */
  | { kind: "limit"; until: number }
  /** Nobody is written to from here. */
  | { kind: "closed" };

/** Writes to each administrator, within the limits. One commit. Throws `DirectoryUnavailableError`. */
export async function askAdmins(
  deps: Deps,
  request: HelpRequest,
): Promise<HelpAnswer> {
  const name = typedName(request.identifier);
  const inForce = await readPolicy(deps);
  const account = await findAccount(deps, request.identifier, inForce);
  const budgets = helpBudgets(name, account, request.block);
  const refs = budgets.map((budget) => budgetRef(deps, budget));
  const found = await read(deps.kv, refs);
  const admins = inForce.contact === "" ? recipientsOf(inForce) : [];
  if (admins.length === 0) return { kind: "closed" };
  const support = request.support ?? stopCode(deps.random(STOP_BYTES));
  const drafts = helpDrafts(deps, admins, {
    userName: account?.userName ?? name,
    support,
    locale: request.locale,
  });
  const limits = LIMITS[inForce.limits];
  const { result, versionstamp } = await transact(
    deps.kv,
    found,
    (entries): Decision<Staging> => {
      const now = deps.now();
      const counted = count(budgets, entries, { limits, now });
      if (!counted.ok) return { changes: [], result: counted };
      const decoy = account === null || counted.again;
      const staged = drafts.map((each) => decoy ? { ...each, decoy } : each);
      const changes = [...counted.changes, ...stageHelp(deps, staged)];
      return { changes, result: { ok: true, staged } };
    },
  );
  if (!result.ok) {
    deps.log("excess_rate_limit_exceeded", { support, block: request.block });
    return { kind: "limit", until: result.until };
  }
  deps.log("help_asked", { support, account: account?.id ?? null });
  if (versionstamp !== null) {
    deps.later(() => sendHelp(deps, result.staged, versionstamp));
  }
  return { kind: "asked", support };
}

type Staging =
  | { ok: true; staged: readonly Message[] }
  | { ok: false; until: number };

/** By the name that was typed first; the last is that of the account behind it. */
function helpBudgets(
  name: string,
  account: Account | null,
  block: string,
): readonly [Budget, Budget, Budget, Budget] {
  const make = (
    kind: string,
    subject: string,
    limit: keyof Limits["help"],
  ): Budget => ({
    kind: `help.${kind}`,
    subject,
    windows: ({ help }) => help[limit],
  });
  return [
    make("name", name, "account"),
    make("block", block, "block"),
    make("site", "site", "site"),
    make("account", account ? account.id : `name ${name}`, "account"),
  ];
}

type Counted =
  /** `again`: the administrators of that account have their mails of this window. */
  | { ok: true; again: boolean; changes: readonly Change[] }
  | { ok: false; until: number };

/**
 * An account has several names. To say "too often" of one because of another
 * would tell that both are the same account's, so past the account's own limit
 * it only looks sent: the administrators were asked already.
 */
function count(
  budgets: readonly Budget[],
  entries: readonly Entry<Usage>[],
  at: { limits: Limits; now: number },
): Counted {
  const said = spendAll(budgets.slice(0, 3), entries.slice(0, 3), at);
  if (!said.ok) return said;
  const own = spendAll(budgets.slice(3), entries.slice(3), at);
  const changes = own.ok ? [...said.changes, ...own.changes] : said.changes;
  return { ok: true, again: !own.ok, changes };
}
