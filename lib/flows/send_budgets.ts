/**
 * What every sent code is counted in.
 *
 * @module
 */
import { domainOf } from "@/lib/domain/email_address.ts";
import type { BudgetName, Limits } from "@/lib/domain/limits.ts";
import { numberPrefix } from "@/lib/domain/phone_mask.ts";
import type { Budget } from "@/lib/flows/budgets.ts";
import { reach, type Target } from "@/lib/flows/target.ts";

/** A budget of a send. */
export interface SendBudget extends Budget {
  /**
   * Whether whoever is over it is not told: others have used it up as well, and
   * that they have the same number would tell that there is somebody.
   */
  readonly untold?: boolean;
}

/** Who asks for a code, and where it goes. */
export interface Sending {
  /** The directory's account ID. */
  account: string;
  /** The lane of a device that the account knows, which nobody else uses up; `null` for any other. */
  lane: string | null;
  /** What stands for a stranger's network, on the way back in; `null` for whoever is known. */
  network: string | null;
  /** The caller's address block. */
  block: string;
  /** Where it goes. */
  target: Target;
  /** Whether the session's last code went somewhere else, or nowhere. */
  isNew: boolean;
}

/** What a budget counts, for whom, and which limit bounds it. */
type Counted = readonly [kind: string, subject: string, limit: BudgetName];

/**
 * The budgets of one send, narrowest first, so that the narrowest gives its reason.
 * What strangers use up is counted apart from what the owner does.
 */
export function sendBudgets(sending: Sending): readonly SendBudget[] {
  const { account, network, block, target, isNew } = sending;
  const untold = network !== null;
  const others = [
    ...untold ? reached(sending, `reset ${reach(target)}`) : [],
    ...neighbours(target).map(sendBudget),
  ];
  const budgets = [
    ...own(sending),
    sendBudget(["block", block, "block"]),
    ...others.map((each) => ({ ...each, untold })),
    sendBudget(["site", "site", "site"]),
  ];
  if (!isNew) return budgets;
  return [...budgets, {
    kind: target.method === "phone" ? "send.newNumber" : "send.newAddress",
    subject: account,
    windows: (limits) => [limits.newNumbers],
  }];
}

/** What one person's messages are counted in. */
function own(sending: Sending): readonly Budget[] {
  const { account, lane, network, target } = sending;
  if (network === null) {
    // One for all known devices: whoever has the password makes new ones at will.
    const mine = (subject: string) =>
      lane === null ? subject : `known ${subject}`;
    return [
      ...reached(sending, mine(reach(target))),
      sendBudget(["account", mine(account), "account"]),
    ];
  }
  const place = `${account} ${reach(target)}`;
  const narrow = reached(sending, place);
  return target.method === "email"
    ? [mailBudget("pair", `${network} ${place}`), ...narrow]
    : [...narrow, sendBudget(["account", `reset ${account}`, "account"])];
}

/** What bounds the messages that a number or an address gets. */
function reached(
  { network, target }: Sending,
  subject: string,
): readonly Budget[] {
  if (target.method === "phone") {
    return [sendBudget(["number", subject, "number"])];
  }
  return network === null
    ? [sendBudget(["address", subject, "number"])]
    : [mailBudget("address", subject)];
}

function sendBudget([kind, subject, limit]: Counted): Budget {
  return {
    kind: `send.${kind}`,
    subject,
    windows: ({ send }) => send[limit],
  };
}

function mailBudget(kind: keyof Limits["mails"], subject: string): Budget {
  return {
    kind: `reset.mails.${kind}`,
    subject,
    windows: ({ mails }) => mails[kind],
  };
}

/** Half an organisation may have its mail at one provider, as its phones are in one country. */
function neighbours(target: Target): Counted[] {
  if (target.method === "email") {
    return [["domain", domainOf(target.address), "country"]];
  }
  const { e164, region } = target.number;
  return [
    ["prefix", numberPrefix(e164), "prefix"],
    ["country", region, "country"],
  ];
}
