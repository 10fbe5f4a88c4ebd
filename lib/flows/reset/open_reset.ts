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
import { LIMITS } from "@/lib/domain/limits.ts";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import { couldReset } from "@/lib/domain/recovery_check.ts";
import type { Reset } from "@/lib/domain/reset.ts";
import { STOP_BYTES, stopCode } from "@/lib/domain/stop_code.ts";
import type { Usage } from "@/lib/domain/usage.ts";
import { budgetRef } from "@/lib/flows/budgets.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { deviceRefs } from "@/lib/flows/known_device.ts";
import { reachable } from "@/lib/flows/open_visit.ts";
import { mayUnlock } from "@/lib/flows/reset/choose_goal.ts";
import { WRONG_PROOFS } from "@/lib/flows/proofs/note_wrong.ts";
import { findAccount } from "@/lib/flows/reset/find_account.ts";
import { findWho, type Who } from "@/lib/flows/reset/find_who.ts";
import {
  laneBudget,
  networkOf,
  type Passed,
  type ResetBudget,
  resetBudgets,
  type ResetMoment,
  type ResetSpent,
  spendReset,
} from "@/lib/flows/reset/reset_budgets.ts";
import { noteOpened } from "@/lib/flows/reset/reset_log.ts";
import { resetCookie } from "@/lib/flows/reset/reset_visit.ts";
import { canonicalName } from "@/lib/store/accounts.ts";
import type { KnownAccount } from "@/lib/store/devices.ts";
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
  /** What the device's cookie holds; `null` for none. */
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

/** What the request is counted in and where that stands, and what it is judged by. */
interface Counting {
  budgets: readonly ResetBudget[];
  counters: readonly Entry<Usage>[];
  at: ResetMoment;
}

/**
 * Counts the request, finds out who it is about, and opens a reset: one commit.
 * Throws `DirectoryUnavailableError`.
 */
export async function openReset(
  deps: Deps,
  request: ResetRequest,
): Promise<OpenAnswer> {
  const { block, identifier, passed } = request;
  const { name, policy, device, all, wrong } = await readCounts(deps, request);
  if (!couldReset(policy)) return { kind: "off" };
  const at = { limits: LIMITS[policy.limits], now: deps.now(), passed, wrong };
  if (device.accounts.length === 0) {
    // Nobody's device: who is over a limit is not even looked for.
    const spent = spendReset(all.budgets, all.counters, at);
    if (spent.kind !== "spent") return barred(deps, request, spent);
  }
  const account = await findAccount(deps, identifier, policy);
  const who = await findWho(deps, { account, name, policy, now: at.now });
  const isKnown = device.accounts.some((each) =>
    each.account === account?.id && each.epoch === who.reset.epoch
  );
  const reset = beginning(deps, who, {
    lane: isKnown ? device.digest : null,
    block: networkOf(deps, block, at.limits),
    goal: mayUnlock(deps, policy) ? null : "password",
    now: at.now,
  });
  const counting = isKnown
    ? { ...device.own, at: { ...at, wrong: [] } }
    : { ...all, at };
  const answer = await begin(deps, { who, reset, counting });
  return answer.kind === "opened" ? answer : barred(deps, request, answer);
}

/** The policy, what everybody is counted in, and the device: one read. */
async function readCounts(
  deps: Deps,
  { block, device, identifier }: ResetRequest,
) {
  const name = canonicalName(identifier);
  const common = resetBudgets({ name, block });
  const devices = deviceRefs(deps, device);
  const digest = String(devices[0]?.key.at(-1));
  const lane = laneBudget(digest);
  const [policy, wrong, own, ...rest] = await read(deps.kv, [
    policyRef(),
    budgetRef(deps, WRONG_PROOFS),
    budgetRef(deps, lane),
    ...common.map((each) => budgetRef(deps, each)),
    ...devices,
  ]);
  // Each ref has an entry of its own type, in the same order.
  const counters = rest.slice(0, common.length) as Entry<Usage>[];
  const found = rest.slice(common.length) as Entry<readonly KnownAccount[]>[];
  return {
    name,
    policy: reachable(policy.value ?? DEFAULT_POLICY, deps.delivery),
    wrong: wrong.value ?? [],
    all: { budgets: common, counters },
    device: {
      digest,
      accounts: found.flatMap(({ value }) => value ?? []),
      own: { budgets: [lane], counters: [own] },
    },
  };
}

function beginning(
  { random }: Deps,
  { reset }: Who,
  { now, ...rest }: Pick<Reset, "lane" | "block" | "goal"> & { now: number },
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
      const standing = who.standing(entry.value);
      const changes = [
        change(begun, reset),
        ...standing ? [change(entry, standing)] : [],
        ...spent.changes,
      ];
      return { changes, result: { kind: "opened", cookie } };
    },
  );
  if (result.kind === "opened") noteOpened(deps, who, reset);
  return result;
}

function barred(
  deps: Deps,
  { block }: ResetRequest,
  answer: Exclude<ResetSpent, { kind: "spent" }>,
): OpenAnswer {
  const limit = answer.kind === "limit";
  const event = limit ? "excess_rate_limit_exceeded" : "reset_challenged";
  deps.log(event, { block });
  return answer;
}
