/**
 * What asking the administrators for help is counted in.
 *
 * @module
 */
import type { Account } from "@/lib/directory/directory.ts";
import type { Limits } from "@/lib/domain/limits.ts";
import { reserve, type Usage } from "@/lib/domain/usage.ts";
import { type Budget, noteAll, spendAll } from "@/lib/flows/budgets.ts";
import type { Passed } from "@/lib/flows/reset/reset_budgets.ts";
import { change } from "@/lib/store/entries.ts";
import type { Change, Entry } from "@/lib/store/record.ts";

/** Who asks for whom. */
export interface Asking {
  /** The name in its canonical form. */
  name: string;
  /** Whose it is; `null` for nobody's. */
  account: Account | null;
  /** The caller's address block. */
  block: string;
  /** Whether the device is known to that account. */
  known: boolean;
}

/** What a request is counted in. */
export interface HelpBudgets {
  /** Whoever asks is told of these. */
  said: readonly Budget[];
  /** Past these a challenge comes first. They refuse nobody: no stranger uses up what others need. */
  free: readonly Budget[];
  /** The mails for one account, and in all; nobody who asks is told of these. */
  mails: readonly [account: Budget, site: Budget];
}

/** How a request was counted. Times are epoch milliseconds. */
export type HelpSpent =
  /** `mailAt` is when its mails may go out; `null` where the administrators have their mails about that account. */
  | { kind: "spent"; mailAt: number | null; changes: readonly Change[] }
  | { kind: "challenge" }
  | { kind: "limit"; until: number };

/** How long a mail may wait for room among the others, in milliseconds. */
const LONGEST_WAIT = 24 * 60 * 60_000;

/**
 * By the name that was typed where that is said, by the account behind it where
 * it is not. What nobody's name costs is counted as well, and in nothing that
 * others need. A device that the account knows has all of its own.
 */
export function helpBudgets(
  { name, account, block, known }: Asking,
): HelpBudgets {
  const lane = known ? "device " : "";
  const who = account ? `${lane}${account.id}` : `name ${name}`;
  const all = account ? `${lane}site` : "nobody";
  const mails = [helpBudget("account", who), helpBudget("site", all)] as const;
  if (known) return { said: [pairBudget(who)], free: [], mails };
  return {
    said: [helpBudget("block", block), pairBudget(`${block} ${name}`)],
    free: [
      freeBudget("name", name),
      freeBudget("block", block),
      freeBudget("site", "site"),
    ],
    mails,
  };
}

/** All of them, in the order in which their entries stand. */
export function allOf({ said, free, mails }: HelpBudgets): readonly Budget[] {
  return [...said, ...free, ...mails];
}

/**
 * Takes one from each. Past the account's own limit, or where the mails of a
 * whole day wait already, it only looks sent: to say so would tell whose names are
 * one account's, or that there is one.
 */
export function spendHelp(
  { said, free, mails: [own, site] }: HelpBudgets,
  entries: readonly Entry<Usage>[],
  { passed, ...at }: { limits: Limits; now: number; passed: Passed },
): HelpSpent {
  const [asked, freed] = [said.length, said.length + free.length];
  const told = spendAll(said, entries, at);
  if (!told.ok) return { kind: "limit", until: told.until };
  const counters = entries.slice(asked, freed);
  if (passed === "none" && !spendAll(free, counters, at).ok) {
    return { kind: "challenge" };
  }
  const spent = [...told.changes, ...noteAll(free, counters, at)];
  const mailed = spendAll([own], entries.slice(freed), at);
  const last = entries[freed + 1];
  if (!mailed.ok || last === undefined) {
    return { kind: "spent", mailAt: null, changes: spent };
  }
  const { usage, at: mailAt } = reserve(
    last.value ?? [],
    site.windows(at.limits),
    at.now,
  );
  if (mailAt > at.now + LONGEST_WAIT) {
    return { kind: "spent", mailAt: null, changes: spent };
  }
  const changes = [...spent, ...mailed.changes, change(last, usage)];
  return { kind: "spent", mailAt, changes };
}

function helpBudget(kind: keyof Limits["help"], subject: string): Budget {
  return {
    kind: `help.${kind}`,
    subject,
    windows: ({ help }) => help[kind],
  };
}

/** One caller has no more to ask for one name than is mailed for one account. */
function pairBudget(subject: string): Budget {
  return { ...helpBudget("account", subject), kind: "help.pair" };
}

function freeBudget(kind: keyof Limits["freeHelp"], subject: string): Budget {
  return {
    kind: `help.free.${kind}`,
    subject,
    windows: ({ freeHelp }) => freeHelp[kind],
  };
}
