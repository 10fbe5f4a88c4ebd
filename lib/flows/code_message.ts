/**
 * The message that carries a code.
 *
 * @module
 */
import type { Message } from "@/lib/delivery/delivery.ts";
import type { Verification } from "@/lib/domain/verification.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { codeScript, codeText } from "@/lib/flows/messages.ts";
import type { Order } from "@/lib/flows/next_verification.ts";
import { translator } from "@/lib/i18n/translate.ts";

/** Words the code of a verification for its channel, in the person's language. */
export function codeMessage(
  deps: Deps,
  { number, locale }: Order,
  verification: Verification,
): Message {
  const { id, sends, channel, until, sentAt } = verification;
  const t = translator(locale);
  const words = {
    code: deps.keyring.open("code", verification.code),
    host: deps.host,
    minutes: Math.max(1, Math.floor((until - sentAt) / 60_000)),
  };
  return {
    id: `${id}-${sends}`,
    channel,
    to: number.e164,
    text: channel === "sms" ? codeText(t, words) : codeScript(t, words),
    locale,
  };
}
