/**
 * The words of mails: plain text, and the same as simple HTML. No link leads
 * anywhere, but for the one that a policy may put beside a code: scanners open
 * links, and people learn not to.
 *
 * @module
 */
import { showCode } from "@/lib/domain/code_text.ts";
import type {
  CodeWords,
  NoticeKind,
  NoticeWords,
} from "@/lib/flows/messages.ts";
import type { Translate } from "@/lib/i18n/translate.ts";

/** What a mail says. */
export interface Mail {
  /** One line. */
  readonly subject: string;
  /** Paragraphs with empty lines between. */
  readonly text: string;
  /** The same paragraphs. */
  readonly html: string;
}

interface Paragraph {
  text: string;
  /** Set large, to be copied. */
  code?: boolean;
  /** The text is an address that leads somewhere. */
  link?: boolean;
}

/** What the mail of a code says besides. */
export interface CodeMailWords extends CodeWords {
  /** Whether it proves who somebody is that is signed in. */
  proves?: boolean;
  /** Whether it proves that on the way back in; before `proves`. */
  resets?: boolean;
  /** The address that is as good as the code; absent or `null` for none. */
  link?: string | null;
}

/** The mail that carries a code. The subject has none: it shows on locked screens. */
export function codeMail(
  t: Translate,
  { code, host, minutes, link = null, ...words }: CodeMailWords,
): Mail {
  const { proves = false, resets = false } = words;
  const [end, not] = resets
    ? ["mail.code.reset", "mail.code.reset.not"] as const
    : proves
    ? ["mail.code.prove", "mail.code.prove.not"] as const
    : ["mail.code.intro", "mail.code.not"] as const;
  const linked = link === null
    ? []
    : [{ text: t("mail.code.link") }, { text: link, link: true }];
  return mail(t, t("mail.code.subject"), [
    { text: t(end, { host }) },
    { text: showCode(code), code: true },
    ...linked,
    { text: t("mail.code.valid", { minutes }) },
    { text: t(not) },
  ]);
}

/** The mail to an administrator that somebody cannot get back in. */
export function helpMail(
  t: Translate,
  { userName, host, support }: {
    userName: string;
    host: string;
    support: string;
  },
): Mail {
  return mail(t, t("mail.help.subject"), [
    { text: t("mail.help", { name: userName, host }) },
    { text: t("mail.help.code", { code: support }) },
    { text: t("mail.help.check") },
  ]);
}

/** The notice that something about recovering the account has changed, with the code that says "this was not me", and whom to turn to. */
export function noticeMail(
  t: Translate,
  what: NoticeKind,
  { host, stop, contact = "" }: Omit<NoticeWords, "channel">,
): Mail {
  const way = [
    { text: t("mail.stop", { host }) },
    { text: stop, code: true },
  ];
  return mail(t, t(`mail.${what}.subject`), [
    { text: t(`mail.${what}`, { host }) },
    ...stop === "" ? [] : way,
    ...contact === "" ? [] : [{ text: t("mail.contact", { contact }) }],
  ]);
}

function mail(
  t: Translate,
  subject: string,
  paragraphs: readonly Paragraph[],
): Mail {
  const body = paragraphs.map(({ text, code = false, link = false }) => {
    const style = code
      ? ' style="font-size:2em;font-weight:bold;letter-spacing:.2em"'
      : "";
    const said = escape(text);
    const shown = link ? `<a href="${said}">${said}</a>` : said;
    return `<p${style}>${shown}</p>`;
  });
  return {
    subject,
    text: paragraphs.map(({ text }) => text).join("\n\n"),
    html:
      `<!DOCTYPE html><html lang="${t.tag}" dir="${t.dir}"><head><meta charset="utf-8">` +
      `<title>${escape(subject)}</title></head><body>${
        body.join("")
      }</body></html>`,
  };
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
