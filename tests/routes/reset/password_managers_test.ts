/** What password managers are told of the account whose password is set. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { noteReset } from "@/lib/flows/reset/note_proof.ts";
import { openResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { SEED } from "@/tests/support/people.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { NEW_PASSWORD, openResetSite, USER } from "@/tests/support/reset.ts";
import { begin } from "@/tests/support/reset_walk.ts";
import { ORIGIN } from "@/tests/support/site.ts";
import { appShows } from "@/tests/support/totp.ts";

const en = translator("en");

/** The fields of the page that say whose password it is. */
function namesOn({ page }: Reader): string[] {
  return [...page.html.matchAll(/<input[^>]*>/g)]
    .map(([field]) => field)
    .filter((field) => field.includes('autocomplete="username"'));
}

Deno.test("the page of a reset's new password names the account, in a field that nobody reads", async () => {
  using site = await openResetSite(["totp"]);
  const reader = await begin(site, USER.toUpperCase());
  await reader.press(en("code.submit"), {
    code: appShows(SEED, site.deps.now()),
  });
  await reader.press(en("reset.password.go"), { newPassword: "short" });
  const [field = "", ...more] = namesOn(reader);
  assertEquals([reader.page.url.pathname, more], ["/reset/password", []]);
  assertStringIncludes(field, `value="${USER}"`);
  assertStringIncludes(field, " readonly");
  assertEquals(/ (hidden|aria-hidden)/.exec(field), null);
  assertStringIncludes(reader.page.html, 'for="userName"');
  await reader.post("/reset/password", {
    csrf: /name="csrf" value="([^"]*)"/.exec(reader.page.html)?.[1] ?? "",
    userName: "somebody-else",
    newPassword: NEW_PASSWORD,
  });
  assertEquals(reader.page.url.pathname, "/reset/done");
});

Deno.test("so does that of nobody, by what was typed", async () => {
  using site = await openResetSite(["totp"]);
  const reader = await begin(site, "nobody-at-all");
  const visit = await openResetVisit(
    site.deps,
    decodeURIComponent(reader.jar.get("reset") ?? ""),
  );
  const cookie = visit && await noteReset(site.deps, visit, "totp");
  reader.jar.set("reset", cookie ?? "");
  await reader.open("/reset/password");
  assertEquals(reader.page.url.pathname, "/reset/password");
  assertStringIncludes(namesOn(reader).join(), 'value="nobody-at-all"');
});

Deno.test("the page that changes a password names who is signed in", async () => {
  using site = await openResetSite(["totp"]);
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/register");
  const password = DEMO_PASSWORD;
  await reader.press(en("signIn.submit"), { userName: USER, password });
  await reader.open("/change");
  assertStringIncludes(namesOn(reader).join(), `value="${USER}"`);
});
