import { assert, assertEquals, assertMatch } from "@std/assert";
import {
  codeMail,
  helpMail,
  type Mail,
  noticeMail,
} from "@/lib/flows/mails.ts";
import type { NoticeKind } from "@/lib/flows/messages.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";

const CODE = { code: "070426", host: "key.example", minutes: 10 };
const STOP = { host: "key.example", stop: "ABCD1234" };
const KINDS: readonly NoticeKind[] = [
  "changed",
  "removed",
  "codeUsed",
  "frozen",
  "lifted",
  "password",
  "reset",
  "unlocked",
];

function mailsOf(tag: string): Mail[] {
  const t = translator(tag);
  const notices = KINDS.map((kind) =>
    noticeMail(t, kind, { ...STOP, stop: kind === "frozen" ? "" : STOP.stop })
  );
  const contact = "help.example.org/password";
  const named = KINDS.map((kind) => noticeMail(t, kind, { ...STOP, contact }));
  const help = { userName: "ann", host: "key.example", support: "7K3M9QXA" };
  return [
    codeMail(t, CODE),
    codeMail(t, { ...CODE, proves: true }),
    codeMail(t, { ...CODE, resets: true }),
    helpMail(t, help),
    ...named,
    ...notices,
  ];
}

for (const tag of TAGS) {
  Deno.test(`each mail in ${tag} says the same in both forms, and has no link`, () => {
    for (const { subject, text, html } of mailsOf(tag)) {
      assertMatch(subject, /^[^\p{C}]{1,78}$/u);
      assert(!/[{}]|undefined|https?:/.test(subject + text + html), text);
      assert(!/<a\b|<img|<script|href|src=/.test(html), html);
      const said = html.replace(/^.*<body>/s, "").replace(/<\/p>/g, "\n\n")
        .replace(/<[^>]*>/g, "").trim();
      assertEquals(said, text);
    }
  });

  Deno.test(`the mail with a code in ${tag} has it on a line of its own, and not in the subject`, () => {
    const { subject, text } = codeMail(translator(tag), CODE);
    assert(text.split("\n").includes(CODE.code));
    assert(!/\d/.test(subject));
    assert(text.includes(CODE.host) && text.includes("10"));
  });

  Deno.test(`the notices in ${tag} differ, and say how to stop it`, () => {
    const notices = mailsOf(tag).slice(-KINDS.length);
    assertEquals(new Set(notices.map(({ text }) => text)).size, KINDS.length);
    const stops = notices.map(({ text }) => text.includes(STOP.stop));
    assertEquals(stops, KINDS.map((kind) => kind !== "frozen"));
  });
}

Deno.test.each(TAGS)(
  "the mail with a link in %s has it once, on a line of its own, as what it says",
  (tag) => {
    const link = "https://key.example/reset/link?t=k1.A&B";
    const words = { ...CODE, resets: true, link };
    const { text, html } = codeMail(translator(tag), words);
    assertEquals(text.split("\n").filter((line) => line === link).length, 1);
    const escaped = link.replace("&", "&amp;");
    assert(html.includes(`<a href="${escaped}">${escaped}</a>`));
    assertEquals(html.match(/<a /g)?.length, 1);
  },
);

Deno.test("a host cannot write HTML into a mail", () => {
  const host = `"><script>&`;
  const { html } = codeMail(translator("en"), { ...CODE, host });
  assert(html.includes("&quot;&gt;&lt;script&gt;&amp;"));
});
