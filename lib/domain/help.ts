/**
 * Who helps a person who cannot get back in alone.
 *
 * @module
 */
import { MOST_ADMINS } from "@/lib/domain/contact_settings.ts";
import type { ResetSettings } from "@/lib/domain/reset_settings.ts";

/** Where a person turns to. */
export type HelpWay =
  /** The organisation's own page. */
  | { kind: "page"; href: string }
  /** An address to write to. */
  | { kind: "mail"; address: string }
  /** The administrators, by a mail from here. */
  | { kind: "ask" }
  | { kind: "nobody" };

/** Where a person turns to under that policy. */
export function helpWay(policy: ResetSettings): HelpWay {
  const { contact } = policy;
  if (contact.startsWith("https:")) return { kind: "page", href: contact };
  if (contact !== "") return { kind: "mail", address: contact };
  return { kind: recipientsOf(policy).length > 0 ? "ask" : "nobody" };
}

/** Where a person turns to, as it stands in what leaves: without a scheme, since nothing there is a link. */
export function contactPlace(
  { contact }: Pick<ResetSettings, "contact">,
): string {
  return contact.replace(/^https:\/\//, "").replace(/\/$/, "");
}

/** Those who are written to: the first list that has anybody, up to 100 of it, each once. */
export function recipientsOf(policy: ResetSettings): readonly string[] {
  const { passwordAdmins, userAdmins, globalAdmins } = policy;
  const list = [passwordAdmins, userAdmins, globalAdmins]
    .find((each) => each.length > 0) ?? [];
  return [...new Set(list)].slice(0, MOST_ADMINS);
}
