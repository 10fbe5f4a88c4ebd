/**
 * A message as an email (RFC 5322).
 *
 * @module
 */
import Composer from "nodemailer/lib/mail-composer";
import type { Message } from "@/lib/delivery/delivery.ts";

/** Somebody who sends mail. */
export interface Mailbox {
  /** How a mail program shows them; may be empty. */
  readonly name: string;
  /** The address in its canonical form. */
  readonly address: string;
}

/** Makes the bytes of a mail: plain text, and HTML where the message has it. */
export async function makeMail(
  { id, to, subject = "", text, html, locale }: Message,
  from: Mailbox,
): Promise<Uint8Array> {
  const domain = from.address.slice(from.address.lastIndexOf("@") + 1);
  return await new Composer({
    from: { ...from },
    // Never one string of both: nodemailer reads lists and groups out of it.
    to: { name: "", address: to },
    subject,
    text,
    ...html === undefined ? {} : { html },
    // The same for each attempt, so that a mail program can drop a repeat.
    messageId: `<${id}@${domain}>`,
    headers: {
      "Auto-Submitted": "auto-generated", // RFC 3834: no holiday notes in answer.
      "X-Auto-Response-Suppress": "All", // The same for Exchange (MS-OXCMAIL 2.1.3.2.20).
      "Content-Language": locale,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: "\r\n",
  }).compile().build();
}
