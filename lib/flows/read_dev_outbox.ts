/**
 * Reading what the development adapter kept.
 *
 * @module
 */
import type { Deps } from "@/lib/flows/deps.ts";
import { type DevMessage, listDevMessages } from "@/lib/store/dev_outbox.ts";

/** The messages that would have been sent, oldest first. */
export function readDevOutbox(
  { kv, keyring }: Deps,
): Promise<readonly DevMessage[]> {
  return listDevMessages(kv, (sealed) => keyring.open("dev_outbox", sealed));
}
