/**
 * What the middlewares leave for a route, and `define`, typed for it.
 *
 * @module
 */
import { createDefine, type Define } from "fresh";
import type { Deps } from "@/lib/flows/deps.ts";
import type { ResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import type { Visit } from "@/lib/flows/visit.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import type { Finished } from "@/lib/web/reset_cookie.ts";

/** One request's state. */
export interface State {
  /** What flows may reach. */
  deps: Deps;
  /** What this request knows of the person. */
  visit: Visit;
  /** The reset that the request belongs to; `null` on every other page. */
  reset: ResetVisit | null;
  /** What came of the reset that this browser has finished; `null` on every other page. */
  finished: Finished | null;
  /** Says a message in the reader's language. */
  t: Translate;
  /** What each form carries in its hidden field `csrf`; bound to the reset, where the page is of one. */
  csrf: string;
  /** The secret of the browser's cookie that `csrf` is bound to. */
  secret: string;
  /** From where the request comes: /24 of IPv4, /48 of IPv6. */
  block: string;
  /** Whether the page is shown this one time: it has no links to the languages, and none back to the list but its own. */
  once: boolean;
  /** What is the same for every request. */
  site: Site;
}

/** What is the same for every request of a process. */
export interface Site {
  /** Whether this is the development server. */
  development: boolean;
  /** Whether the public origin is https, so that cookies take `__Host-` and `Secure`. */
  https: boolean;
  /** How many proxies stand in front (`TRUST_PROXY`). */
  proxies: number;
  /** The public origin, such as "https://key.example". */
  origin: string;
}

/** Fresh's `define`, for this application's state. */
export const define: Define<State> = createDefine<State>();
