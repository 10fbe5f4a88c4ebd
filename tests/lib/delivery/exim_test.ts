/** The SMTP adapter against Exim as Debian packages it, all in TLS. */
import { assertEquals, assertMatch } from "@std/assert";
import PostalMime from "postal-mime";
import type { Receipt } from "@/lib/delivery/delivery.ts";
import { smtp, type SmtpOptions } from "@/lib/delivery/smtp.ts";
import { codeMail } from "@/lib/flows/mails.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { exim, LOGIN } from "@/tests/support/exim.ts";
import { settings } from "@/tests/support/mail_server.ts";
import { EXIM, testWith } from "@/tests/support/tools.ts";

const MAIL = codeMail(translator("ja"), {
  code: "070426",
  host: "key.example",
  minutes: 10,
});

const OK: Receipt = { ok: true };
const REFUSED: Receipt = { ok: false, why: "refused" };
const UNREACHABLE: Receipt = { ok: false, why: "unreachable" };
const UNKNOWN: Receipt = { ok: false, why: "unknown" };

function send(over: Partial<SmtpOptions>, who = "ann"): Promise<Receipt> {
  const message = {
    id: "transaction-1",
    channel: "email",
    to: `${who}@example.com`,
    locale: "ja",
    ...MAIL,
  } as const;
  return smtp(settings(over)).send(message, new AbortController().signal);
}

/** The mail is whole, and came through TLS from somebody signed in. */
async function assertArrived(raw: string): Promise<void> {
  const read = await new PostalMime().parse(raw);
  assertEquals([read.subject, read.text?.trim()], [MAIL.subject, MAIL.text]);
  assertEquals(read.html?.trim(), MAIL.html);
  const received = read.headers.find(({ key }) => key === "received");
  assertMatch(received?.value ?? "", /with esmtpsa +\(TLS1\.3\)/);
}

testWith(
  [EXIM, "openssl"],
  "smtp() delivers mails through Exim",
  async (test) => {
    await using server = await exim();
    const { ca, port } = server;
    const turned = { port, ca, tls: "required", login: LOGIN } as const;
    const secure = {
      ...turned,
      port: server.securePort,
      tls: "implicit",
    } as const;

    for (const way of [turned, secure]) {
      await test.step(`TLS that is ${way.tls}, and a sign-in`, async () => {
        assertEquals(await send(way), OK);
        await assertArrived(await server.mail());
        const login = { ...LOGIN, pass: "other" };
        assertEquals(await send({ ...way, login }), UNREACHABLE);
        assertEquals(await send({ ...way, login: null }), REFUSED);
        assertEquals(await send({ ...way, ca: null }), UNREACHABLE);
      });
    }

    await test.step("no sign-in without TLS", async () => {
      assertEquals(await send({ ...turned, tls: "none" }), UNREACHABLE);
    });

    await test.step("greylisting, and a second try", async () => {
      assertEquals(await send(turned, "grey"), UNREACHABLE);
      assertEquals(await send(turned, "grey"), OK);
      await assertArrived(await server.mail());
    });

    const ANSWERS: [who: string, receipt: Receipt][] = [
      ["gone", REFUSED],
      ["cut", UNREACHABLE],
      ["late", UNKNOWN],
    ];
    for (const [who, receipt] of ANSWERS) {
      await test.step(`a recipient that is ${who}`, async () => {
        assertEquals(await send(turned, who), receipt);
      });
    }

    await test.step("an answer that comes too late", async () => {
      assertEquals(
        await send({ ...turned, timeout: 500 }, "slow"),
        UNREACHABLE,
      );
    });
  },
);
