/**
 * The middlewares that fill a request's state.
 *
 * @module
 */
import type { Middleware } from "fresh";
import { randomToken } from "@/lib/crypto/token.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { unreadVisit } from "@/lib/flows/visit.ts";
import { loadTranslator } from "@/lib/i18n/load_translator.ts";
import { clientBlock } from "@/lib/web/client_block.ts";
import { csrfToken } from "@/lib/web/csrf_token.ts";
import { ownerOf } from "@/lib/web/form.ts";
import { chooseLanguage, readLanguage } from "@/lib/web/language.ts";
import { isApi } from "@/lib/web/problem.ts";
import { readSession, withSession } from "@/lib/web/session_cookie.ts";
import type { Site, State } from "@/lib/web/state.ts";

/**
 * Fills all that needs no store, so that even an error page is in the reader's
 * language. A browser without our cookie gets one with its first page: the
 * forms on it are bound to it.
 */
export function openRequest(deps: Deps, site: Site): Middleware<State> {
  return async (ctx) => {
    const reads = ctx.req.method === "GET" && !isApi(ctx.url);
    const chosen = reads && chooseLanguage(ctx.url, site);
    if (chosen) return chosen;
    const { headers } = ctx.req;
    const cookie = readSession(headers, site);
    const secret = cookie ?? randomToken(deps.random);
    const peer = ctx.info.remoteAddr;
    Object.assign(ctx.state, {
      deps,
      site,
      secret,
      t: await loadTranslator(readLanguage(headers)),
      block: clientBlock(
        "hostname" in peer ? peer.hostname : "",
        headers.get("x-forwarded-for"),
        site.proxies,
      ),
      visit: unreadVisit(deps.now()),
      reset: null,
      finished: null,
      once: false,
    });
    Object.defineProperty(ctx.state, "csrf", CSRF);
    const response = await ctx.next();
    const type = response.headers.get("content-type") ?? "";
    return cookie === null && type.startsWith("text/html")
      ? withSession(response, secret, site)
      : response;
  };
}

const TOKENS = new WeakMap<State, string>();

/** Made for pages with a form alone. One getter for all requests: with one each, V8 takes every state for another shape. */
const CSRF: PropertyDescriptor & ThisType<State> = {
  enumerable: true,
  get() {
    const { keyring, random } = this.deps;
    const token = TOKENS.get(this) ??
      csrfToken(keyring, ownerOf(this), random);
    TOKENS.set(this, token);
    return token;
  },
};

const loadVisits = () => import("@/lib/flows/open_visit.ts");

/** Deno 2.9 takes 15 µs for each `import()`, of what is loaded, too. */
let loading: ReturnType<typeof loadVisits> | null = null;

/** Where a typed code is posted to that sets something up. Its page reads the receipt where it is shown again. */
const CODE = "/register/:method/code";

/** Reads what the request knows of the person. */
export const readVisit: Middleware<State> = async (
  ctx,
): Promise<Response> => {
  const { deps, secret } = ctx.state;
  // A cookie without an account is nobody's: there is nothing to read, or to load for it.
  if (secret.includes(".")) {
    const { openVisit } = await (loading ??= loadVisits());
    const lean = ctx.route === CODE && ctx.req.method === "POST";
    ctx.state.visit = await openVisit(deps, secret, { lean });
  }
  return await ctx.next();
};
