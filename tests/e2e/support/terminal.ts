/**
 * A person at a terminal, for text browsers: keys in, the screen out.
 *
 * @module
 */

/** How long a screen may take to show what is waited for, in milliseconds. */
const PATIENCE = 10_000;
const LOOK_EVERY = 50;

/** One program on a screen of 80 by 40 letters. */
export class Terminal implements AsyncDisposable {
  private constructor(
    private readonly socket: string,
    private readonly home: string,
  ) {}

  /** Starts a program with a home of its own. */
  static async open(command: readonly string[]): Promise<Terminal> {
    const home = await Deno.makeTempDir();
    const terminal = new Terminal(`${home}/tmux`, home);
    const size = ["-x", "80", "-y", "40"];
    const env = ["env", `HOME=${home}`, "LC_ALL=C.UTF-8", "TERM=screen"];
    await terminal.tmux(
      "-f",
      "/dev/null",
      "new-session",
      "-d",
      ...size,
      ...env,
      ...command,
    );
    return terminal;
  }

  /** What is on the screen. */
  async screen(): Promise<string> {
    return await this.tmux("capture-pane", "-p");
  }

  /** Presses keys by tmux's names: "Enter", "Tab", "C-l", "q". */
  async press(...keys: string[]): Promise<void> {
    await this.tmux("send-keys", ...keys);
  }

  /** Types text as it stands. */
  async type(text: string): Promise<void> {
    await this.tmux("send-keys", "-l", text);
  }

  /** Waits until the screen shows `text`, and returns the screen. */
  async waitFor(text: string): Promise<string> {
    let screen = "";
    for (let waited = 0; waited < PATIENCE; waited += LOOK_EVERY) {
      screen = await this.screen();
      if (screen.includes(text)) return screen;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    }
    throw new Error(`"${text}" never came. The screen:\n${screen}`);
  }

  /** Ends the program and forgets its home. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.tmux("kill-server");
    await Deno.remove(this.home, { recursive: true });
  }

  private async tmux(...args: string[]): Promise<string> {
    const command = new Deno.Command("tmux", {
      args: ["-S", this.socket, ...args],
      env: { LC_ALL: "C.UTF-8" },
    });
    const { success, stdout, stderr } = await command.output();
    if (!success) {
      throw new Error(
        `tmux ${args.join(" ")}: ${new TextDecoder().decode(stderr)}`,
      );
    }
    return new TextDecoder().decode(stdout);
  }
}
