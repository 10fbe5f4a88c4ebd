/**
 * What the page after a set-up, and the list, say of how it goes on.
 *
 * @module
 */
import { adviceFor } from "@/lib/domain/advice.ts";
import type { Standing } from "@/lib/domain/standing.ts";
import { visitStanding } from "@/lib/flows/standing.ts";
import type { SignedInVisit } from "@/lib/flows/visit.ts";
import { METHOD_NAMES, SETUP_PAGES } from "@/lib/web/method_pages.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import type { Path } from "@/lib/web/redirect.ts";
import { readReturn } from "@/lib/web/return_cookie.ts";
import type { State } from "@/lib/web/state.ts";

/** What is recommended, in words. */
export interface AdviceWords {
  /** Why, as a sentence. */
  why: string;
  /** Where it is set up. */
  href: Path;
  /** What it is called. */
  method: string;
}

/** What comes after a set-up. */
export interface AfterSetup {
  /** How many more methods are needed. */
  missing: number;
  /** The address of the reset portal, as a person writes it down. */
  resetAddress: string;
  /** What is recommended; `null` for nothing. */
  advice: AdviceWords | null;
  /** The host of the application that the person came from; `null` where from none. */
  back: string | null;
}

/** How it goes on for the person of that visit. */
export function afterSetup(
  { t, deps, site }: State,
  visit: SignedInVisit,
  headers: Headers,
): AfterSetup {
  const standing = visitStanding(deps, visit);
  return {
    missing: standing.missing,
    resetAddress: `${site.origin}/reset`,
    advice: adviceWords(t, standing, visit),
    back: readReturn(headers, site, visit.policy)?.host ?? null,
  };
}

/** Recommends a second way; `null` where there is nothing to recommend. */
export function adviceWords(
  t: Translate,
  standing: Standing,
  { policy }: Pick<SignedInVisit, "policy">,
): AdviceWords | null {
  const method = adviceFor(standing, policy);
  if (method === null) return null;
  return {
    why: t(`advice.${method}`),
    href: SETUP_PAGES[method],
    method: t(METHOD_NAMES[method]),
  };
}
