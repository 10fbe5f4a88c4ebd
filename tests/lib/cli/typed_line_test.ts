import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { EMPTY_LINE, typeKeys } from "@/lib/cli/typed_line.ts";

Deno.test.each([
  ["letters", "secret", "secret", null],
  ["enter", "secret\r", "secret", "enter"],
  ["a line's end", "secret\n", "secret", "enter"],
  ["both ends", "secret\r\n", "secret", "enter"],
  ["enter alone", "\r", "", "enter"],
  ["what follows the end", "one\rtwo\r", "one", "enter"],
  ["a backspace", "secrett\x7f", "secret", null],
  ["a backspace over a whole character", "a😀\x7f", "a", null],
  ["a backspace too many", "a\b\b\bb", "b", null],
  ["Ctrl-U", "wrong\x15right", "right", null],
  ["Ctrl-C", "secret\x03", "", "cancel"],
  ["Ctrl-D at the start", "\x04", "", "cancel"],
  ["Ctrl-D behind something", "secret\x04", "secret", "enter"],
  ["arrows and other keys", "a\x1b[Ab\x1bOPc\x1b[3~d\x1b", "abcd", null],
  ["controls", "a\0b\tc", "abc", null],
  ["spaces and letters of any script", "a 合鍵 é", "a 合鍵 é", null],
])("typeKeys() takes %s", (...[, keys, text, end]) => {
  assertEquals(typeKeys(EMPTY_LINE, keys), { text, end } as typeof EMPTY_LINE);
});

Deno.test("typeKeys() gives the same however the keys arrive", () => {
  const key = fc.constantFrom(
    "a",
    "é",
    "😀",
    " ",
    "\x7f",
    "\x15",
    "\r",
    "\x03",
  );
  fc.assert(fc.property(fc.array(key), (keys) => {
    assertEquals(
      keys.reduce(typeKeys, EMPTY_LINE),
      typeKeys(EMPTY_LINE, keys.join("")),
    );
  }));
});
