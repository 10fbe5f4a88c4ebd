/**
 * The one cookie. It holds `token.account` of a session, or, before anybody has
 * signed in, a random token that forms are bound to.
 *
 * @module
 */
import type { Site } from "@/lib/web/state.ts";

/** What the browser's cookie holds; `null` where there is none of ours. */
export function readCookie(headers: Headers, site: Site): string | null {
  const start = `${cookieName(site)}=`;
  const pair = (headers.get("cookie") ?? "").split("; ")
    .find((pair) => pair.startsWith(start));
  const value = pair?.slice(start.length) ?? "";
  return /^[\w-]{22}(\.[\w-]{1,64})?$/.test(value) ? value : null;
}

/** The header that sets the cookie. It ends with the browser: no Max-Age (NIST SP 800-63B-4 §5.1). */
function setCookie(value: string, site: Site): string {
  return `${cookieName(site)}=${value}; Path=/; HttpOnly; SameSite=Lax${
    site.https ? "; Secure" : ""
  }`;
}

/** Puts a session's cookie on a response. */
export function withSession(
  response: Response,
  value: string,
  site: Site,
): Response {
  response.headers.append("set-cookie", setCookie(value, site));
  return response;
}

/**
 * Takes the cookie away, and what the browser keeps of this site. Not
 * `"cookies"`: that would clear the whole registrable domain's
 * (W3C Clear Site Data §3.1).
 */
export function withoutSession(response: Response, site: Site): Response {
  const gone = `${setCookie("", site)}; Max-Age=0`;
  response.headers.append("set-cookie", gone);
  if (site.https) {
    response.headers.set("clear-site-data", '"cache","storage"');
  }
  return response;
}

/** `__Host-` binds the cookie to this host and to https; development has plain http. */
function cookieName({ https }: Site): string {
  return https ? "__Host-aikagi" : "aikagi";
}
