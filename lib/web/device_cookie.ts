/**
 * The cookie by which a device that has signed in before is known again. It says
 * nothing of who signed in, opens nothing, and stays when somebody signs out.
 *
 * @module
 */
import { readCookie, withCookie } from "@/lib/web/cookie.ts";
import type { Site } from "@/lib/web/state.ts";

const NAME = "device";

/** In seconds: 400 days, the longest that browsers keep a cookie (RFC 6265bis §5.5). */
const MAX_AGE = 400 * 24 * 60 * 60;

/** What the device's cookie holds; `null` where there is none of ours. */
export function readDevice(headers: Headers, site: Site): string | null {
  const value = readCookie(headers, NAME, site) ?? "";
  return /^[\w-]{22}$/.test(value) ? value : null;
}

/** Puts the cookie on a response, where there is one to put. */
export function withDevice(
  response: Response,
  token: string | undefined,
  site: Site,
): Response {
  if (token === undefined) return response;
  const cookie = { name: NAME, value: token, maxAge: MAX_AGE };
  return withCookie(response, cookie, site);
}
