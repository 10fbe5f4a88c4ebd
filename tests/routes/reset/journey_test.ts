/** The way back in over the real application, without JavaScript. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Method } from "@/lib/domain/method.ts";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { type Tag, TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { SEED } from "@/tests/support/people.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import {
  NEW_PASSWORD,
  openResetSite,
  RECOVERY_CODE,
  USER,
} from "@/tests/support/reset.ts";
import { askForMail, askForText, begin } from "@/tests/support/reset_walk.ts";
import { ORIGIN, type Site } from "@/tests/support/site.ts";
import { appDoesNotShow, appShows } from "@/tests/support/totp.ts";
import { readCode } from "@/tests/support/world.ts";

interface Walk {
  site: Site;
  reader: Reader;
  tag: Tag;
}

async function submit({ reader, tag }: Walk, code: string): Promise<void> {
  await reader.press(translator(tag)("code.submit"), { code });
}

/** How each method is proved on its page, a wrong one first. */
const PROVING: Readonly<
  Partial<Record<Method, (walk: Walk) => Promise<void>>>
> = {
  async phone(walk) {
    const { site, reader, tag } = walk;
    await askForText(reader, tag);
    assertEquals(reader.page.url.pathname, "/reset/prove/code");
    const code = readCode((await site.outbox()).at(-1));
    await submit(walk, code === "000000" ? "111111" : "000000");
    assertEquals(reader.page.status, 422);
    await submit(walk, code);
  },
  async email(walk) {
    const { site, reader, tag } = walk;
    await askForMail(reader, tag);
    await submit(walk, readCode((await site.outbox()).at(-1)));
  },
  async totp(walk) {
    const now = walk.site.deps.now();
    await submit(walk, appDoesNotShow(SEED, now));
    assertEquals(walk.reader.page.status, 422);
    await submit(walk, appShows(SEED, now));
  },
  async recoveryCodes(walk) {
    await submit(walk, "9999-9999-99999");
    assertEquals(walk.reader.page.status, 422);
    await submit(walk, RECOVERY_CODE);
  },
};

async function signIn(site: Site, password: string): Promise<Reader> {
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/register");
  const typed = { userName: USER, password };
  await reader.press(translator("en")("signIn.submit"), typed);
  return reader;
}

const METHODS = ["phone", "email", "totp", "recoveryCodes"] as const;

for (const tag of TAGS) {
  Deno.test.each(METHODS)(
    `somebody gets back in by %s alone (${tag})`,
    async (method) => {
      using site = await openResetSite([method]);
      const t = translator(tag);
      const old = await signIn(site, DEMO_PASSWORD);
      const reader = await begin(site, USER, tag);
      assertStringIncludes(reader.page.html, `<html lang="${tag}"`);
      assert(!reader.page.html.includes("<script type"), "no script");
      assertStringIncludes(reader.page.text, t("reset.prove.password"));
      await PROVING[method]?.({ site, reader, tag });
      assertEquals(reader.page.url.pathname, "/reset/password");
      await reader.press(t("reset.password.go"), { newPassword: "short" });
      assertEquals(reader.page.status, 422);
      await reader.press(t("reset.password.go"), { newPassword: NEW_PASSWORD });
      assertEquals(reader.page.url.pathname, "/reset/done");
      assertStringIncludes(reader.page.text, t("reset.done"));
      assertEquals((await old.open("/register")).title.includes("!"), false);
      assert(!old.page.text.includes(USER), "other sessions are over");
      assert(!(await signIn(site, DEMO_PASSWORD)).page.text.includes(USER));
      const back = await signIn(site, NEW_PASSWORD);
      assertStringIncludes(back.page.text, USER);
    },
  );
}

Deno.test("where two are needed both are asked for, each once", async () => {
  using site = await openResetSite(["phone", "totp"], { required: 2 });
  const t = translator("en");
  const reader = await begin(site);
  assertEquals(reader.page.url.pathname, "/reset/prove/app");
  const first = [...reader.jar].join();
  await PROVING.totp?.({ site, reader, tag: "en" });
  assert([...reader.jar].join() !== first, "a new token after a proof");
  assertEquals(reader.page.url.pathname, "/reset/prove/send");
  assertStringIncludes(reader.page.text, t("reset.prove.more"));
  assert(!reader.page.html.includes("/reset/prove/app"));
  await reader.open("/reset/password");
  assertEquals(reader.page.url.pathname, "/reset/prove/send");
  await PROVING.phone?.({ site, reader, tag: "en" });
  assertEquals(reader.page.url.pathname, "/reset/password");
});

Deno.test("who knows the password has the account unlocked, and keeps it", async () => {
  using site = await openResetSite(["totp"], { unlock: "yes" });
  const t = translator("en");
  const reader = await begin(site);
  assertEquals(reader.page.url.pathname, "/reset/why");
  await reader.press(t("reset.why.password"));
  assertEquals(reader.page.url.pathname, "/reset/prove/app");
  await reader.open("/reset/why");
  await reader.press(t("reset.why.unlock"));
  assertStringIncludes(reader.page.text, t("reset.prove.unlock"));
  await PROVING.totp?.({ site, reader, tag: "en" });
  assertEquals(reader.page.url.pathname, "/reset/unlock");
  assertEquals((await reader.open("/reset/why")).url.pathname, "/reset/unlock");
  await reader.press(t("reset.unlock.go"));
  assertEquals(reader.page.url.pathname, "/reset/done");
  assertStringIncludes(reader.page.text, t("reset.unlocked"));
  assertStringIncludes((await signIn(site, DEMO_PASSWORD)).page.text, USER);
});

Deno.test("the support code is the same on every page, and in the log", async () => {
  using site = await openResetSite(["totp"]);
  const reader = await begin(site);
  const code = /Support code: ([\w-]{9})/.exec(reader.page.text)?.[1] ?? "";
  assertEquals(code.length, 9);
  await PROVING.totp?.({ site, reader, tag: "en" });
  assertStringIncludes(reader.page.text, code);
  const newPassword = NEW_PASSWORD;
  await reader.press(translator("en")("reset.password.go"), { newPassword });
  assertStringIncludes(reader.page.text, code);
  const support = code.replace("-", "");
  const events = site.lines.filter((line) => line.includes(support));
  assert(events.length >= 3, site.lines.join("\n"));
});

Deno.test("the alias leads to the same page", async () => {
  using site = await openResetSite(["totp"]);
  const reader = openReader(site, ORIGIN.development);
  const { url } = await reader.open("/passwordreset");
  assertEquals(url.pathname, "/reset");
});
