/**
 * Beginning a reset: somebody says who they are.
 *
 * A name that nobody has, a disabled account, and one that could not get to the
 * end cost the same reads, the same commit and the same work as any other, and go
 * on with a decoy.
 *
 * @module
 */
import { randomToken, tokenDigest } from "@/lib/crypto/token.ts";
import { LIMITS, type Limits } from "@/lib/domain/limits.ts";
import { OUTCOMES } from "@/lib/domain/outcomes.ts";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import { couldReset } from "@/lib/domain/recovery.ts";
import type { Reset } from "@/lib/domain/reset.ts";
import { STOP_BYTES, stopCode } from "@/lib/domain/stop_code.ts";
import type { Usage } from "@/lib/domain/usage.ts";
import { budgetRef } from "@/lib/flows/budgets.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { reachable } from "@/lib/flows/open_visit.ts";
import { findAccount, typedName } from "@/lib/flows/reset/find_account.ts";
import { findWho, type Who } from "@/lib/flows/reset/find_who.ts";
import {
  laneBudget,
  type Passed,
  type ResetBudget,
  resetBudgets,
  type ResetSpent,
  spendReset,
} from "@/lib/flows/reset/reset_budgets.ts";
import { resetCookie } from "@/lib/flows/reset/reset_visit.ts";
import { deviceRef } from "@/lib/store/devices.ts";
import { absent, change } from "@/lib/store/entries.ts";
import { policyRef } from "@/lib/store/policy.ts";
import type { Decision, Entry } from "@/lib/store/record.ts";
import { read, transact } from "@/lib/store/records.ts";
import { resetRef } from "@/lib/store/resets.ts";

/** Who somebody says that they are, and from where. */
export interface ResetRequest {
  /** A user name or an email address, as it was typed. */
  identifier: string;
  /** The caller's address block. */
  block: string;
  /** BCP 47 tag of the person's language. */
  locale: string;
  /** The digest that stands for the caller's device and that name; `null` for no device. */
  device: string | null;
  /** Which challenge was passed. */
  passed: Passed;
}

/** What came of it: the same for every name. */
export type OpenAnswer =
  /** `cookie` is what the browser keeps. */
  | { kind: "opened"; cookie: string }
  /** The policy has no way for anybody. */
  | { kind: "off" }
  | Exclude<ResetSpent, { kind: "spent" }>;

type Begun = Exclude<OpenAnswer, { kind: "off" }>;

/** A digest that no device has. */
const NO_DEVICE = "-";

/** What the request is counted in and where that stands, and what it is judged by. */
interface Counting {
  budgets: readonly ResetBudget[];
  counters: readonly Entry<Usage>[];
  at: { limits: Limits; now: number; passed: Passed };
}

/**
 * Counts the request, finds out who it is about, and opens a reset: one commit.
 * Throws `DirectoryUnavailableError`.
 */
export async function openReset(
  deps: Deps,
  request: ResetRequest,
): Promise<OpenAnswer> {
  const { block, device, identifier, passed } = request;
  const name = typedName(identifier);
  const common = resetBudgets({ name, block });
  const own = laneBudget(name, device ?? NO_DEVICE);
  const budgets = [own, ...common].map((each) => budgetRef(deps, each));
  const refs = [policyRef(), deviceRef(device ?? NO_DEVICE), ...budgets];
  const [first, second, ...rest] = await read(deps.kv, refs);
  // Each ref has an entry of its own type, in the same order.
  const policy = reachable(
    (first as Entry<Policy>).value ?? DEFAULT_POLICY,
    deps.delivery,
  );
  if (!couldReset(policy)) return { kind: "off" };
  const owner = (second as Entry<string>).value;
  const [lane, ...counters] = rest as Entry<Usage>[];
  const at = { limits: LIMITS[policy.limits], now: deps.now(), passed };
  const all: Counting = { budgets: common, counters, at };
  if (owner === null) {
    // Nobody's device: who is over a limit is not even looked for.
    const spent = spendReset(common, counters, at);
    if (spent.kind !== "spent") return barred(deps, request, spent);
  }
  const account = await findAccount(deps, identifier, policy);
  const known = owner !== null && owner === account?.id;
  const counting: Counting = known && lane
    ? { budgets: [own], counters: [lane], at }
    : all;
  const who = await findWho(deps, { account, name, policy, now: at.now });
  const reset = beginning(deps, who, {
    lane: known ? device : null,
    goal: policy.unlock === "yes" ? null : "password",
    now: at.now,
  });
  const answer = await begin(deps, { who, reset, counting });
  return answer.kind === "opened" ? answer : barred(deps, request, answer);
}

function beginning(
  { random }: Deps,
  { reset }: Who,
  { now, ...rest }: Pick<Reset, "lane" | "goal"> & { now: number },
): Reset {
  return {
    ...reset,
    ...rest,
    openedAt: now,
    seenAt: now,
    // Nothing is proved, and nobody is signed in.
    provedAt: 0,
    provedBy: "password",
    skipped: false,
    practice: [],
    support: stopCode(random(STOP_BYTES)),
    answered: false,
    unsure: false,
  };
}

async function begin(
  deps: Deps,
  { who, reset, counting }: { who: Who; reset: Reset; counting: Counting },
): Promise<Begun> {
  const { budgets, counters, at } = counting;
  const token = randomToken(deps.random);
  const begun = absent(resetRef(tokenDigest(token)));
  const cookie = resetCookie(deps, token, reset.account);
  const { result } = await transact(
    deps.kv,
    [who.entry, ...counters] as const,
    ([entry, ...found]): Decision<Begun> => {
      const spent = spendReset(budgets, found, at);
      if (spent.kind !== "spent") return { changes: [], result: spent };
      const decoy = who.decoy(entry.value);
      const changes = [
        change(begun, reset),
        ...decoy ? [change(entry, decoy)] : [],
        ...spent.changes,
      ];
      return { changes, result: { kind: "opened", cookie } };
    },
  );
  if (result.kind === "opened") {
    const { account, support } = reset;
    const { why } = who;
    const outcome = why && OUTCOMES[why].code;
    deps.log("reset_opened", { account, support, why, outcome });
  }
  return result;
}

function barred(
  deps: Deps,
  { block }: ResetRequest,
  answer: Exclude<ResetSpent, { kind: "spent" }>,
): OpenAnswer {
  const limit = answer.kind === "limit";
  deps.log(limit ? "excess_rate_limit_exceeded" : "reset_challenged", {
    block,
  });
  return answer;
}
