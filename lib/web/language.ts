/**
 * The reader's language: chosen by `?lang=`, remembered in a cookie, else what
 * the browser asks for.
 *
 * @module
 */
import { negotiate, type Tag, TAGS } from "@/lib/i18n/locales.ts";
import type { Path } from "@/lib/web/redirect.ts";
import type { Site } from "@/lib/web/state.ts";

/** A year, in seconds. */
const YEAR = 365 * 24 * 60 * 60;

/** The language of a request. */
export function readLanguage(headers: Headers): Tag {
  const cookie = /(?:^|; )lang=([\w-]{2,8})(?:;|$)/
    .exec(headers.get("cookie") ?? "")?.[1] ?? null;
  return negotiate(headers.get("accept-language"), cookie);
}

/** The answer to a chosen language: the same page, and a cookie; `null` where none was chosen. */
export function chooseLanguage(url: URL, site: Site): Response | null {
  const asked = url.searchParams.get("lang");
  const tag = TAGS.find((tag) => tag === asked);
  if (tag === undefined) return null;
  const rest = new URLSearchParams(url.searchParams);
  rest.delete("lang");
  const query = rest.size > 0 ? `?${rest}` : "";
  const location: Path = `/${url.pathname.replace(/^\/+/, "")}${query}`;
  const secure = site.https ? "; Secure" : "";
  const cookie =
    `lang=${tag}; Path=/; Max-Age=${YEAR}; HttpOnly; SameSite=Lax${secure}`;
  return new Response(null, {
    status: 303,
    headers: { location, "set-cookie": cookie },
  });
}
