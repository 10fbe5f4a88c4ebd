/**
 * What the API says where it has no answer.
 *
 * @module
 */

/** A problem of a request. */
export interface Problem {
  /** The HTTP status. */
  status: 401 | 404;
  /** What kind it is, in a few words. */
  title: string;
  /** What to do, in a sentence. */
  detail: string;
}

/** A response that says it (RFC 9457). */
export function problem(
  { status, title, detail }: Problem,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const body = { type: "about:blank", title, status, detail };
  return Response.json(body, {
    status,
    headers: {
      ...headers,
      "content-type": "application/problem+json",
      "cache-control": "no-store",
    },
  });
}
