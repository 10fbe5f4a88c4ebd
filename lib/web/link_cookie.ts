/**
 * The cookie that holds the token of a mailed link between the address that was
 * opened and the button that is pressed: so the token is in one address only, and
 * in no history, no referrer and no link of the page.
 *
 * @module
 */
import { readCookie, withCookie } from "@/lib/web/cookie.ts";
import type { Site } from "@/lib/web/state.ts";

const NAME = "link";

/** An hour, in seconds: as long as a link can live. */
const MAX_AGE = 3600;

/** A key's ID and 256 bits, base64url. */
const TOKEN = /^[\w-]{1,16}\.[\w-]{43}$/;

/** The token in the query of an opened link; `null` where there is none, "" for one that cannot be ours. */
export function tokenOf(url: URL): string | null {
  const token = url.searchParams.get("t");
  return token === null || TOKEN.test(token) ? token : "";
}

/** The token that the browser holds; `null` for none. */
export function readLinkCookie(headers: Headers, site: Site): string | null {
  const value = readCookie(headers, NAME, site) ?? "";
  return TOKEN.test(value) ? value : null;
}

/** Has the browser hold the token; an empty one takes it away. */
export function withLinkCookie(
  response: Response,
  token: string,
  site: Site,
): Response {
  const maxAge = token === "" ? 0 : MAX_AGE;
  return withCookie(response, { name: NAME, value: token, maxAge }, site);
}
