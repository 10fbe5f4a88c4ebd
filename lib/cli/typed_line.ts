/**
 * A line that is typed where nothing is echoed.
 *
 * @module
 */

/** What has been typed, and whether it is over. */
export interface TypedLine {
  /** The line without the key that ended it. */
  readonly text: string;
  /** `null` while the person types; `cancel` for Ctrl-C, and Ctrl-D on an empty line. */
  readonly end: "enter" | "cancel" | null;
}

/** Nothing typed yet. */
export const EMPTY_LINE: TypedLine = { text: "", end: null };

/** The line after more keys. Backspace and Ctrl-U work; other control keys do nothing. */
export function typeKeys(line: TypedLine, keys: string): TypedLine {
  // Arrow and function keys are sequences: Escape, [, parameters, a letter.
  // deno-lint-ignore no-control-regex -- the keys of a terminal are controls
  const plain = keys.replace(/\x1b(\[[0-9;]*[ -~]|O.)?/g, "");
  return [...plain].reduce(typeKey, line);
}

function typeKey(line: TypedLine, key: string): TypedLine {
  if (line.end !== null) return line;
  const { text } = line;
  switch (key) {
    case "\r":
    case "\n":
      return { text, end: "enter" };
    case "\x03":
      return { text: "", end: "cancel" };
    case "\x04":
      return { text, end: text === "" ? "cancel" : "enter" };
    case "\x7f":
    case "\b":
      return { text: [...text].slice(0, -1).join(""), end: null };
    case "\x15":
      return EMPTY_LINE;
    default:
      return /\p{Cc}/u.test(key) ? line : { text: text + key, end: null };
  }
}
