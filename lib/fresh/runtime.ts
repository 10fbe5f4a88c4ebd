/**
 * `fresh/runtime`: what components and islands use, on the server and in the
 * browser.
 *
 * @module
 */

/** Whether this code runs in a browser. */
export const IS_BROWSER: boolean = typeof document !== "undefined";

/** Props of {@linkcode Head}. */
export interface HeadProps {
  /** Elements of the head. */
  children?: unknown;
}

/** Puts its children into the page's head, from wherever it stands. The server does it; in the browser it is empty. */
export function Head(_props: HeadProps): null {
  return null;
}

let versions: (path: string) => string | null = () => null;

/** Tells {@linkcode asset} how to find the version of a static file. */
export function setVersions(find: (path: string) => string | null): void {
  versions = find;
}

/**
 * The address of a static file with its version, so that it may be cached for
 * good. Other paths, and all paths in the browser, are returned as they are.
 */
export function asset(path: string): string {
  const version = /^\/[^/?#][^?#]*$/.test(path) ? versions(path) : null;
  return version === null ? path : `${path}?v=${version}`;
}
