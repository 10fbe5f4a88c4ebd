/**
 * One attempt to hand a mail to an SMTP server.
 *
 * What an attempt came to decides whether it may be made again, and a person
 * must not get one mail twice:
 *
 * | Answer | Receipt |
 * | --- | --- |
 * | 2xx after the message | ok |
 * | 4xx to the envelope or the message (greylisting), and 503 | unreachable |
 * | other 5xx to the envelope or the message | refused |
 * | no connection, no such host, no TLS, no sign-in; a cut or time-out before the message was asked for | unreachable |
 * | a cut or time-out after that | unknown |
 *
 * A sign-in that fails is the operator's to put right, so it is tried again.
 *
 * @module
 */
import { Readable } from "node:stream";
import Connection from "nodemailer/lib/smtp-connection";
import type { Message, Receipt } from "@/lib/delivery/delivery.ts";
import { makeMail } from "@/lib/delivery/mail.ts";
import type { SmtpOptions } from "@/lib/delivery/smtp.ts";
import { readAddress } from "@/lib/domain/email_address.ts";

const OK: Receipt = { ok: true };
const REFUSED: Receipt = { ok: false, why: "refused" };
const UNREACHABLE: Receipt = { ok: false, why: "unreachable" };
const UNKNOWN: Receipt = { ok: false, why: "unknown" };

/** What one attempt shares. */
interface Attempt {
  /** The connection. */
  line: Connection;
  /** The mail, ready to be sent. */
  body: Uint8Array;
  /** Whether the server has asked for the mail: from then on it may have it. */
  asked: boolean;
}

/** Sends a message, once. */
export async function attempt(
  options: SmtpOptions,
  message: Message,
  signal: AbortSignal,
): Promise<Receipt> {
  const to = readAddress(message.to);
  if (!to.ok || to.address !== message.to) return REFUSED;
  const body = await makeMail(message, options.from);
  const line = new Connection(settingsOf(options));
  const made: Attempt = { line, body, asked: false };
  const broken = Promise.withResolvers<never>();
  const stop = () => broken.reject(new Error("Too late"));
  const timer = setTimeout(stop, options.timeout);
  signal.addEventListener("abort", stop, { once: true });
  line.on("error", broken.reject);
  try {
    const steps = talk(made, message.to, options);
    await Promise.race([steps, broken.promise]);
    line.quit();
    return OK;
  } catch (error) {
    line.close();
    return judge(error, made.asked);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}

function settingsOf({ host, port, tls, ca, from, timeout }: SmtpOptions) {
  return {
    host,
    port,
    secure: tls === "implicit",
    requireTLS: tls === "required",
    ignoreTLS: tls === "none",
    opportunisticTLS: tls === "opportunistic",
    // Whoever could show a false certificate could take STARTTLS out as well (RFC 7435).
    tls: {
      rejectUnauthorized: tls !== "opportunistic",
      ...ca === null ? {} : { ca },
    },
    // What the server is greeted with; the machine's own name is nobody's business.
    name: from.address.slice(from.address.lastIndexOf("@") + 1),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
  };
}

/** Connects, signs in and sends. Throws what nodemailer reports. */
async function talk(
  made: Attempt,
  to: string,
  { login, from }: SmtpOptions,
): Promise<void> {
  const { line, body } = made;
  await step((done) => line.connect(done));
  if (login !== null) {
    if (!line.allowsAuth) throw new Error("The server takes no sign-in");
    // A copy: nodemailer writes into it.
    await step((done) => line.login({ ...login }, done));
  }
  // Read from the moment on when the server has answered DATA with 354.
  const stream = new Readable({
    read() {
      made.asked = true;
      this.push(body);
      this.push(null);
    },
  });
  const envelope = { from: from.address, to, size: body.length };
  await step((done) => line.send(envelope, stream, done));
}

function step(
  start: (done: (error?: Error | null) => void) => void,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  start((error) => error ? reject(error) : resolve());
  return promise;
}

function judge(error: unknown, asked: boolean): Receipt {
  // The error quotes the address: it goes no further.
  const { code, responseCode } = error as {
    code?: string;
    responseCode?: number | false;
  };
  if (code === "EENVELOPE" || code === "EMESSAGE") {
    const later = responseCode && (responseCode < 500 || responseCode === 503);
    return later ? UNREACHABLE : REFUSED;
  }
  return asked ? UNKNOWN : UNREACHABLE;
}
