import { assert, assertEquals, assertMatch } from "@std/assert";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { openSite, ORIGIN } from "@/tests/support/site.ts";

const SIGN_IN = "Sign in";

function typed(password: string) {
  return { userName: "demo", password };
}

async function signIn(reader: Reader, password = DEMO_PASSWORD) {
  await reader.open("/register");
  return await reader.press(SIGN_IN, typed(password));
}

Deno.test("nobody's wrong passwords keep the owner out on a device that signed in before", async () => {
  using site = await openSite();
  const owner = openReader(site, ORIGIN.development);
  assertEquals((await signIn(owner)).status, 200);
  const device = owner.jar.get("device");
  await owner.press("Sign out");
  assertEquals(owner.jar.get("device"), device);

  const stranger = openReader(site, ORIGIN.development);
  for (let i = 0; i < 30; i++) {
    assertEquals((await signIn(stranger, "wrong")).status, 422);
    site.wait(3 * 60_000); // Within the budget of the address, so each counts.
  }
  const elsewhere = openReader(site, ORIGIN.development);
  assertEquals((await signIn(elsewhere)).status, 422); // The account is locked.
  assertEquals((await signIn(owner)).status, 200);
  assertEquals(owner.jar.get("device"), device);
  assertEquals(owner.page.url.pathname, "/register");
});

Deno.test("the device's cookie is bound to the host, hidden from scripts, and lasts 400 days", async () => {
  using site = await openSite({ mode: "production" });
  const reader = openReader(site, ORIGIN.production);
  await reader.open("/register");
  const csrf = /name="csrf" value="([^"]+)"/.exec(reader.page.html)?.[1] ?? "";
  const body = new URLSearchParams({ ...typed(DEMO_PASSWORD), csrf });
  const { headers } = await reader.send("/register", { method: "POST", body });
  const cookie = headers.getSetCookie().find((each) => each.includes("device"));
  assertMatch(
    cookie ?? "",
    /^__Host-device=[\w-]{22}; Path=\/; HttpOnly; SameSite=Lax; Secure; Max-Age=34560000$/,
  );
});

Deno.test.each([["x"], ["A".repeat(23)], ["a b".repeat(9)], [""]])(
  "a device's cookie that is none of ours, %j, is replaced",
  async (value) => {
    using site = await openSite();
    const reader = openReader(site, ORIGIN.development);
    reader.jar.set("device", value);
    await signIn(reader);
    assert(reader.jar.get("device") !== value);
    assertMatch(reader.jar.get("device") ?? "", /^[\w-]{22}$/);
  },
);
