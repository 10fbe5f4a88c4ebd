/**
 * The cookie that keeps where a person goes back to. It holds what anybody may
 * write into the address of the page; what it says is read as strictly each time.
 *
 * @module
 */
import { readReturnTo, type ReturnTo } from "@/lib/domain/return_to.ts";
import type { Site } from "@/lib/web/state.ts";

/** Whose origins may be gone back to. */
export interface ReturnPolicy {
  /** Those of the policy. */
  returnOrigins: readonly string[];
}

/** Reads an address that came from outside; `null` where it may not be gone back to. */
export function returnTo(
  text: string,
  { origin }: Site,
  { returnOrigins }: ReturnPolicy,
): ReturnTo | null {
  return readReturnTo(text, { own: origin, allowed: returnOrigins });
}

/** Where the browser's person goes back to; `null` where they came by themselves. */
export function readReturn(
  headers: Headers,
  site: Site,
  policy: ReturnPolicy,
): ReturnTo | null {
  const value = cookieOf(headers, site);
  if (value === undefined) return null;
  try {
    return returnTo(decodeURIComponent(value), site, policy);
  } catch {
    return null; // Not ours.
  }
}

/** Whether there is one, right or wrong. */
export function hasReturn(headers: Headers, site: Site): boolean {
  return cookieOf(headers, site) !== undefined;
}

function cookieOf(headers: Headers, site: Site): string | undefined {
  const start = `${cookieName(site)}=`;
  return (headers.get("cookie") ?? "").split("; ")
    .find((pair) => pair.startsWith(start))?.slice(start.length);
}

/** Keeps the address until the browser ends. */
export function withReturn(
  response: Response,
  { text }: ReturnTo,
  site: Site,
): Response {
  response.headers.append("set-cookie", setCookie(text, site));
  return response;
}

/** Forgets it. */
export function withoutReturn(response: Response, site: Site): Response {
  const gone = `${setCookie("", site)}; Max-Age=0`;
  response.headers.append("set-cookie", gone);
  return response;
}

function setCookie(value: string, site: Site): string {
  const secure = site.https ? "; Secure" : "";
  return `${cookieName(site)}=${
    encodeURIComponent(value)
  }; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

function cookieName({ https }: Site): string {
  return https ? "__Host-return" : "return";
}
