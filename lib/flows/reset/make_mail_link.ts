/**
 * Making the link that a mail of a reset may carry beside its code.
 *
 * @module
 */
import { tokenDigest } from "@/lib/crypto/token.ts";
import type { Verification } from "@/lib/domain/verification.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import type { MailLink } from "@/lib/flows/next_verification.ts";
import type { RunVisit } from "@/lib/flows/reset/reset_visit.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import { mailLinkRef } from "@/lib/store/mail_links.ts";

/** A link is good for an hour at most, in milliseconds; the code beside it mostly for less. */
const LINK_LIFE = 60 * 60_000;

/** The path that links lead to. */
const PATH = "/reset/link?t=";

/**
 * Makes the links of a reset's mails. The token is a keyed digest of 256 bits, so
 * that the same mail sent again has the same link, and the store has only a
 * digest of it. The host is the one of the settings.
 */
export function mailLinks(
  { keyring, origin }: Pick<Deps, "keyring" | "origin">,
  { entries, session, now }: RunVisit,
): (verification: Verification) => MailLink {
  return ({ id, until }) => {
    const token = keyring.digest("mailLink", id);
    const link = {
      account: session.account,
      reset: digestOf(entries),
      verification: id,
      until: Math.min(until, now + LINK_LIFE),
    };
    return {
      url: `${origin}${PATH}${token}`,
      change: change(guarded(mailLinkRef(tokenDigest(token))), link),
    };
  };
}

/** The digest of the reset's token, under which it is stored. */
export function digestOf(
  { session }: Pick<RunVisit["entries"], "session">,
): string {
  return String(session.ref.key.at(-1));
}
