/** A real SMTP server on this machine, for as long as a test. */
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import type { SmtpOptions } from "@/lib/delivery/smtp.ts";

/** A mail that arrived. */
export interface Arrived {
  from: string;
  to: string[];
  /** Who had signed in; `null` for nobody. */
  user: string | null;
  /** Whether it came through TLS. */
  secure: boolean;
  raw: string;
}

export interface MailServer extends AsyncDisposable {
  port: number;
  arrived: Arrived[];
}

/** An answer that is not 250. */
export function answer(code: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode: code });
}

/** Starts it; what `options` leave open is taken from anybody. */
export async function mailServer(
  options: SMTPServerOptions = {},
): Promise<MailServer> {
  const arrived: Arrived[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    hidePIPELINING: true,
    logger: false,
    closeTimeout: 100,
    onData(stream, { envelope, user, secure }, done) {
      const chunks: Uint8Array[] = [];
      stream.on("data", (chunk: Uint8Array) => chunks.push(chunk));
      stream.on("end", () => {
        arrived.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : "",
          to: envelope.rcptTo.map(({ address }) => address),
          user: user ? String(user) : null,
          secure,
          raw: new TextDecoder().decode(join(chunks)),
        });
        done();
      });
    },
    ...options,
  });
  server.on("error", () => {}); // Without it, a client's TLS alert ends the process.
  const listening = Promise.withResolvers<void>();
  const listener = server.listen(0, "127.0.0.1", listening.resolve);
  await listening.promise;
  const address = listener.address();
  return {
    port: typeof address === "object" && address ? address.port : 0,
    arrived,
    async [Symbol.asyncDispose]() {
      const closed = Promise.withResolvers<void>();
      server.close(() => closed.resolve());
      await closed.promise;
    },
  };
}

function join(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(
    chunks.reduce((sum, { length }) => sum + length, 0),
  );
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** Reads an arrived mail as a mail program does. */
export function readMail({ raw }: Arrived): Promise<Email> {
  return new PostalMime().parse(raw);
}

/** Settings for a server of {@linkcode mailServer}. */
export function settings(over: Partial<SmtpOptions>): SmtpOptions {
  return {
    host: "127.0.0.1",
    port: 0,
    tls: "none",
    ca: null,
    login: null,
    from: { name: "Aikagi", address: "no-reply@key.example" },
    timeout: 5_000,
    ...over,
  };
}
