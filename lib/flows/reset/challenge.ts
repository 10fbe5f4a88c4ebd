/**
 * Challenges of the way back in: handing them out, and letting through whoever
 * has passed one. Known and unknown names are asked alike.
 *
 * @module
 */
import { toBase64url } from "@/lib/crypto/bytes.ts";
import { tokenDigest } from "@/lib/crypto/token.ts";
import {
  CHALLENGE_LIFE,
  isSolution,
  SEED_LENGTH,
  suspicionOf,
  ticketWait,
  workBits,
} from "@/lib/domain/challenge.ts";
import { isAlive } from "@/lib/domain/life.ts";
import { LIMITS, type Limits } from "@/lib/domain/limits.ts";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import type { Usage } from "@/lib/domain/usage.ts";
import {
  type Budget,
  budgetRef,
  noteAll,
  spendAll,
} from "@/lib/flows/budgets.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { WRONG_PROOFS } from "@/lib/flows/proofs/note_wrong.ts";
import {
  type Challenge,
  type Challenged,
  readChallenge,
  signChallenge,
} from "@/lib/flows/reset/challenge_token.ts";
import { canonicalName } from "@/lib/store/accounts.ts";
import { passedChallengeRef } from "@/lib/store/challenges.ts";
import { change } from "@/lib/store/entries.ts";
import { policyRef } from "@/lib/store/policy.ts";
import type { Decision, Entry } from "@/lib/store/record.ts";
import { read, transact } from "@/lib/store/records.ts";

/** A challenge that comes back. */
export interface ChallengeAnswer extends Challenged {
  /** The signed text. */
  token: string;
  /** What the work found; empty where the person waited. */
  answer: string;
}

/** What came of it. Times are epoch milliseconds. */
export type ChallengeVerdict =
  | { kind: "work" | "ticket" }
  /** Not waited long enough; the same challenge still counts. */
  | { kind: "early"; challenge: Challenge }
  /** Too many went on by waiting. */
  | { kind: "limit"; until: number }
  /** Too old, or it had let somebody through. */
  | { kind: "late" | "used" }
  /** Altered, of somebody else, or no solution. */
  | { kind: "wrong" };

/** Makes a challenge, the harder the more were passed lately by name, block and in all, and the more proofs were wrong. Reads once. */
export async function makeChallenge(
  deps: Deps,
  whose: Challenged,
): Promise<Challenge> {
  const counted = [...countedBy(whose), WRONG_PROOFS];
  const refs = counted.map((budget) => budgetRef(deps, budget));
  const [policy, ...found] = await read(deps.kv, [policyRef(), ...refs]);
  const limits = limitsOf(policy.value);
  // Each ref has an entry of its own type, in the same order.
  const usages = found as readonly Entry<Usage>[];
  const now = deps.now();
  const suspicion = suspicionOf(
    counted.flatMap((budget, i) =>
      budget.windows(limits)
        .map((window) => [usages[i]?.value ?? [], window] as const)
    ),
    now,
  );
  return signChallenge(deps.keyring, whose, {
    seed: toBase64url(deps.random(SEED_LENGTH / 4 * 3)),
    bits: workBits(suspicion),
    from: now + ticketWait(suspicion),
    until: now + CHALLENGE_LIFE,
  });
}

/** Judges an answer; a right one is used up in the same commit as it is counted. */
export async function checkChallenge(
  deps: Deps,
  { token, answer, ...whose }: ChallengeAnswer,
): Promise<ChallengeVerdict> {
  const challenge = readChallenge(deps.keyring, whose, token);
  const verdict = challenge === null
    ? { kind: "wrong" } as const
    : judge(challenge, answer, deps.now());
  const passed = challenge !== null &&
      (verdict.kind === "work" || verdict.kind === "ticket")
    ? await consume(deps, whose, { challenge, by: verdict.kind })
    : verdict;
  if (REPORTED.has(passed.kind)) {
    deps.log("challenge_fail", { block: whose.block, why: passed.kind });
  }
  return passed;
}

/** What nobody does by accident. */
const REPORTED: ReadonlySet<string> = new Set(["wrong", "used", "limit"]);

function judge(
  challenge: Challenge,
  answer: string,
  now: number,
): ChallengeVerdict {
  const { seed, bits, from, until } = challenge;
  const life = { from: until - CHALLENGE_LIFE, until };
  if (!isAlive(life, now)) return { kind: "late" };
  if (answer !== "") {
    return { kind: isSolution(seed, answer, bits) ? "work" : "wrong" };
  }
  return now < from ? { kind: "early", challenge } : { kind: "ticket" };
}

/** Of two that come with the same challenge, the store refuses one. */
async function consume(
  deps: Deps,
  whose: Challenged,
  { challenge, by }: { challenge: Challenge; by: "work" | "ticket" },
): Promise<ChallengeVerdict> {
  const counted = countedBy(whose);
  const budgets = by === "ticket" ? ticketBudgets(whose.block) : [];
  const used = passedChallengeRef(tokenDigest(challenge.seed));
  const refs = [...counted, ...budgets].map((each) => budgetRef(deps, each));
  const [policy, once, ...found] = await read(
    deps.kv,
    [policyRef(), used, ...refs] as const,
  );
  const limits = limitsOf(policy.value);
  // Each ref has an entry of its own type, in the same order.
  const usages = found as readonly Entry<Usage>[];
  const { result } = await transact(
    deps.kv,
    [once, ...usages] as const,
    ([once, ...usages]): Decision<ChallengeVerdict> => {
      const now = deps.now();
      if (once.value !== null) return refuse({ kind: "used" });
      const late = usages.slice(counted.length);
      const spent = spendAll(budgets, late, { limits, now });
      if (!spent.ok) return refuse({ kind: "limit", until: spent.until });
      const noted = noteAll(counted, usages, { limits, now });
      const changes = [change(once, now), ...noted, ...spent.changes];
      return { changes, result: { kind: by } };
    },
  );
  return result;
}

function refuse(result: ChallengeVerdict): Decision<ChallengeVerdict> {
  return { changes: [], result };
}

function limitsOf(policy: Policy | null): Limits {
  return LIMITS[(policy ?? DEFAULT_POLICY).limits];
}

/** What makes the next ones harder. */
function countedBy({ identifier, block }: Challenged): readonly Budget[] {
  const subjects = { name: canonicalName(identifier), block, site: "site" };
  return (["name", "block", "site"] as const).map((kind) => ({
    kind: `challenge.${kind}`,
    subject: subjects[kind],
    windows: ({ challenge }) => [challenge[kind]],
  }));
}

/** None by name: a stranger could use up what its owner needs. */
function ticketBudgets(block: string): readonly Budget[] {
  const subjects = { block, site: "site" };
  return (["block", "site"] as const).map((kind) => ({
    kind: `ticket.${kind}`,
    subject: subjects[kind],
    windows: ({ challenge }) => challenge.ticket[kind],
  }));
}
