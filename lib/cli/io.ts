/**
 * Talking to whoever runs a command.
 *
 * @module
 */
import { EMPTY_LINE, type TypedLine, typeKeys } from "@/lib/cli/typed_line.ts";

/** What a command reads and writes. */
export interface Io {
  /** Whether a person types, who may mistype what they cannot see. */
  readonly interactive: boolean;
  /** Writes a line of the result. */
  say(line: string): void;
  /** Writes a line about what went wrong. */
  complain(line: string): void;
  /** Reads one line without showing it; `null` where the person gave up or there is none. */
  readSecret(prompt: string): Promise<string | null>;
}

/** Returns the standard streams: a terminal, or one line of input for each question. */
export function standardIo(): Io {
  const interactive = Deno.stdin.isTerminal();
  return {
    interactive,
    say: (line) => write(Deno.stdout, `${line}\n`),
    complain: (line) => write(Deno.stderr, `${line}\n`),
    async readSecret(prompt) {
      if (!interactive) return await readLine();
      Deno.stdin.setRaw(true); // Before the prompt: whoever sees it may type.
      write(Deno.stderr, prompt);
      try {
        return await readLine();
      } finally {
        Deno.stdin.setRaw(false);
        write(Deno.stderr, "\n");
      }
    },
  };
}

/** The end of the input ends a line as well, unless it is empty. */
async function readLine(): Promise<string | null> {
  const buffer = new Uint8Array(1024);
  const decoder = new TextDecoder();
  let line: TypedLine = EMPTY_LINE;
  while (line.end === null) {
    const count = await Deno.stdin.read(buffer);
    const keys = count === null
      ? "\x04"
      : decoder.decode(buffer.subarray(0, count), { stream: true });
    line = typeKeys(line, keys);
  }
  return line.end === "enter" ? line.text : null;
}

function write(stream: { writeSync(bytes: Uint8Array): number }, text: string) {
  let bytes = new TextEncoder().encode(text);
  try {
    while (bytes.length > 0) bytes = bytes.subarray(stream.writeSync(bytes));
  } catch (error) {
    // Nobody reads on, as behind `head`.
    if (!(error instanceof Deno.errors.BrokenPipe)) throw error;
  }
}
