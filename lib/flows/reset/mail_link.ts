/**
 * The link that a mail of a reset may carry beside its code, and that is as good
 * as the code, to the browser in which its button is pressed: that is where the
 * reset goes on. It counts once, since the code is used up with it. Looking at it
 * uses nothing up.
 *
 * @module
 */
import { tokenDigest } from "@/lib/crypto/token.ts";
import { isAlive } from "@/lib/domain/life.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { digestOf } from "@/lib/flows/reset/make_mail_link.ts";
import { noteElsewhere, noteReset } from "@/lib/flows/reset/note_proof.ts";
import { enterLinked } from "@/lib/flows/reset/reset_code.ts";
import { openResetAt, type ResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import { mailLinkRef } from "@/lib/store/mail_links.ts";
import { read } from "@/lib/store/records.ts";

/** Where the button is pressed. */
export interface Pressed {
  /** The reset that the browser is in; `null` for none. */
  here: ResetVisit | null;
  /** The caller's address block. */
  block: string;
}

/** What came of it. */
export type LinkAnswer =
  /**
   * In the browser that the reset is in, or in another one, where nothing else
   * is proved; `cookie` is what it keeps from now on.
   */
  | { kind: "here" | "elsewhere"; cookie: string; visit: ResetVisit }
  /** Too many wrong codes were typed. */
  | { kind: "tries" }
  /** Used, too old, or of a reset that is over. */
  | { kind: "dead" };

/** The reset that a link is for; `null` where it is of no use. Uses nothing up. */
export async function linkedReset(
  deps: Deps,
  token: string,
): Promise<ResetVisit | null> {
  const [{ value: link }] = await read(
    deps.kv,
    [mailLinkRef(tokenDigest(token))] as const,
  );
  if (link === null) return null;
  const { account, reset: digest, verification } = link;
  const visit = await openResetAt(deps, { account, digest });
  if (visit?.verification?.id !== verification) return null;
  const { sentAt: from } = visit.verification;
  return isAlive({ from, until: link.until }, visit.now) ? visit : null;
}

/** Whether the reset of a link is the one that this browser is in. */
export function isHere(linked: ResetVisit, here: ResetVisit | null): boolean {
  return here !== null && digestOf(linked.entries) === digestOf(here.entries);
}

/** Uses the link up as if its code had been typed, and notes the proof. */
export async function redeemLink(
  deps: Deps,
  token: string,
  { here, block }: Pressed,
): Promise<LinkAnswer> {
  const visit = await linkedReset(deps, token);
  const verification = visit?.verification;
  if (!verification) return { kind: "dead" };
  const { kind } = await enterLinked(deps, { ...visit, verification });
  if (kind === "tries") return { kind };
  if (kind !== "right") return { kind: "dead" };
  if (isHere(visit, here)) {
    const cookie = await noteReset(deps, visit, "email");
    return cookie === null ? { kind: "dead" } : { kind: "here", cookie, visit };
  }
  const cookie = await noteElsewhere(deps, visit, { proof: "email", block });
  const session = { ...visit.session, practice: [] };
  return cookie === null
    ? { kind: "dead" }
    : { kind: "elsewhere", cookie, visit: { ...visit, session } };
}
