/** The way back in, walked in text browsers at a terminal. */
import { assertStringIncludes } from "@std/assert";
import { showCode } from "@/lib/domain/code_text.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { type Live, openLive } from "@/tests/e2e/support/live.ts";
import type { Terminal } from "@/tests/e2e/support/terminal.ts";
import { openLynx, tab, W3m } from "@/tests/e2e/support/text_browsers.ts";
import {
  NEW_PASSWORD,
  NUMBER,
  setUpReset,
  USER,
} from "@/tests/support/reset.ts";
import { testWith } from "@/tests/support/tools.ts";
import { MINUTE } from "@/tests/support/world.ts";

const t = translator("en");
const TO = t("reset.to.phone", { end: "34" });
/** Five wrong codes ask for more. */
const ENTRA = { limits: "entra", unlock: "no" } as const;

async function openWith(policy: Partial<Policy> = {}): Promise<Live> {
  const live = await openLive();
  await setUpReset(live.site, ["phone"], policy);
  return live;
}

/** From the first page to that of the code, in w3m. */
async function askInW3m(person: W3m): Promise<void> {
  const { terminal } = person;
  await terminal.waitFor(t("reset.go"));
  await person.fill(`^${t("reset.who")}`, USER);
  await person.goTo(t("challenge.trap"));
  await terminal.press("Tab", "Enter");
  await terminal.waitFor(TO);
  await person.fill(t("reset.number.hint"), NUMBER);
  await terminal.press("Tab", "Enter");
  await terminal.waitFor(t("code.submit"));
}

/** The same in lynx. */
async function askInLynx(terminal: Terminal): Promise<void> {
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
  assertStringIncludes(await terminal.waitFor(t("code.submit")), "34");
}

/** Waits for a message that may be broken into lines, and makes sure of the whole of it. */
async function waitForAll(terminal: Terminal, message: string) {
  const screen = await terminal.waitFor(message.split(" ").at(-1) ?? message);
  assertStringIncludes(screen.replace(/\s+/g, " "), message);
  return screen;
}

/** Types five wrong codes by `type`, and reads after each what is wrong. */
async function guess(
  terminal: Terminal,
  type: (code: string) => Promise<void>,
) {
  for (let left = 4; left > 0; left--) {
    await type("000000");
    await terminal.waitFor(t.plural("code.wrong", left));
  }
  await type("000000");
  return await waitForAll(terminal, t("code.tries"));
}

testWith(["tmux", "w3m"], "a password is reset in w3m", async () => {
  await using live = await openWith();
  await using person = await W3m.open(live, "/reset");
  const { terminal } = person;
  await askInW3m(person);
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

testWith(
  ["tmux", "w3m"],
  "after five wrong codes a long one is asked for in w3m, and its owner goes on",
  async () => {
    await using live = await openWith(ENTRA);
    await using person = await W3m.open(live, "/reset");
    const { terminal } = person;
    await askInW3m(person);
    const type = async (code: string) => {
      await person.fill(`^${t("code.label")}$`, code);
      await terminal.press("Tab", "Enter");
    };
    await guess(terminal, type);
    live.site.wait(MINUTE);
    await person.goTo(t("code.again.title"));
    await terminal.press("Enter");
    await waitForAll(terminal, t("code.hint.long"));
    await type(showCode(await live.newestCode()));
    await terminal.waitFor(t("reset.password.go"));
  },
);

testWith(["tmux", "lynx"], "a password is reset in lynx", async () => {
  await using live = await openWith();
  await using terminal = await openLynx(live, "/reset", t("reset.go"));
  await askInLynx(terminal);
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

testWith(
  ["tmux", "lynx"],
  "after five wrong codes a long one is asked for in lynx, and its owner goes on",
  async () => {
    await using live = await openWith(ENTRA);
    await using terminal = await openLynx(live, "/reset", t("reset.go"));
    await askInLynx(terminal);
    const type = async (code: string) => {
      await tab(terminal, 1);
      // What is wrong comes first, with a link to the field.
      const screen = await terminal.screen();
      if (screen.includes(t("form.problem"))) await tab(terminal, 1);
      await terminal.type(code);
      await tab(terminal, 1);
      await terminal.press("Enter");
    };
    const shown = await guess(terminal, type);
    live.site.wait(MINUTE);
    // One link more while the text is on its way.
    await tab(terminal, shown.includes(t("code.check")) ? 5 : 4);
    await terminal.press("Enter");
    await waitForAll(terminal, t("code.hint.long"));
    await type(showCode(await live.newestCode()));
    await terminal.waitFor(t("reset.password.go"));
  },
);
