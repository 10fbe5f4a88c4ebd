/** A terminal for one test: answers with `secrets`, keeps what was written. */
import type { Io } from "@/lib/cli/io.ts";

export interface FakeIo extends Io {
  /** Lines of the result. */
  readonly said: string[];
  /** Lines about what went wrong. */
  readonly complaints: string[];
}

/** Types each secret in turn, and nothing once they are used up. */
export function fakeIo(
  secrets: readonly string[] = [],
  interactive = false,
): FakeIo {
  const left = [...secrets];
  const said: string[] = [];
  const complaints: string[] = [];
  return {
    interactive,
    said,
    complaints,
    say: (line) => said.push(line),
    complain: (line) => complaints.push(line),
    readSecret: () => Promise.resolve(left.shift() ?? null),
  };
}
