/**
 * Mail through an SMTP server, as its operator's settings describe it.
 *
 * @module
 */
import type { Delivery } from "@/lib/delivery/delivery.ts";
import type { Mailbox } from "@/lib/delivery/mail.ts";

/** A mail server, as the settings describe it. */
export interface SmtpOptions {
  /** Its name or address. */
  readonly host: string;
  /** Its TCP port. */
  readonly port: number;
  /**
   * `implicit` from the first byte; `required` by STARTTLS or not at all;
   * `opportunistic` where the server has it, whoever it is; `none` without.
   */
  readonly tls: "implicit" | "required" | "opportunistic" | "none";
  /** A certificate authority of the operator's own, in PEM; `null` for the public ones. */
  readonly ca: string | null;
  /** Who signs in; `null` where nobody does. */
  readonly login: { readonly user: string; readonly pass: string } | null;
  /** Whom mails come from. */
  readonly from: Mailbox;
  /** How long one mail may take, in milliseconds. */
  readonly timeout: number;
}

/** Returns a delivery of emails through an SMTP server. Each mail has a connection of its own. */
export function smtp(options: SmtpOptions): Delivery {
  return {
    channels: ["email"],
    async send(message, signal) {
      // Loaded with the first mail, so that a start does not wait for it.
      const { attempt } = await import("@/lib/delivery/smtp_attempt.ts");
      return await attempt(options, message, signal);
    },
  };
}
