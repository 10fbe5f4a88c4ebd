/** Cookies of one journey in the other. */
import { assert, assertEquals } from "@std/assert";
import { resetCookie } from "@/lib/flows/reset/reset_visit.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { signedIn } from "@/tests/support/form_crowd.ts";
import { openReader } from "@/tests/support/reader.ts";
import { openResetSite, USER } from "@/tests/support/reset.ts";
import { begin } from "@/tests/support/reset_walk.ts";
import { ORIGIN } from "@/tests/support/site.ts";

Deno.test("the cookie of a reset opens no page of the portal", async () => {
  using site = await openResetSite(["phone"]);
  const reader = await begin(site);
  const reset = reader.jar.get("reset") ?? "";
  const id = (await findAccount(site.kv, USER))?.id ?? "";
  const [token = ""] = reset.split(".");
  for (const value of [reset, `${token}.${id}`]) {
    const thief = openReader(site, ORIGIN.development);
    thief.jar.set("aikagi", value);
    const page = await thief.open("/register");
    assert(page.html.includes('name="password"'), value);
    assertEquals((await thief.open("/reset/prove")).url.pathname, "/reset");
  }
  const { pathname } = (await reader.open("/reset/prove")).url;
  assertEquals(pathname, "/reset/prove/send");
});

Deno.test("the cookie of the portal opens no page of a reset, also while its person has one", async () => {
  using site = await openResetSite(["phone"]);
  const reset = (await begin(site)).jar.get("reset") ?? "";
  const reader = await signedIn(site);
  const portal = reader.jar.get("aikagi") ?? "";
  const [token = "", id = ""] = portal.split(".");
  assertEquals(id, (await findAccount(site.kv, USER))?.id);
  const values = [
    portal,
    `${token}.k1.${"A".repeat(80)}`,
    `${reset.split(".")[0]}.${id}`,
    // As if somebody could seal an account.
    resetCookie(site.deps, token, id),
  ];
  for (const value of values) {
    const thief = openReader(site, ORIGIN.development);
    thief.jar.set("reset", value);
    assertEquals((await thief.open("/reset/prove")).url.pathname, "/reset");
    assert((await thief.open("/register")).html.includes('name="password"'));
  }
  const { html } = await reader.open("/register");
  assert(html.includes('action="/sign-out"'), "the session was over");
});
