/**
 * The cookie that says what this browser has just done, so that the page that
 * tells of it tells nobody else. Nothing but words hangs on it.
 *
 * @module
 */
import { readCookie, withCookie } from "@/lib/web/cookie.ts";
import type { Site } from "@/lib/web/state.ts";

/** What was done. */
export type Done = "stop" | "change" | "lift";

const NAME = "done";

/** In seconds: as long as a page may be loaded again. */
const MAX_AGE = 10 * 60;

/** Whether that is what this browser has just done. */
export function isDone(headers: Headers, what: Done, site: Site): boolean {
  return readCookie(headers, NAME, site) === what;
}

/** Says on a response what was done. */
export function withDone(response: Response, what: Done, site: Site): Response {
  const cookie = { name: NAME, value: what, maxAge: MAX_AGE };
  return withCookie(response, cookie, site);
}
