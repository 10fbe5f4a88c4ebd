/** The whole journey in text browsers, at a terminal. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { type Live, openLive } from "@/tests/e2e/support/live.ts";
import { MASKED } from "@/tests/e2e/support/person.ts";
import { Terminal } from "@/tests/e2e/support/terminal.ts";
import { testWith } from "@/tests/support/tools.ts";
import { appShows, setPolicy } from "@/tests/support/totp.ts";

const t = translator("en");

/** What the phone got, and that it got nothing else. */
async function assertSentOnce(live: Live): Promise<void> {
  await live.site.settle();
  const sent = await live.site.outbox();
  assertEquals(sent.map(({ to }) => to), ["+819012345678"]);
}

/** A person in front of w3m. Words are searched for, so the layout may change. */
class W3m {
  constructor(readonly terminal: Terminal) {}

  /** Goes to the first control after those words. */
  async goTo(words: string): Promise<void> {
    await this.terminal.press("g", "/");
    await this.terminal.waitFor("Forward:");
    await this.terminal.type(words);
    await this.terminal.press("Enter", "Tab");
  }

  /** Fills in the field after its label. */
  async fill(label: string, value: string, prompt = "TEXT:"): Promise<void> {
    await this.goTo(label);
    await this.terminal.press("Enter");
    await this.terminal.waitFor(prompt);
    await this.terminal.type(value);
    await this.terminal.press("Enter");
  }

  /** Signs in on the page in front and stands on the list. */
  async signIn(): Promise<void> {
    const { terminal } = this;
    await terminal.waitFor(t("signIn.submit"));
    await this.fill(`^${t("signIn.userName")}`, "demo");
    await this.fill(`^${t("signIn.password")}`, DEMO_PASSWORD, "Password:");
    await terminal.press("Tab", "Enter");
    await terminal.waitFor(t("list.phone.unset"));
  }
}

testWith(["tmux", "w3m"], "a phone is registered in w3m", async () => {
  await using live = await openLive();
  const command = ["w3m", "-cookie", "-o", "accept_language=en"];
  await using terminal = await Terminal.open([
    ...command,
    `${live.origin}/register`,
  ]);
  const person = new W3m(terminal);
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
  const command = ["w3m", "-cookie", "-o", "accept_language=en"];
  await using terminal = await Terminal.open([
    ...command,
    `${live.origin}/register/app`,
  ]);
  const person = new W3m(terminal);
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

/** Goes on by that many controls in lynx. */
async function tab(terminal: Terminal, times: number): Promise<void> {
  await terminal.press(...Array.from({ length: times }, () => "Tab"));
}

/** Lynx rests for seconds on each of its messages; here nobody reads them. */
const HASTE = ["INFOSECS:0", "MESSAGESECS:0", "ALERTSECS:0"];

/** Lynx as Debian sets it, but in haste. */
async function writeSettings(): Promise<string> {
  const path = await Deno.makeTempFile({ suffix: ".cfg" });
  const lines = ["INCLUDE:/etc/lynx/lynx.cfg", ...HASTE, ""];
  await Deno.writeTextFile(path, lines.join("\n"));
  return path;
}

testWith(["tmux", "lynx"], "a phone is registered in lynx", async () => {
  await using live = await openLive();
  const settings = await writeSettings();
  await using terminal = await Terminal.open([
    "lynx",
    "-accept_all_cookies",
    `-cfg=${settings}`,
    `${live.origin}/register`,
  ]);
  await terminal.waitFor(t("signIn.submit"));
  await Deno.remove(settings);
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
