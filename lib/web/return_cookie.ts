/**
 * The cookie that keeps where a person goes back to. It holds what anybody may
 * write into the address of the page; what it says is read as strictly each time.
 *
 * @module
 */
import { readReturnTo, type ReturnTo } from "@/lib/domain/return_to.ts";
import { readCookie, withCookie } from "@/lib/web/cookie.ts";
import type { Site } from "@/lib/web/state.ts";

const NAME = "return";

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
  const value = readCookie(headers, NAME, site);
  if (value === null) return null;
  try {
    return returnTo(decodeURIComponent(value), site, policy);
  } catch {
    return null; // Not ours.
  }
}

/** Whether there is one, right or wrong. */
export function hasReturn(headers: Headers, site: Site): boolean {
  return readCookie(headers, NAME, site) !== null;
}

/** Keeps the address until the browser ends. */
export function withReturn(
  response: Response,
  { text }: ReturnTo,
  site: Site,
): Response {
  const cookie = { name: NAME, value: encodeURIComponent(text) };
  return withCookie(response, cookie, site);
}

/** Forgets it. */
export function withoutReturn(response: Response, site: Site): Response {
  return withCookie(response, { name: NAME, value: "", maxAge: 0 }, site);
}
