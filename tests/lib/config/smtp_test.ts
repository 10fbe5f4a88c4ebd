import { assert, assertEquals } from "@std/assert";
import { readSmtp, SMTP_SETTINGS } from "@/lib/config/smtp.ts";
import type { SmtpOptions } from "@/lib/delivery/smtp.ts";

const GIVEN = {
  URL: "smtp://mail.example.org",
  FROM: "Aikagi <no-reply@example.org>",
};

/** Reads a group whose names are given without the prefix. */
function read(group: Record<string, string>) {
  const env = Object.fromEntries(
    Object.entries(group).map(([name, value]) => [`SMTP_${name}`, value]),
  );
  const problems: string[] = [];
  return { options: readSmtp(env, { problems }), problems };
}

const defaults: SmtpOptions = {
  host: "mail.example.org",
  port: 587,
  tls: "required",
  ca: null,
  login: null,
  from: { name: "Aikagi", address: "no-reply@example.org" },
  timeout: 20_000,
};
const login = { user: "mailer@example.org", pass: "p@ss:word/" };
const PEM =
  "-----BEGIN CERTIFICATE-----\nMIIB+/9=\n-----END CERTIFICATE-----\n";

const TAKEN: [group: Record<string, string>, want: Partial<SmtpOptions>][] = [
  [{}, {}],
  [{ URL: "smtp://mail.example.org:25/" }, { port: 25 }],
  [{ URL: "smtps://mail.example.org" }, { port: 465, tls: "implicit" }],
  [{ URL: "smtps://mail.example.org:8465", TLS: "none" }, {
    port: 8465,
    tls: "implicit",
  }],
  [{ URL: "smtp://mailer%40example.org:p%40ss%3Aword%2F@mail.example.org" }, {
    login,
  }],
  [{ TLS: "opportunistic" }, { tls: "opportunistic" }],
  [{ URL: "smtp://localhost:25", TLS: "none" }, {
    host: "localhost",
    port: 25,
    tls: "none",
  }],
  [{ URL: "smtp://[::1]:25", TLS: "none" }, {
    host: "::1",
    port: 25,
    tls: "none",
  }],
  [{ URL: "smtp://a:b@127.0.0.1:25", TLS: "none" }, {
    host: "127.0.0.1",
    port: 25,
    tls: "none",
    login: { user: "a", pass: "b" },
  }],
  [{ FROM: "no-reply@EXAMPLE.org" }, {
    from: { name: "", address: "no-reply@example.org" },
  }],
  [{ FROM: '"Aikagi, the spare key" <no-reply@example.org>' }, {
    from: { name: "Aikagi, the spare key", address: "no-reply@example.org" },
  }],
  [{ FROM: "合鍵 <no-reply@例え.jp>" }, {
    from: { name: "合鍵", address: "no-reply@xn--r8jz45g.jp" },
  }],
  [{ CA: PEM.replaceAll("\n", "\\n") }, { ca: PEM.trim() + "\n" }],
  [{ TIMEOUT: "1000" }, { timeout: 1000 }],
];

for (const [group, want] of TAKEN) {
  Deno.test(`readSmtp() takes ${JSON.stringify(group)}`, () => {
    const { options, problems } = read({ ...GIVEN, ...group });
    assertEquals(problems, []);
    assertEquals(options, { ...defaults, ...want });
  });
}

const REFUSED: [group: Record<string, string>, says: string][] = [
  [{ URL: "" }, "SMTP_URL is missing"],
  [{ FROM: "" }, "SMTP_FROM is missing"],
  [{ URL: "mail.example.org:25" }, "SMTP_URL must be"],
  [{ URL: "https://mail.example.org" }, "SMTP_URL must be"],
  [{ URL: "smtp://" }, "SMTP_URL must be"],
  [{ URL: "smtp://mail.example.org/path" }, "SMTP_URL must be"],
  [{ URL: "smtp://mail.example.org?x" }, "SMTP_URL must be"],
  [{ URL: "smtp://secret@mail.example.org" }, "SMTP_URL must be"],
  [{ URL: "smtp://:secret@mail.example.org" }, "SMTP_URL must be"],
  [{ URL: "smtp://a:%zzsecret@mail.example.org" }, "SMTP_URL must be"],
  [{ FROM: "Aikagi" }, "SMTP_FROM must be"],
  [{ FROM: "a@example.org, b@example.org" }, "SMTP_FROM must be"],
  [{ FROM: "A\r\nBcc: b@x.example <a@example.org>" }, "SMTP_FROM must be"],
  [{ FROM: 'A"B <a@example.org>' }, "SMTP_FROM must be"],
  [{ TLS: "maybe" }, "SMTP_TLS must be"],
  [{ TLS: "none" }, "SMTP_TLS cannot be none"],
  [{
    URL: "smtp://a:secret@mail.example.org",
    TLS: "opportunistic",
  }, "SMTP_TLS must be required"],
  [{ CA: "secret" }, "SMTP_CA must be"],
  [{ TIMEOUT: "30001" }, "SMTP_TIMEOUT must be"],
];

for (const [group, says] of REFUSED) {
  Deno.test(`readSmtp() refuses ${JSON.stringify(group)}`, () => {
    const { problems } = read({ ...GIVEN, ...group });
    assertEquals(problems.map((each) => each.startsWith(says)), [true]);
    assert(!problems.join().includes("secret"), "a problem names no value");
  });
}

Deno.test("readSmtp() reads nothing where nothing is set", () => {
  assertEquals(read({}), { options: null, problems: [] });
  assertEquals(SMTP_SETTINGS.length, 5);
});
