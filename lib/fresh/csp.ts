/**
 * `csp()`: the Content-Security-Policy of every response.
 *
 * @module
 */
import type { Middleware } from "@/lib/fresh/route_types.ts";

/** Options of {@linkcode csp}. */
export interface CSPOptions {
  /** Only reports what it would block. */
  reportOnly?: boolean;
  /** Where browsers report to. */
  reportTo?: string;
  /** Directives, such as `img-src 'self' data:`; each replaces the default of its name. */
  csp?: string[];
}

/** Islands need no inline script, so nothing is allowed inline. */
const DEFAULTS = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "upgrade-insecure-requests",
];

/** Sets the header wherever the response has none of its own. */
export function csp<State>(
  { reportOnly = false, reportTo, csp: own = [] }: CSPOptions = {},
): Middleware<State> {
  const directives = new Map(
    [...DEFAULTS, ...own].map((text) => [text.trim().split(/\s/)[0], text]),
  );
  const list = [...directives.values()];
  if (reportTo !== undefined) {
    list.push(`report-to ${reportTo}`, `report-uri ${reportTo}`);
  }
  const policy = list.join("; ");
  const name = reportOnly
    ? "content-security-policy-report-only"
    : "content-security-policy";
  return async (ctx) => {
    const response = await ctx.next();
    if (!response.headers.has(name)) response.headers.set(name, policy);
    return response;
  };
}
