import { assert, assertEquals, assertRejects } from "@std/assert";
import type { Message, Receipt } from "@/lib/delivery/delivery.ts";
import { sendWithin } from "@/lib/flows/send_within.ts";

const MESSAGE: Message = {
  id: "m-1",
  channel: "sms",
  to: "+819012345678",
  text: "hi",
  locale: "en",
};

function delivery(send: (signal: AbortSignal) => Promise<Receipt>) {
  return {
    channels: ["sms"] as const,
    send: (_: Message, signal: AbortSignal) => send(signal),
  };
}

Deno.test("sendWithin() returns the receipt", async () => {
  const receipt: Receipt = { ok: false, why: "refused" };
  const sms = delivery(() => Promise.resolve(receipt));
  assertEquals(await sendWithin(sms, MESSAGE, 1000), receipt);
});

Deno.test("sendWithin() gives unknown where an adapter never comes back, and tells it to stop", async () => {
  let stopped = false;
  const sms = delivery((signal) => {
    signal.addEventListener("abort", () => stopped = true);
    return Promise.withResolvers<Receipt>().promise;
  });
  assertEquals(await sendWithin(sms, MESSAGE, 5), {
    ok: false,
    why: "unknown",
  });
  assert(stopped);
});

Deno.test("sendWithin() lets a fault through", async () => {
  const sms = delivery(() => Promise.reject(new Error("broken")));
  await assertRejects(() => sendWithin(sms, MESSAGE, 1000), Error, "broken");
});
