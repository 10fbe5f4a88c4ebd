/**
 * The methods that a route can answer.
 *
 * @module
 */

/** An HTTP method of RFC 9110 that a route can answer. */
export type Method =
  | "HEAD"
  | "GET"
  | "POST"
  | "PATCH"
  | "PUT"
  | "DELETE"
  | "OPTIONS";

/** All of them, in the order in which `Allow` lists them. */
export const METHODS: readonly Method[] = [
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
];

/** The value of `Allow`: GET brings HEAD, and OPTIONS is always answered. */
export function allowOf(methods: Iterable<string>): string {
  const own = new Set(methods).add("OPTIONS");
  if (own.has("GET")) own.add("HEAD");
  return METHODS.filter((method) => own.has(method)).join(", ");
}
