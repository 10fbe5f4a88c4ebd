/**
 * The SMTP adapter against OpenSMTPD as Debian packages it. Without TLS: that
 * of Debian 12 cannot sign with its key under OpenSSL 3.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import PostalMime from "postal-mime";
import { smtp } from "@/lib/delivery/smtp.ts";
import { codeMail } from "@/lib/flows/mails.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { settings } from "@/tests/support/mail_server.ts";
import { testAsRoot } from "@/tests/support/tools.ts";

/** As long as the slowest of machines needs to start it, and an end; in milliseconds. */
const PATIENCE = 20_000;

/** Whom OpenSMTPD delivers as: it refuses root. */
const NOBODY = 65_534;

interface OpenSmtpd extends AsyncDisposable {
  port: number;
  /** Waits for a mail, and returns it raw. */
  mail(): Promise<string>;
}

function configuration(folder: string, port: number): string {
  return `
listen on 127.0.0.1 port ${port}
action "keep" maildir "${folder}/mail" virtual { "@" = "nobody" }
match from any for rcpt-to "gone@example.com" reject
match from any for any action "keep"
`;
}

function freePort(): number {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  listener.close();
  return (listener.addr as Deno.NetAddr).port;
}

async function openSmtpd(): Promise<OpenSmtpd> {
  const folder = await Deno.makeTempDir();
  await Deno.chmod(folder, 0o755);
  await Deno.mkdir(`${folder}/mail`);
  await Deno.chown(`${folder}/mail`, NOBODY, NOBODY);
  const port = freePort();
  const file = `${folder}/smtpd.conf`;
  await Deno.writeTextFile(file, configuration(folder, port));
  await Deno.chmod(file, 0o600);
  const stop = new AbortController();
  const process = new Deno.Command("smtpd", {
    args: ["-d", "-f", file],
    stdin: "null",
    stdout: "null",
    stderr: "null",
    signal: stop.signal,
  }).spawn();
  await until(() => connects(port));
  return {
    port,
    mail: () => until(() => firstIn(`${folder}/mail/new`)),
    async [Symbol.asyncDispose]() {
      stop.abort();
      await process.status;
      await Deno.remove(folder, { recursive: true });
    },
  };
}

async function until<Value>(
  look: () => Promise<Value | null>,
): Promise<Value> {
  const end = AbortSignal.timeout(PATIENCE);
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    end.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function connects(port: number): Promise<true | null> {
  try {
    (await Deno.connect({ hostname: "127.0.0.1", port })).close();
    return true;
  } catch {
    return null;
  }
}

async function firstIn(folder: string): Promise<string | null> {
  try {
    for await (const { name } of Deno.readDir(folder)) {
      return await Deno.readTextFile(`${folder}/${name}`);
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
  return null;
}

testAsRoot(
  ["smtpd"],
  "smtp() delivers a mail through OpenSMTPD",
  async () => {
    await using server = await openSmtpd();
    const { port } = server;
    const words = { code: "070426", host: "key.example", minutes: 10 };
    const mail = codeMail(translator("ja"), words);
    const message = {
      id: "transaction-1",
      channel: "email",
      to: "ann@example.com",
      locale: "ja",
      ...mail,
    } as const;
    const { signal } = new AbortController();
    const delivery = smtp(settings({ port }));
    assertEquals(await delivery.send(message, signal), { ok: true });
    const read = await new PostalMime().parse(await server.mail());
    assertEquals([read.subject, read.text?.trim()], [mail.subject, mail.text]);
    assert(read.html?.includes("070426"));

    const gone = { ...message, to: "gone@example.com" };
    const refused = { ok: false, why: "refused" } as const;
    assertEquals(await delivery.send(gone, signal), refused);
    const secured = smtp(settings({ port, tls: "required" }));
    const unreachable = { ok: false, why: "unreachable" } as const;
    assertEquals(await secured.send(message, signal), unreachable);
  },
);
