/**
 * The headers of every response, errors and static files included.
 *
 * @module
 */
import type { Middleware } from "fresh";
import type { State } from "@/lib/web/state.ts";
import { withStyle } from "@/lib/web/style.ts";

/** What every response carries, pages or not. Kept short: it goes out each time. */
const ALWAYS = [
  ["x-content-type-options", "nosniff"],
  ["cross-origin-resource-policy", "same-origin"],
] as const;

/** What a page carries besides. `same-origin`: under `no-referrer` a form's Origin would be "null". */
const PAGE = [
  ["cache-control", "no-store"],
  ["cross-origin-opener-policy", "same-origin"],
  ["referrer-policy", "same-origin"],
  ["permissions-policy", "camera=(),geolocation=(),microphone=()"],
] as const;

/** Two years. */
const HSTS = "max-age=63072000;includeSubDomains";

/** What pages are made with. */
export interface HeaderOptions {
  /** Whether the public origin is https. */
  https: boolean;
  /** Whether pages reload themselves, which asks the server (development). */
  reloads: boolean;
}

/** Returns the middleware that styles pages and sets the headers. */
export function secureHeaders(options: HeaderOptions): Middleware<State> {
  return async (ctx) => {
    const response = await ctx.next();
    const { headers } = response;
    for (const [name, value] of ALWAYS) headers.set(name, value);
    if (options.https) headers.set("strict-transport-security", HSTS);
    if (!headers.get("content-type")?.startsWith("text/html")) {
      headers.set("content-security-policy", "default-src 'none'");
      return response;
    }
    for (const [name, value] of PAGE) headers.set(name, value);
    const { html, styleHash } = withStyle(await response.text());
    const allowed = { ...options, styleHash, works: html.includes(WORK) };
    headers.set("content-security-policy", pagePolicy(allowed));
    return new Response(html, { status: response.status, headers });
  };
}

/** What a page is allowed. */
interface Allowed extends HeaderOptions {
  /** The hash of its style; `null` where it has none. */
  styleHash: string | null;
  /** Whether it starts a worker. */
  works: boolean;
}

/** What the markup of a page with a worker has; in text its quote would be escaped. */
const WORK = ' data-work="';

function pagePolicy({ styleHash, works, ...options }: Allowed): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    ...(works ? ["worker-src 'self'"] : []),
    ...(styleHash ? [`style-src '${styleHash}'`] : []),
    ...(options.reloads ? ["connect-src 'self'"] : []),
    "img-src data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join(";");
}
