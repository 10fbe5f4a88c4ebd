/** The way back in, walked in text browsers at a terminal. */
import { assertStringIncludes } from "@std/assert";
import { translator } from "@/lib/i18n/translator.ts";
import { type Live, openLive } from "@/tests/e2e/support/live.ts";
import { openLynx, tab, W3m } from "@/tests/e2e/support/text_browsers.ts";
import {
  NEW_PASSWORD,
  NUMBER,
  setUpReset,
  USER,
} from "@/tests/support/reset.ts";
import { testWith } from "@/tests/support/tools.ts";

const t = translator("en");
const TO = t("reset.to.phone", { end: "34" });

async function openWith(): Promise<Live> {
  const live = await openLive();
  await setUpReset(live.site, ["phone"]);
  return live;
}

testWith(["tmux", "w3m"], "a password is reset in w3m", async () => {
  await using live = await openWith();
  await using person = await W3m.open(live, "/reset");
  const { terminal } = person;
  await terminal.waitFor(t("reset.go"));
  await person.fill(`^${t("reset.who")}`, USER);
  await person.goTo(t("challenge.trap"));
  await terminal.press("Tab", "Enter");
  await terminal.waitFor(TO);
  await person.fill(t("reset.number.hint"), NUMBER);
  await terminal.press("Tab", "Enter");
  await terminal.waitFor(t("code.submit"));
  await person.fill(t("code.hint"), await live.newestCode());
  await terminal.press("Tab", "Enter");
  await terminal.waitFor(t("reset.password.go"));
  await person.fill("easy to remember", NEW_PASSWORD, "Password:");
  await terminal.press("Tab", "Enter");
  await terminal.waitFor(t("reset.done.title"));
  await person.goTo("lock your");
  await terminal.press("Enter");
  await person.signIn(NEW_PASSWORD, USER);
});

testWith(["tmux", "lynx"], "a password is reset in lynx", async () => {
  await using live = await openWith();
  await using terminal = await openLynx(live, "/reset", t("reset.go"));
  await tab(terminal, 1);
  await terminal.type(USER);
  // Past the field that is to be left empty.
  await tab(terminal, 2);
  await terminal.press("Enter");
  await terminal.waitFor(TO);
  await tab(terminal, 1);
  await terminal.type(NUMBER);
  await tab(terminal, 1);
  await terminal.press("Enter");
  const shown = await terminal.waitFor(t("code.submit"));
  assertStringIncludes(shown, "34");
  await tab(terminal, 1);
  await terminal.type(await live.newestCode());
  await tab(terminal, 1);
  await terminal.press("Enter");
  await terminal.waitFor(t("reset.password.go"));
  // Past the user name.
  await tab(terminal, 2);
  await terminal.type(NEW_PASSWORD);
  await tab(terminal, 1);
  await terminal.press("Enter");
  await terminal.waitFor(t("reset.done.title"));
});
