/**
 * What the API says where it has no answer.
 *
 * @module
 */

/** A problem of a request. */
export interface Problem {
  /** The HTTP status. */
  status: number;
  /** What kind it is, in a few words. */
  title: string;
  /** What to do, in a sentence. */
  detail: string;
}

/** Where every answer is for programs: no page, and no cookie. */
export function isApi({ pathname }: URL): boolean {
  return /^\/api(\/|$)/.test(pathname);
}

const DETAILS: Readonly<Record<number, readonly [string, string]>> = {
  400: ["Bad request", "The address is not one that can be read."],
  403: ["Forbidden", "Pages of other sites may not ask the API."],
  404: ["Not found", "The API has nothing at this address."],
  405: ["Method not allowed", "Allow names the methods that are answered."],
  503: ["Unavailable", "Ask again in a minute."],
};

/** What the API says to an error of that status. */
export function problemOf(status: number): Response {
  const [title, detail] = DETAILS[status] ??
    ["Fault", "The server could not answer. Its log says why."];
  return problem({ status, title, detail });
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
