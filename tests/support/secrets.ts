/**
 * What tests of secrets share: a signed-in reader, and all that the store holds.
 *
 * @module
 */
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";
import { setPolicy } from "@/tests/support/totp.ts";

/** Opens a site under a policy, with its demo accounts. */
export async function openSecretSite(
  policy: Partial<Policy>,
  mode: "development" | "production" = "development",
): Promise<Site> {
  const site = await openSite({ mode });
  await setPolicy(site, policy);
  return site;
}

/** Signs a demo account in. */
export async function signedIn(
  site: Site,
  { userName = "demo", tag = "en", origin = ORIGIN.development as string } = {},
): Promise<Reader> {
  const reader = openReader(site, origin, tag);
  await reader.open("/register");
  const typed = { userName, password: DEMO_PASSWORD };
  await reader.press(translator(tag)("signIn.submit"), typed);
  return reader;
}

/** Every key and value, strings and bytes alike, as text. */
export async function dump({ kv }: Site): Promise<string> {
  const parts: string[] = [];
  for await (const { key, value } of kv.list({ prefix: [] })) {
    const all = { depth: 20, strAbbreviateSize: 1e6, iterableLimit: 1e6 };
    parts.push(Deno.inspect([key, value], all));
  }
  return parts.join("\n");
}

/** The token of the form in front. */
export function csrfOf({ page }: Reader): string {
  return /name="csrf" value="([^"]*)"/.exec(page.html)?.[1] ?? "";
}
