/**
 * Several deliveries as one.
 *
 * @module
 */
import type { Delivery } from "@/lib/delivery/delivery.ts";

/** Returns a delivery that gives each message to the first adapter of its channel; `refused` where there is none. */
export function channels(adapters: readonly Delivery[]): Delivery {
  return {
    channels: [...new Set(adapters.flatMap((adapter) => adapter.channels))],
    async send(message, signal) {
      const adapter = adapters.find((adapter) =>
        adapter.channels.includes(message.channel)
      );
      return await adapter?.send(message, signal) ??
        { ok: false, why: "refused" };
    },
  };
}
