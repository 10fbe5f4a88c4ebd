/**
 * The words of mails: plain text, and the same as simple HTML. No link leads
 * anywhere: scanners open links, and people learn not to.
 *
 * @module
 */
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
}

/** The mail that carries a code. The subject has none: it shows on locked screens. */
export function codeMail(
  t: Translate,
  { code, host, minutes, proves = false }: CodeWords & { proves?: boolean },
): Mail {
  const end = proves ? "mail.code.prove" : "mail.code.intro";
  return mail(t, t("mail.code.subject"), [
    { text: t(end, { host }) },
    { text: code, code: true },
    { text: t("mail.code.valid", { minutes }) },
    { text: t(proves ? "mail.code.prove.not" : "mail.code.not") },
  ]);
}

/** The notice that something about recovering the account has changed, with the code that says "this was not me". */
export function noticeMail(
  t: Translate,
  what: NoticeKind,
  { host, stop }: Pick<NoticeWords, "host" | "stop">,
): Mail {
  const said = { text: t(`mail.${what}`, { host }) };
  const way = [
    { text: t("mail.stop", { host }) },
    { text: stop, code: true },
  ];
  const paragraphs = stop === "" ? [said] : [said, ...way];
  return mail(t, t(`mail.${what}.subject`), paragraphs);
}

function mail(
  t: Translate,
  subject: string,
  paragraphs: readonly Paragraph[],
): Mail {
  const body = paragraphs.map(({ text, code = false }) => {
    const style = code
      ? ' style="font-size:2em;font-weight:bold;letter-spacing:.2em"'
      : "";
    return `<p${style}>${escape(text)}</p>`;
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
