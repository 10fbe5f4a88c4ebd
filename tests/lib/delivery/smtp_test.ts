/** The SMTP adapter against a real server. */
import { assert, assertEquals } from "@std/assert";
import type { Message, Receipt } from "@/lib/delivery/delivery.ts";
import { smtp, type SmtpOptions } from "@/lib/delivery/smtp.ts";
import { codeMail } from "@/lib/flows/mails.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { makeCertificate } from "@/tests/support/certificate.ts";
import { answering, breaking } from "@/tests/support/line_server.ts";
import {
  answer,
  mailServer,
  readMail,
  settings,
} from "@/tests/support/mail_server.ts";
import { testWith } from "@/tests/support/tools.ts";

const MESSAGE: Message = {
  id: "transaction-1",
  channel: "email",
  to: "ann+home@example.com",
  subject: "Your code",
  text: "One line.\n\n070426\n\n.a line with a dot",
  html: "<p>070426</p>",
  locale: "en",
};

const OK: Receipt = { ok: true };
const REFUSED: Receipt = { ok: false, why: "refused" };
const UNREACHABLE: Receipt = { ok: false, why: "unreachable" };
const UNKNOWN: Receipt = { ok: false, why: "unknown" };

function send(
  over: Partial<SmtpOptions>,
  message: Partial<Message> = {},
  signal = new AbortController().signal,
): Promise<Receipt> {
  return smtp(settings(over)).send({ ...MESSAGE, ...message }, signal);
}

Deno.test("smtp() delivers a mail that a mail program reads", async () => {
  await using server = await mailServer();
  assertEquals(await send({ port: server.port }), OK);
  const [mail] = server.arrived;
  assert(mail && server.arrived.length === 1);
  assertEquals([mail.from, mail.to], ["no-reply@key.example", [MESSAGE.to]]);
  const read = await readMail(mail);
  assertEquals(read.from, { name: "Aikagi", address: "no-reply@key.example" });
  assertEquals(read.to?.map(({ address }) => address), [MESSAGE.to]);
  assertEquals(read.subject, MESSAGE.subject);
  assertEquals(read.text?.trim(), MESSAGE.text);
  assertEquals(read.html?.trim(), MESSAGE.html);
  assertEquals(read.messageId, "<transaction-1@key.example>");
  const header = (key: string) =>
    read.headers.find((each) => each.key === key)?.value;
  assertEquals(header("auto-submitted"), "auto-generated");
  assertEquals(header("content-language"), "en");
});

for (const tag of TAGS) {
  Deno.test(`smtp() carries the words of ${tag} whole`, async () => {
    await using server = await mailServer();
    const words = { code: "070426", host: "key.example", minutes: 10 };
    const mail = codeMail(translator(tag), words);
    assertEquals(await send({ port: server.port }, mail), OK);
    const [arrived] = server.arrived;
    assert(arrived);
    const read = await readMail(arrived);
    assertEquals([read.subject, read.text?.trim()], [mail.subject, mail.text]);
    assertEquals(read.html?.trim(), mail.html);
    assertEquals(/\P{ASCII}/u.exec(arrived.raw), null);
    for (const line of arrived.raw.split("\r\n")) assert(line.length <= 998);
  });
}

Deno.test("smtp() carries an address beyond ASCII", async () => {
  await using server = await mailServer();
  const to = "山田@xn--r8jz45g.jp";
  assertEquals(await send({ port: server.port }, { to }), OK);
  assertEquals(server.arrived[0]?.to, ["山田@例え.jp"]); // As the server shows it.
});

const HOSTILE = [
  "a@x.example\r\nRCPT TO:<evil@x.example>",
  "a@x.example>\r\nDATA\r\n",
  "a@x.example, b@x.example",
  "Ann <a@x.example>",
  '"a b"@x.example',
  "team: a@x.example;",
  "no address",
];

for (const to of HOSTILE) {
  Deno.test(`smtp() refuses to send to ${JSON.stringify(to)}`, async () => {
    await using server = await mailServer();
    assertEquals(await send({ port: server.port }, { to }), REFUSED);
    assertEquals(server.arrived, []);
  });
}

Deno.test("smtp() lets no header in through a subject or a text", async () => {
  await using server = await mailServer();
  const hostile = {
    subject: "Hello\r\nBcc: evil@x.example\r\n\r\nbody",
    text: "\r\n.\r\nMAIL FROM:<evil@x.example>\r\n",
  };
  assertEquals(await send({ port: server.port }, hostile), OK);
  assertEquals(server.arrived.map(({ to }) => to), [[MESSAGE.to]]);
  const [arrived] = server.arrived;
  const read = arrived && await readMail(arrived);
  assertEquals([read?.bcc, read?.cc], [undefined, undefined]);
  assert(read?.text?.includes("MAIL FROM:<evil@x.example>"));
});

const ANSWERS: [code: number, receipt: Receipt][] = [
  [421, UNREACHABLE],
  [450, UNREACHABLE],
  [451, UNREACHABLE],
  [452, UNREACHABLE],
  [503, UNREACHABLE],
  [501, REFUSED],
  [550, REFUSED],
  [552, REFUSED],
  [553, REFUSED],
  [554, REFUSED],
];

for (const [code, receipt] of ANSWERS) {
  for (const pipelining of [true, false]) {
    Deno.test(`smtp() reads a ${code} to the recipient as ${why(receipt)} (pipelining ${pipelining})`, async () => {
      await using server = await mailServer({
        hidePIPELINING: !pipelining,
        onRcptTo: (_to, _session, done) => done(answer(code, "no")),
      });
      assertEquals(await send({ port: server.port }), receipt);
      assertEquals(server.arrived, []);
    });
  }

  Deno.test(`smtp() reads a ${code} to the message as ${why(receipt)}`, async () => {
    await using server = await mailServer({
      onData(stream, _session, done) {
        stream.resume().on("end", () => done(answer(code, "no")));
      },
    });
    assertEquals(await send({ port: server.port }), receipt);
  });
}

