/**
 * Redirects: within this application, but for one way out.
 *
 * @module
 */

/** A path of this application. */
export type Path = `/${string}`;

/** Sends the browser to `path` with a GET, as after every successful POST. */
export function redirect(path: Path): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}

/** Says that a page has another address for good. */
export function moved(path: Path): Response {
  return new Response(null, { status: 308, headers: { location: path } });
}

/** Sends the browser to another site: to an address that was read by `readReturnTo()`. */
export function leaveFor(address: string): Response {
  return new Response(null, { status: 303, headers: { location: address } });
}
