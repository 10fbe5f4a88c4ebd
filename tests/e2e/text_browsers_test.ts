/** The whole journey in text browsers, at a terminal. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { type Live, openLive } from "@/tests/e2e/support/live.ts";
import { MASKED } from "@/tests/e2e/support/person.ts";
import { openLynx, tab, W3m } from "@/tests/e2e/support/text_browsers.ts";
import { testWith } from "@/tests/support/tools.ts";
import { appShows, setPolicy } from "@/tests/support/totp.ts";

const t = translator("en");

/** What the phone got, and that it got nothing else. */
async function assertSentOnce(live: Live): Promise<void> {
  await live.site.settle();
  const sent = await live.site.outbox();
  assertEquals(sent.map(({ to }) => to), ["+819012345678"]);
}

testWith(["tmux", "w3m"], "a phone is registered in w3m", async () => {
  await using live = await openLive();
  await using person = await W3m.open(live, "/register");
  const { terminal } = person;
  await person.signIn();
  await person.goTo(t("list.phone.unset"));
  await terminal.press("Enter");
  await terminal.waitFor(t("phone.sms"));
  await person.fill("may be of any", "+81 90-1234-5678");
  await terminal.press("Tab", "Enter");
  assertStringIncludes(await terminal.waitFor(t("code.submit")), MASKED);
  await person.fill(t("code.hint"), await live.newestCode());
  await terminal.press("Tab", "Enter");
  assertStringIncludes(await terminal.waitFor(t("thanks.title")), MASKED);
  await assertSentOnce(live);
});

testWith(["tmux", "w3m"], "an authenticator app is set up in w3m", async () => {
  await using live = await openLive();
  await setPolicy(live.site, { methods: ["phone", "totp"] });
  await using person = await W3m.open(live, "/register/app");
  const { terminal } = person;
  await person.signIn();
  await person.goTo(t("list.totp"));
  await terminal.press("Enter");
  const shown = await terminal.waitFor(t("totp.key"));
  const [key = ""] = /(?:[A-Z2-7]{4}\s+){7}[A-Z2-7]{4}/.exec(shown) ?? [];
  const now = live.site.deps.now();
  await person.fill("6 digits", appShows(key.replace(/\s/g, ""), now));
  await terminal.press("Tab", "Enter");
  assertStringIncludes(await terminal.waitFor(t("thanks.title")), "app");
});

testWith(["tmux", "lynx"], "a phone is registered in lynx", async () => {
  await using live = await openLive();
  const words = t("signIn.submit");
  await using terminal = await openLynx(live, "/register", words);
  await tab(terminal, 1);
  await terminal.type("demo");
  await tab(terminal, 1);
  await terminal.type(DEMO_PASSWORD);
  await tab(terminal, 1);
  await terminal.press("Enter");
  await terminal.waitFor(t("list.phone.unset"));
  await tab(terminal, 2);
  await terminal.press("Enter");
  await terminal.waitFor(t("phone.sms"));
  await tab(terminal, 3);
  await terminal.type("+81 90-1234-5678");
  await tab(terminal, 1);
  await terminal.press("Enter");
  const shown = await terminal.waitFor(t("code.submit"));
  assertStringIncludes(shown, MASKED);
  // One link more while the text is on its way.
  await tab(terminal, shown.includes(t("code.check")) ? 3 : 2);
  await terminal.type(await live.newestCode());
  await tab(terminal, 1);
  await terminal.press("Enter");
  assertStringIncludes(await terminal.waitFor(t("thanks.title")), MASKED);
  await assertSentOnce(live);
});
