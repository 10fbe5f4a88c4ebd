/**
 * The cookie by which a device that has signed in before is known again. It says
 * nothing of who signed in, opens nothing, and stays when somebody signs out.
 *
 * @module
 */
import type { Site } from "@/lib/web/state.ts";

/** In seconds: 400 days, the longest that browsers keep a cookie (RFC 6265bis §5.5). */
const MAX_AGE = 400 * 24 * 60 * 60;

/** What the device's cookie holds; `null` where there is none of ours. */
export function readDevice(headers: Headers, site: Site): string | null {
  const start = `${cookieName(site)}=`;
  const pair = (headers.get("cookie") ?? "").split("; ")
    .find((pair) => pair.startsWith(start));
  const value = pair?.slice(start.length) ?? "";
  return /^[\w-]{22}$/.test(value) ? value : null;
}

/** Puts the cookie on a response, where there is one to put. */
export function withDevice(
  response: Response,
  token: string | undefined,
  site: Site,
): Response {
  if (token === undefined) return response;
  const secure = site.https ? "; Secure" : "";
  response.headers.append(
    "set-cookie",
    `${
      cookieName(site)
    }=${token}; Max-Age=${MAX_AGE}; Path=/; HttpOnly; SameSite=Lax${secure}`,
  );
  return response;
}

function cookieName({ https }: Site): string {
  return https ? "__Host-device" : "device";
}
