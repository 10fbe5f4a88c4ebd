/**
 * People in front of text browsers, at a terminal.
 *
 * @module
 */
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { translator } from "@/lib/i18n/translator.ts";
import type { Live } from "@/tests/e2e/support/live.ts";
import { Terminal } from "@/tests/e2e/support/terminal.ts";

const t = translator("en");

const W3M = ["w3m", "-cookie", "-o", "accept_language=en"];

/** A person in front of w3m. Words are searched for, so the layout may change. */
export class W3m implements AsyncDisposable {
  private constructor(readonly terminal: Terminal) {}

  /** Opens a page of the application. */
  static async open({ origin }: Live, path: string): Promise<W3m> {
    return new W3m(await Terminal.open([...W3M, origin + path]));
  }

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

  /** Signs in on the page in front. */
  async signIn(password = DEMO_PASSWORD, userName = "demo"): Promise<void> {
    const { terminal } = this;
    await terminal.waitFor(t("signIn.submit"));
    await this.fill(`^${t("signIn.userName")}`, userName);
    await this.fill(`^${t("signIn.password")}`, password, "Password:");
    await terminal.press("Tab", "Enter");
    await terminal.waitFor(t("list.title"));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.terminal[Symbol.asyncDispose]();
  }
}

/** Lynx rests for seconds on each of its messages; here nobody reads them. */
const HASTE = ["INFOSECS:0", "MESSAGESECS:0", "ALERTSECS:0"];

/** Opens a page in lynx, and waits for words on it. Lynx is as Debian sets it, but in haste. */
export async function openLynx(
  { origin }: Live,
  path: string,
  words: string,
): Promise<Terminal> {
  const settings = await Deno.makeTempFile({ suffix: ".cfg" });
  const lines = ["INCLUDE:/etc/lynx/lynx.cfg", ...HASTE, ""];
  await Deno.writeTextFile(settings, lines.join("\n"));
  const command = ["lynx", "-accept_all_cookies", `-cfg=${settings}`];
  const terminal = await Terminal.open([...command, origin + path]);
  await terminal.waitFor(words);
  await Deno.remove(settings);
  return terminal;
}

/** Goes on by that many controls in lynx. */
export async function tab(terminal: Terminal, times: number): Promise<void> {
  await terminal.press(...Array.from({ length: times }, () => "Tab"));
}
