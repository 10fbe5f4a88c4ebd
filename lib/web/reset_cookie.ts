/**
 * The cookie of a reset. It is no session: no page of the portal looks at it,
 * and no page of a reset looks at the portal's. After the end it says what came
 * of the reset, so that going back leads there.
 *
 * @module
 */
import type { ResetGoal } from "@/lib/domain/reset.ts";
import { readCookie, withCookie } from "@/lib/web/cookie.ts";
import type { Site } from "@/lib/web/state.ts";

/** A reset that got to its end. */
export interface Finished {
  /** What was done. */
  readonly goal: ResetGoal;
  /** Names the reset to the help desk. */
  readonly support: string;
}

const NAME = "reset";

const FINISHED = /^done\.(password|unlock)\.([0-9A-Z]{8})$/;

/** What the browser's cookie holds; `null` where there is none of ours. */
export function readResetCookie(headers: Headers, site: Site): string | null {
  const value = readCookie(headers, NAME, site) ?? "";
  return /^[\w-]{4,22}(\.[\w-]{1,255}){1,2}$/.test(value) ? value : null;
}

/** What a cookie says of a reset that got to its end; `null` where it says something else. */
export function readFinished(cookie: string | null): Finished | null {
  const [, goal, support] = FINISHED.exec(cookie ?? "") ?? [];
  const known = goal === "password" || goal === "unlock";
  return known && support !== undefined ? { goal, support } : null;
}

/** Puts a reset's cookie on a response. It ends with the browser. */
export function setResetCookie(
  response: Response,
  value: string,
  site: Site,
): Response {
  return withCookie(response, { name: NAME, value }, site);
}

/** Takes the reset away and leaves what came of it. */
export function setFinished(
  response: Response,
  { goal, support }: Finished,
  site: Site,
): Response {
  return setResetCookie(response, `done.${goal}.${support}`, site);
}
