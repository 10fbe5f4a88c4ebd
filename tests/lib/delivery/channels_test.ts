import { assertEquals } from "@std/assert";
import { channels } from "@/lib/delivery/channels.ts";
import type { Delivery, Message } from "@/lib/delivery/delivery.ts";
import type { Channel } from "@/lib/domain/method.ts";

function adapter(name: string, served: Channel[], log: string[]): Delivery {
  return {
    channels: served,
    send(message) {
      log.push(`${name} ${message.id}`);
      return Promise.resolve({ ok: true });
    },
  };
}

function message(id: string, channel: Channel): Message {
  return { id, channel, to: "+819012345678", text: "hi", locale: "en" };
}

Deno.test("channels() gives each message to the first adapter of its channel", async () => {
  const log: string[] = [];
  const delivery = channels([
    adapter("a", ["sms"], log),
    adapter("b", ["sms", "voice"], log),
  ]);
  const { signal } = new AbortController();

  assertEquals(delivery.channels, ["sms", "voice"]);
  assertEquals(await delivery.send(message("1", "sms"), signal), { ok: true });
  assertEquals(await delivery.send(message("2", "voice"), signal), {
    ok: true,
  });
  assertEquals(await delivery.send(message("3", "email"), signal), {
    ok: false,
    why: "refused",
  });
  assertEquals(log, ["a 1", "b 2"]);
});
