/** Cookies of one journey in the other. */
import { assert, assertEquals } from "@std/assert";
import { findAccount } from "@/lib/store/accounts.ts";
import { openReader } from "@/tests/support/reader.ts";
import { openResetSite, USER } from "@/tests/support/reset.ts";
import { begin } from "@/tests/support/reset_walk.ts";
import { ORIGIN } from "@/tests/support/site.ts";

Deno.test("the cookie of a reset opens no page of the portal, and the portal's none of a reset", async () => {
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
  const portal = reader.jar.get("aikagi") ?? "";
  for (
    const value of [portal, `${token}.${id}`, `${token}.k1.${"A".repeat(80)}`]
  ) {
    const thief = openReader(site, ORIGIN.development);
    thief.jar.set("reset", value);
    assertEquals((await thief.open("/reset/prove")).url.pathname, "/reset");
  }
});
