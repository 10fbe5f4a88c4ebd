/**
 * Redirects, within this application only.
 *
 * @module
 */

/** A path of this application. */
export type Path = `/${string}`;

/** Sends the browser to `path` with a GET, as after every successful POST. */
export function redirect(path: Path): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
