/**
 * The session's cookie. It holds `token.account`, or, before anybody has signed
 * in, a random token that forms are bound to.
 *
 * @module
 */
import { readCookie, withCookie } from "@/lib/web/cookie.ts";
import type { Site } from "@/lib/web/state.ts";

const NAME = "aikagi";

/** What the browser's cookie holds; `null` where there is none of ours. */
export function readSession(headers: Headers, site: Site): string | null {
  const value = readCookie(headers, NAME, site) ?? "";
  return /^[\w-]{22}(\.[\w-]{1,64})?$/.test(value) ? value : null;
}

/** Puts a session's cookie on a response. It ends with the browser: no Max-Age (NIST SP 800-63B-4 §5.1). */
export function withSession(
  response: Response,
  value: string,
  site: Site,
): Response {
  return withCookie(response, { name: NAME, value }, site);
}

/**
 * Takes the cookie away, and what the browser keeps of this site. Not
 * `"cookies"`: that would clear the whole registrable domain's
 * (W3C Clear Site Data §3.1).
 */
export function withoutSession(response: Response, site: Site): Response {
  if (site.https) {
    response.headers.set("clear-site-data", '"cache","storage"');
  }
  return withCookie(response, { name: NAME, value: "", maxAge: 0 }, site);
}
