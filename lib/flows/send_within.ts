/**
 * An attempt with an end, whatever the adapter does.
 *
 * @module
 */
import type { Delivery, Message, Receipt } from "@/lib/delivery/delivery.ts";

/** Sends `message`; `unknown` where no receipt has come after `timeout` milliseconds. */
export async function sendWithin(
  delivery: Delivery,
  message: Message,
  timeout: number,
): Promise<Receipt> {
  const late = new AbortController();
  const end = Promise.withResolvers<Receipt>();
  const timer = setTimeout(() => {
    late.abort();
    end.resolve({ ok: false, why: "unknown" });
  }, timeout);
  try {
    return await Promise.race([
      delivery.send(message, late.signal),
      end.promise,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
