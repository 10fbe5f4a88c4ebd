/**
 * Cookies, all but the language's read and set in one way.
 *
 * @module
 */
import type { Site } from "@/lib/web/state.ts";

/** A cookie to set. */
export interface Cookie {
  /** Its name, without the prefix. */
  readonly name: string;
  /** What it holds: cookie-octets (RFC 6265 §4.1.1); callers encode all else. */
  readonly value: string;
  /** In seconds; 0 takes it away. Absent: it ends with the browser. */
  readonly maxAge?: number;
}

/** What the browser's cookie of that name holds; `null` where it has none. */
export function readCookie(
  headers: Headers,
  name: string,
  site: Site,
): string | null {
  const start = `${fullName(name, site)}=`;
  const pair = (headers.get("cookie") ?? "").split("; ")
    .find((pair) => pair.startsWith(start));
  return pair?.slice(start.length) ?? null;
}

/** Puts a cookie on a response, for this host and out of the reach of scripts. */
export function withCookie(
  response: Response,
  { name, value, maxAge }: Cookie,
  site: Site,
): Response {
  const age = maxAge === undefined ? "" : `; Max-Age=${maxAge}`;
  const secure = site.https ? "; Secure" : "";
  response.headers.append(
    "set-cookie",
    `${
      fullName(name, site)
    }=${value}; Path=/; HttpOnly; SameSite=Lax${secure}${age}`,
  );
  return response;
}

/** `__Host-` binds the cookie to this host and to https (RFC 6265bis §4.1.3.2); development has plain http. */
function fullName(name: string, { https }: Site): string {
  return https ? `__Host-${name}` : name;
}