function why(receipt: Receipt): string {
  return receipt.ok ? "ok" : receipt.why;
}

Deno.test("smtp() gets through to a server that puts strangers off at first", async () => {
  let tries = 0;
  await using server = await mailServer({
    onRcptTo(_to, _session, done) {
      tries += 1;
      done(tries === 1 ? answer(451, "4.7.1 Greylisted") : null);
    },
  });
  assertEquals(await send({ port: server.port }), UNREACHABLE);
  assertEquals(await send({ port: server.port }), OK);
  assertEquals(server.arrived.length, 1);
});

Deno.test("smtp() signs in, and is put off where the password is wrong", async () => {
  await using server = await mailServer({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      const right = username === "mailer" && password === "p@ss word";
      done(right ? null : answer(535, "no"), { user: username });
    },
  });
  const { port } = server;
  const login = { user: "mailer", pass: "p@ss word" };
  assertEquals(await send({ port, login }), OK);
  assertEquals(server.arrived[0]?.user, "mailer");
  const wrong = { ...login, pass: "other" };
  assertEquals(await send({ port, login: wrong }), UNREACHABLE);
  assertEquals(await send({ port }), REFUSED); // 530: sign in first.
});

Deno.test("smtp() is put off by a server that takes no sign-in", async () => {
  await using server = await mailServer({ disabledCommands: ["AUTH"] });
  const login = { user: "mailer", pass: "secret" };
  assertEquals(await send({ port: server.port, login }), UNREACHABLE);
});

Deno.test("smtp() finds nobody there", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  listener.close();
  assertEquals(await send({ port }), UNREACHABLE);
  assertEquals(await send({ host: "gateway.invalid", port }), UNREACHABLE);
});

const CUTS: [at: string, receipt: Receipt][] = [
  ["CONNECT", UNREACHABLE],
  ["EHLO", UNREACHABLE],
  ["MAIL", UNREACHABLE],
  ["RCPT", UNREACHABLE],
  ["DATA", UNREACHABLE],
  [".", UNKNOWN],
];

for (const [at, receipt] of CUTS) {
  Deno.test(`smtp() reads a connection cut at ${at} as ${why(receipt)}`, async () => {
    await using server = breaking(at, "cut");
    assertEquals(await send({ port: server.port }), receipt);
  });

  Deno.test(`smtp() reads silence at ${at} as ${why(receipt)}`, async () => {
    await using server = breaking(at, "silence");
    assertEquals(await send({ port: server.port, timeout: 200 }), receipt);
  });

  Deno.test(`smtp() stops at ${at} when its caller does`, async () => {
    const caller = new AbortController();
    await using server = breaking(at, "silence", () => caller.abort());
    assertEquals(await send({ port: server.port }, {}, caller.signal), receipt);
  });
}

Deno.test("smtp() waits no longer than it may for a server that drips", async () => {
  await using server = answering(async (write) => {
    for (;;) await write("220-still here\r\n");
  });
  assertEquals(
    await send({ port: server.port, timeout: 300 }),
    UNREACHABLE,
  );
});

Deno.test("smtp() is put off by something that is no mail server", async () => {
  await using server = answering((write) =>
    write("HTTP/1.1 400 Bad Request\r\n\r\n")
  );
  assertEquals(await send({ port: server.port }), UNREACHABLE);
});

async function certified() {
  const folder = await Deno.makeTempDir();
  return {
    ...await makeCertificate(folder),
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

testWith(["openssl"], "smtp() speaks TLS from the start", async () => {
  await using made = await certified();
  const { ca, cert, key } = made;
  await using server = await mailServer({ secure: true, cert, key });
  const { port } = server;
  assertEquals(await send({ port, tls: "implicit", ca }), OK);
  assertEquals(server.arrived.map(({ secure }) => secure), [true]);
  assertEquals(await send({ port, tls: "implicit" }), UNREACHABLE);
});

testWith(
  ["openssl"],
  "smtp() turns to TLS, and signs in only then",
  async () => {
    await using made = await certified();
    const { ca, cert, key } = made;
    await using server = await mailServer({
      authOptional: false,
      cert,
      key,
      onAuth: ({ username }, _session, done) => done(null, { user: username }),
    });
    const { port } = server;
    const login = { user: "mailer", pass: "secret" };
    assertEquals(await send({ port, tls: "required", ca, login }), OK);
    const [mail] = server.arrived;
    assertEquals([mail?.secure, mail?.user], [true, "mailer"]);
    assertEquals(await send({ port, tls: "required", login }), UNREACHABLE);
    const host = "localhost";
    assertEquals(await send({ host, port, tls: "required", ca, login }), OK);
  },
);

testWith(
  ["openssl"],
  "smtp() takes a stranger's TLS only where it is opportunistic",
  async () => {
    await using made = await certified();
    const { cert, key } = made;
    await using server = await mailServer({ cert, key });
    const { port } = server;
    assertEquals(await send({ port, tls: "opportunistic" }), OK);
    assertEquals(await send({ port, tls: "required" }), UNREACHABLE);
    assertEquals(server.arrived.map(({ secure }) => secure), [true]);
  },
);

Deno.test("smtp() sends nothing without TLS where it is required", async () => {
  await using server = await mailServer({ hideSTARTTLS: true });
  const { port } = server;
  assertEquals(await send({ port, tls: "required" }), UNREACHABLE);
  assertEquals(await send({ port, tls: "opportunistic" }), OK);
  assertEquals(server.arrived.length, 1);
});
