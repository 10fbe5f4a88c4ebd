/**
 * Redirects that cannot leave the site.
 *
 * @module
 */
import { HttpError } from "@/lib/fresh/http_error.ts";

/** A redirect as RFC 9110 section 15.4 knows it, with a `Location`. */
const STATUSES: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * A redirect to an address of the site at `here`: the `Location` is always a
 * path. A parser reads the target as a browser would, so a backslash or a tab
 * hides nothing; `//host` becomes `/host`. Throws a 400 for another site.
 */
export function redirectTo(
  target: string,
  here: URL,
  status: number,
): Response {
  if (!STATUSES.has(status)) {
    throw new RangeError(`${status} is not a redirect`);
  }
  const url = URL.parse(target.replace(/^\/{2,}/, "/"), here);
  if (url === null || url.origin !== here.origin) {
    throw new HttpError(400, "The redirect leads to another site");
  }
  const path = url.pathname.replace(/\/{2,}/g, "/");
  const location = path + url.search + url.hash;
  return new Response(null, { status, headers: { location } });
}
