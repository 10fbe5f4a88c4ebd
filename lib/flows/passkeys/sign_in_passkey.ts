/**
 * Signing in by a passkey that the browser offers on the sign-in page: the
 * passkey says whose it is.
 *
 * @module
 */
import type { Assertion } from "@/lib/crypto/assertion.ts";
import { credentialDigest } from "@/lib/crypto/passkey_ids.ts";
import type { Account } from "@/lib/directory/directory.ts";
import type { Arrival } from "@/lib/domain/arrival.ts";
import { LIMITS } from "@/lib/domain/limits.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import { countTry, giveAllBack } from "@/lib/flows/count_try.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { deviceOf, deviceRefs } from "@/lib/flows/known_device.ts";
import { openSession } from "@/lib/flows/open_session.ts";
import {
  findPasskey,
  type FoundPasskey,
  passkeyOf,
} from "@/lib/flows/passkeys/find_passkey.ts";
import { signInCeremony } from "@/lib/flows/passkeys/sign_in_challenge.ts";
import { judgePasskey } from "@/lib/flows/proofs/judge_passkey.ts";
import { guessBudgets, type Proved } from "@/lib/flows/prove.ts";
import { arrive } from "@/lib/flows/registration/arrive.ts";
import { sealContact } from "@/lib/flows/sealed_contact.ts";
import { change } from "@/lib/store/entries.ts";
import type { Decision, Entry } from "@/lib/store/record.ts";
import { read, transact } from "@/lib/store/records.ts";

/** What the browser sent. */
export interface PasskeySignIn {
  /** The use of the passkey. */
  used: Assertion;
  /** The secret of the browser's cookie, for which the challenge was made. */
  secret: string;
  /** The caller's address block. */
  block: string;
  /** What the device's cookie holds; `null` for none. */
  device: string | null;
}

/** What came of it. */
export type PasskeySignedIn =
  | { ok: true; cookie: string; arrival: Arrival; device?: string | undefined }
  /** `late`: its challenge has been used, or is too old. `refused`: anything else. */
  | { ok: false; why: "late" | "refused" };

/**
 * Opens a session by a passkey that verified the person. One that nobody has, one
 * that is not signed as it must be, a disabled account and a caller over a limit
 * are one answer after the same work.
 */
export async function signInByPasskey(
  deps: Deps,
  { used, secret, block, device }: PasskeySignIn,
): Promise<PasskeySignedIn> {
  const ceremony = signInCeremony(deps, used, secret);
  if (ceremony === null) return { ok: false, why: "late" };
  // A guesser of passwords, who knows the name, cannot use this lane up.
  const lane = `passkey ${credentialDigest(used.id)}`;
  const counted = await countTry(deps, guessBudgets(lane, block));
  if (!counted.ok) deps.log("authn_login_fail_max", { block });
  const { counters = [] } = counted.ok ? counted : {};
  const found = await findPasskey(deps, used, ceremony).catch(async (fault) => {
    await giveAllBack(deps, counters);
    throw fault;
  });
  const judged = await judge(deps, found, counted.ok);
  if (judged.kind !== "right") {
    deps.log(EVENTS[judged.kind], { block });
    return { ok: false, why: judged.kind === "late" ? "late" : "refused" };
  }
  const { account } = judged;
  const known = await read(deps.kv, deviceRefs(deps, device));
  const proof: Proved = {
    ok: true,
    account,
    counters,
    device: deviceOf(deps, device, known),
    isKnown: false,
    typed: account.userName,
  };
  return await enter(deps, { ...found, proof, person: judged.person });
}

/** What is logged of those that are refused. */
const EVENTS = {
  late: "authn_login_fail",
  refused: "authn_login_fail",
  copied: "authn_token_reuse",
} as const;

type Judged =
  | { kind: "right"; account: Account; person: Entry<Person> }
  | { kind: "late" | "refused" | "copied" };

/** Judges the use and uses its challenge up, in one commit. */
async function judge(
  deps: Deps,
  found: FoundPasskey,
  open: boolean,
): Promise<Judged> {
  const { account, person, spent } = found;
  const { result, versionstamp } = await transact(
    deps.kv,
    [person, spent] as const,
    (now) => decide({ found, open, at: deps.now() }, now),
  );
  if (typeof result === "string") return { kind: result };
  if (account === null || versionstamp === null) return { kind: "refused" };
  return {
    kind: "right",
    account,
    person: { ...person, value: result, versionstamp },
  };
}

/** The person that a right use makes, or what came of a wrong one. */
function decide(
  { found, open, at }: { found: FoundPasskey; open: boolean; at: number },
  [person, spent]: readonly [Entry<Person>, Entry<number>],
): Decision<Person | Exclude<Judged["kind"], "right">> {
  if (spent.value !== null) return { changes: [], result: "late" };
  const answered = change(spent, at);
  const { used, asserted, account } = found;
  const { methods, limits } = found.policy.value ?? DEFAULT_POLICY;
  const who = person.value ?? NEWCOMER;
  const own = account !== null && passkeyOf(who, account.id, used);
  if (!open || !own || !methods.includes("passkey")) {
    return { changes: [answered], result: "refused" };
  }
  const verified = asserted.ok && asserted.verified;
  const said = verified ? asserted : { ok: false, why: "proof" } as const;
  const { person: next, answer } = judgePasskey(
    who,
    { id: used.id, asserted: said },
    { now: at, limits: LIMITS[limits], lane: "own" },
  );
  const wrong = answer.kind === "copied" ? "copied" : "refused";
  const result = answer.kind === "right" ? next : wrong;
  return { changes: [change(person, next), answered], result };
}

async function enter(
  deps: Deps,
  { proof, person, policy }: {
    proof: Proved;
    person: Entry<Person>;
    policy: Entry<Policy>;
  },
): Promise<PasskeySignedIn> {
  const { id, userName, groups, contact, standing = "ok" } = proof.account;
  const { epoch } = person.value ?? NEWCOMER;
  const kept = {
    contact: sealContact(deps, contact),
    skipped: false,
    practice: [],
    ...standing === "ok" ? {} : { due: standing },
  };
  const who = { account: id, userName, groups, epoch, ...kept };
  const how = { proof, ends: [], by: "passkey" } as const;
  const cookie = await openSession(deps, who, how);
  deps.log("authn_login_success", { account: id, method: "passkey" });
  const arrival = standing === "ok"
    ? await arrive(deps, proof.account, { person, policy })
    : "password" as const;
  return { ok: true, cookie, arrival, device: proof.device.token };
}
