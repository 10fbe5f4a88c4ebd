/**
 * The cookie that says what this browser has just done, so that the page that
 * tells of it tells nobody else. Nothing but words hangs on it.
 *
 * @module
 */
import type { Site } from "@/lib/web/state.ts";

/** What was done. */
export type Done = "stop" | "change" | "lift";

/** In seconds: as long as a page may be loaded again. */
const MAX_AGE = 10 * 60;

/** Whether that is what this browser has just done. */
export function isDone(headers: Headers, what: Done, site: Site): boolean {
  const pair = `${cookieName(site)}=${what}`;
  return (headers.get("cookie") ?? "").split("; ").includes(pair);
}

/** Says on a response what was done. */
export function withDone(response: Response, what: Done, site: Site): Response {
  const secure = site.https ? "; Secure" : "";
  response.headers.append(
    "set-cookie",
    `${
      cookieName(site)
    }=${what}; Max-Age=${MAX_AGE}; Path=/; HttpOnly; SameSite=Lax${secure}`,
  );
  return response;
}

function cookieName({ https }: Site): string {
  return https ? "__Host-done" : "done";
}
