/**
 * The words of what leaves: texts, and the scripts of calls.
 *
 * @module
 */
import type { PhoneChannel } from "@/lib/domain/method.ts";
import { segments } from "@/lib/domain/segments.ts";
import { isKey, type Translate } from "@/lib/i18n/translate.ts";

/** What a message about a code says. */
export interface CodeWords {
  /** The digits. */
  readonly code: string;
  /** The host of the page that asks for it. */
  readonly host: string;
  /** How long it is still valid, in whole minutes. */
  readonly minutes: number;
}

/** What a notice says, and how it travels. */
export interface NoticeWords {
  /** The host of our pages. */
  readonly host: string;
  /** By text where absent. */
  readonly channel?: PhoneChannel;
}

/** In a script: half a second of silence. */
const PAUSE = " … ";

/** In a script: nothing more is said until a key is pressed, so no voicemail gets a code. */
const KEY_PRESS = "\n\n";

/**
 * The text that carries a code. Its last line binds the code to the host
 * (WICG, Origin-bound one-time codes delivered via SMS); anything after it would
 * become part of the code. Beside a long host there is room for the code alone.
 */
export function codeText(t: Translate, words: CodeWords): string {
  const { code, host, minutes } = words;
  const bound = `\n@${host} #${code}`;
  const whole = t("text.code", { code, host, minutes }) + bound;
  if (segments(whole).segments === 1) return whole;
  return t("text.code.brief", { code }) + bound;
}

/**
 * The script of the call that carries a code: lines to speak, ` … ` a pause, an
 * empty line the wait for a key press.
 */
export function codeScript(t: Translate, words: CodeWords): string {
  const { code, host, minutes } = words;
  const digits = [...code].map((digit) => digitWord(t, digit)).join(PAUSE);
  const secret = [
    t("voice.code", { digits }),
    t("voice.again", { digits }),
    t.plural("voice.valid", minutes),
    t("voice.end"),
  ];
  return t("voice.intro", { host }) + KEY_PRESS + secret.join("\n");
}

/** The notice to a number that another one has replaced. */
export function changedText(t: Translate, words: NoticeWords): string {
  const { host, channel = "sms" } = words;
  return t(channel === "sms" ? "text.changed" : "voice.changed", { host });
}

/** The notice to a number that has been removed. */
export function removedText(t: Translate, words: NoticeWords): string {
  const { host, channel = "sms" } = words;
  return t(channel === "sms" ? "text.removed" : "voice.removed", { host });
}

function digitWord(t: Translate, digit: string): string {
  const key = `voice.digit.${digit}`;
  return isKey(key) ? t(key) : digit;
}
