import { assertEquals, assertRejects } from "@std/assert";
import type { Message } from "@/lib/delivery/delivery.ts";
import { devOutbox } from "@/lib/delivery/dev_outbox.ts";

const MESSAGE: Message = {
  id: "m-1",
  channel: "sms",
  to: "+819012345678",
  text: "070426 is your code\n@localhost #070426",
  locale: "en",
};

const LINES: [says: string, message: Message, line: string][] = [
  [
    "a text",
    MESSAGE,
    "Text to +819012345678 (en): 070426 is your code / @localhost #070426",
  ],
  [
    "a call",
    { ...MESSAGE, channel: "voice", text: "Press any key.\n\none … two" },
    "Call to +819012345678 (en): Press any key. / one … two",
  ],
  [
    "a mail",
    { ...MESSAGE, channel: "email", to: "ann@example.edu", subject: "Code" },
    "Mail to ann@example.edu (en): Code / 070426 is your code / @localhost #070426",
  ],
  [
    "controls",
    { ...MESSAGE, text: "a\x1b[2Jb\rc\u009bd" },
    "Text to +819012345678 (en): a[2Jb / cd",
  ],
];

for (const [says, message, line] of LINES) {
  Deno.test(`devOutbox() keeps ${says} and prints it in one line`, async () => {
    const kept: Message[] = [];
    const printed: string[] = [];
    const outbox = devOutbox({
      keep: (message) => Promise.resolve(void kept.push(message)),
      print: (line) => printed.push(line),
    });
    const { signal } = new AbortController();

    assertEquals(await outbox.send(message, signal), { ok: true });
    assertEquals(kept, [message]);
    assertEquals(printed, [line]);
  });
}

Deno.test("devOutbox() prints nothing that it could not keep", async () => {
  const printed: string[] = [];
  const outbox = devOutbox({
    keep: () => Promise.reject(new Error("full")),
    print: (line) => printed.push(line),
  });
  const { signal } = new AbortController();
  await assertRejects(() => outbox.send(MESSAGE, signal), Error, "full");
  assertEquals(printed, []);
});
