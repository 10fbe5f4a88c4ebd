/**
 * What the code page of one method knows.
 *
 * @module
 */
import { HttpError } from "fresh";
import { isProof } from "@/lib/domain/purpose.ts";
import { methodOf, type Verification } from "@/lib/domain/verification.ts";
import type { Visit } from "@/lib/flows/visit.ts";
import { replaceQuery } from "@/lib/web/phone_place.ts";
import { type Opener, shownTyped } from "@/lib/web/shown_number.ts";

/** A code of one method, and where it went. */
export interface CodeOf {
  /** The method of the page. */
  readonly method: "phone" | "email";
  /** The code of that method that this session waits for; one of another method is none here. */
  readonly verification: Verification | null;
  /** The visit with that code alone. */
  readonly visit: Visit;
  /** Where it went, masked. */
  readonly to: string;
  /** The query of the page on which another number or address is typed. */
  readonly query: string;
}

/** What the code page under that name of a method knows. Throws `HttpError` 404 for other names. */
export function codeVisit(
  opener: Opener,
  visit: Visit,
  method: string | undefined,
): CodeOf {
  if (method !== "phone" && method !== "email") throw new HttpError(404);
  const waiting = visit.verification;
  const fits = waiting !== null && methodOf(waiting.purpose) === method &&
    !isProof(waiting.purpose);
  const verification = fits ? waiting : null;
  const own = { ...visit, verification };
  return {
    method,
    verification,
    visit: own,
    // Opening and masking a number costs as much as judging its code, and only pages show it.
    get to() {
      return shownTyped(opener, verification);
    },
    query: replaceQuery(own),
  };
}
