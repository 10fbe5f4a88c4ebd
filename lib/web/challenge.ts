/**
 * The challenge of a page that asks for a name. Its route uses two functions, both
 * with the same `action` where it lets through something else than a reset:
 *
 * ```ts
 * // The form: z.strictObject({ identifier: …, challenge: z.transform(carried),
 * //   answer: z.transform(carried), website: z.transform(carried) })
 * const passage = await passChallenge(ctx.state, form.value);
 * if (passage.kind === "show") return showing(passage.challenge);
 * const answer = await openReset(deps, { identifier, …, passed: passage.passed });
 * if (answer.kind === "challenge") {
 *   return showing(await showChallenge(ctx.state, { identifier }));
 * }
 * ```
 *
 * where `showing(challenge)` is `page({ challenge }, { status: challenge.status })`
 * and the page renders `<Challenge t csrf {...challenge} />`. The page with the
 * field has `<Trap t />` in its form. A name that cannot be anybody's goes the
 * same way.
 *
 * @module
 */
import {
  type ChallengeAnswer,
  checkChallenge,
  makeChallenge,
} from "@/lib/flows/reset/challenge.ts";
import type {
  Challenge,
  Challenged,
} from "@/lib/flows/reset/challenge_token.ts";
import { outcomeWords } from "@/lib/web/outcome.ts";
import type { State } from "@/lib/web/state.ts";

/** What the form carries beside the name. */
export interface ChallengeFields {
  /** The signed challenge; empty before there is one. */
  challenge: string;
  /** What the work found; empty where the person waited. */
  answer: string;
  /** The field that nobody sees. */
  website: string;
}

/** A challenge to show, with the status of its page. */
export interface ShownChallenge {
  /** What the form carries on. */
  fields: { identifier: string; challenge: string };
  /** What the work is done on, and how much of it. */
  work: { seed: string; bits: number };
  /** How long whoever cannot work waits, in milliseconds. */
  wait: number;
  /** What came of the last try; `null` before one. */
  note: string | null;
  /** 200 at first, 422 after one that did not count, 429 where there were too many. */
  status: number;
}

/** Whether the name may be looked at, and by what right. */
export type Passage =
  | { kind: "go"; passed: "none" | "work" | "ticket" }
  | { kind: "show"; challenge: ShownChallenge };

/** What somebody wants, and under which name. */
export type Wanted = Omit<Challenged, "block">;

/** What a request knows of its caller. */
export type Caller = Pick<State, "deps" | "block" | "t">;

/** One of the fields, for `z.transform()`: all may be absent. */
export function carried(typed: unknown): string {
  return typeof typed === "string" ? typed : "";
}

/** Judges what the form carries; whoever filled in the field that nobody sees gets a challenge. */
export async function passChallenge(
  state: Caller,
  { challenge: token, answer, website, ...wanted }: ChallengeFields & Wanted,
): Promise<Passage> {
  if (token === "") {
    return website === ""
      ? { kind: "go", passed: "none" }
      : { kind: "show", challenge: await showChallenge(state, wanted) };
  }
  return await judged(state, { ...wanted, token, answer, block: state.block });
}

/** A new challenge for that name. */
export async function showChallenge(
  state: Caller,
  wanted: Wanted,
): Promise<ShownChallenge> {
  return await anew(state, wanted, { status: 200, note: null });
}

async function judged(
  state: Caller,
  given: ChallengeAnswer,
): Promise<Passage> {
  const { t, deps } = state;
  const verdict = await checkChallenge(deps, given);
  switch (verdict.kind) {
    case "work":
    case "ticket":
      return { kind: "go", passed: verdict.kind };
    case "early": {
      const said = { status: 422, note: t("challenge.early") };
      const challenge = shown(state, given, verdict.challenge);
      return { kind: "show", challenge: { ...challenge, ...said } };
    }
    case "limit": {
      const time = t.duration(verdict.until - deps.now());
      const words = t("challenge.limit", { time });
      const said = { status: 429, note: outcomeWords(state, "limit", words) };
      return { kind: "show", challenge: await anew(state, given, said) };
    }
    default: {
      const words = t(
        `challenge.${verdict.kind === "late" ? "late" : "again"}`,
      );
      const note = outcomeWords(state, "challenge", words);
      const said = { status: 422, note };
      return { kind: "show", challenge: await anew(state, given, said) };
    }
  }
}

/** What is said with it. */
type Said = Pick<ShownChallenge, "status" | "note">;

async function anew(
  state: Caller,
  wanted: Wanted,
  said: Said,
): Promise<ShownChallenge> {
  const whose = { ...wanted, block: state.block };
  const made = await makeChallenge(state.deps, whose);
  return { ...shown(state, wanted, made), ...said };
}

function shown(
  { deps }: Caller,
  { identifier }: Wanted,
  { token, seed, bits, from }: Challenge,
): Omit<ShownChallenge, keyof Said> {
  return {
    fields: { identifier, challenge: token },
    work: { seed, bits },
    wait: Math.max(0, from - deps.now()),
  };
}
