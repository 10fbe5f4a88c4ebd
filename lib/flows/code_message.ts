/**
 * The message that carries a code.
 *
 * @module
 */
import type { Message } from "@/lib/delivery/delivery.ts";
import { isProof, isProofFor } from "@/lib/domain/purpose.ts";
import type { Verification } from "@/lib/domain/verification.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { codeMail } from "@/lib/flows/mails.ts";
import { codeScript, codeText } from "@/lib/flows/messages.ts";
import type { Order } from "@/lib/flows/next_verification.ts";
import { reach } from "@/lib/flows/target.ts";
import { translator } from "@/lib/i18n/translator.ts";

/** Words the code of a verification for its channel, in the person's language. */
export function codeMessage(
  deps: Deps,
  order: Order,
  verification: Verification,
): Message {
  const { target, locale, decoy = false } = order;
  const { id, sends, channel, until, sentAt } = verification;
  const t = translator(locale);
  const words = {
    code: deps.keyring.open("code", verification.code),
    host: deps.host,
    minutes: Math.max(1, Math.floor((until - sentAt) / 60_000)),
    extension: target.method === "phone" ? target.extension ?? null : null,
  };
  const envelope = {
    id: `${id}-${sends}`,
    channel,
    to: reach(target),
    locale,
    ...decoy ? { decoy } : {},
  };
  switch (channel) {
    case "sms":
      return { ...envelope, text: codeText(t, words) };
    case "voice":
      return { ...envelope, text: codeScript(t, words) };
    case "email":
      return {
        ...envelope,
        ...codeMail(t, {
          ...words,
          proves: isProof(verification.purpose),
          resets: isProofFor(verification.purpose, "reset"),
          link: order.link?.(verification).url ?? null,
        }),
      };
  }
}
