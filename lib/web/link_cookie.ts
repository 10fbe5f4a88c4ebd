/**
 * The cookie that holds the token of a mailed link between the address that was
 * opened and the button that is pressed: so the token is in one address only, and
 * in no history, no referrer and no link of the page.
 *
 * @module
 */
import type { Site } from "@/lib/web/state.ts";

/** An hour, in seconds: as long as a link can live. */
const AGE = 3600;

/** A key's ID and 256 bits, base64url. */
const TOKEN = /^[\w-]{1,16}\.[\w-]{43}$/;

/** The token in the query of an opened link; `null` where there is none, "" for one that cannot be ours. */
export function tokenOf(url: URL): string | null {
  const token = url.searchParams.get("t");
  return token === null || TOKEN.test(token) ? token : "";
}

/** The token that the browser holds; `null` for none. */
export function readLinkCookie(headers: Headers, site: Site): string | null {
  const start = `${cookieName(site)}=`;
  const pair = (headers.get("cookie") ?? "").split("; ")
    .find((pair) => pair.startsWith(start));
  const value = pair?.slice(start.length) ?? "";
  return TOKEN.test(value) ? value : null;
}

/** Has the browser hold the token; an empty one takes it away. */
export function withLinkCookie(
  response: Response,
  token: string,
  site: Site,
): Response {
  const age = token === "" ? 0 : AGE;
  const secure = site.https ? "; Secure" : "";
  response.headers.append(
    "set-cookie",
    `${
      cookieName(site)
    }=${token}; Path=/; HttpOnly; SameSite=Lax${secure}; Max-Age=${age}`,
  );
  return response;
}

/** `__Host-` binds the cookie to this host and to https; development has plain http. */
function cookieName({ https }: Site): string {
  return https ? "__Host-link" : "link";
}
