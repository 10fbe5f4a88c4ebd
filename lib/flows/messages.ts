/**
 * The words of what leaves: texts, and the scripts of calls.
 *
 * @module
 */
import type { PhoneChannel } from "@/lib/domain/method.ts";
import { showCode } from "@/lib/domain/code_text.ts";
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
  /** The extension that a call asks for; absent for none. */
  readonly extension?: string | null;
}

/** What a notice says, and how it travels. */
export interface NoticeWords {
  /** The host of our pages. */
  readonly host: string;
  /** By text where absent. */
  readonly channel?: PhoneChannel;
  /** The code that says "this was not me"; empty where there is none. */
  readonly stop: string;
  /** Where a person turns to; absent or empty where nobody is named. */
  readonly contact?: string;
}

/** What a code is called where a word of the person's language has no room. */
const BRIEFEST = "Aikagi: ";

/** In a script: half a second of silence. */
const PAUSE = " … ";

/** In a script: nothing more is said until a key is pressed, so no voicemail gets a code. */
const KEY_PRESS = "\n\n";

/**
 * The text that carries a code. Its last line binds the code to the host
 * (WICG, Origin-bound one-time codes delivered via SMS); anything after it would
 * become part of the code. Beside a long host there is room for the code alone, and
 * beside a long code as well for a name in Latin letters, of which a text holds more.
 */
export function codeText(t: Translate, words: CodeWords): string {
  const { host, minutes } = words;
  const code = showCode(words.code);
  const bound = `@${host} #${words.code}`;
  const said = [
    `${t("text.code", { code, host, minutes })}\n`,
    `${t("text.code.brief", { code })}\n`,
    `${BRIEFEST}${code}\n`,
  ];
  const fits = said.find((each) => segments(each + bound).segments === 1);
  return (fits ?? "") + bound;
}

/**
 * The script of the call that carries a code: lines to speak, ` … ` a pause, an
 * empty line the wait for a key press.
 */
export function codeScript(t: Translate, words: CodeWords): string {
  const { code, host, minutes, extension = null } = words;
  const digits = [...code].map((digit) => digitWord(t, digit)).join(PAUSE);
  const secret = [
    t("voice.code", { digits }),
    t("voice.again", { digits }),
    t.plural("voice.valid", minutes),
    t("voice.end"),
  ];
  const asked = extension === null ? [] : askFor(t, extension);
  const intro = [...asked, t("voice.intro", { host })].join("\n");
  return intro + KEY_PRESS + secret.join("\n");
}

/** What a switchboard hears first. */
function askFor(t: Translate, extension: string): string[] {
  const digits = [...extension].map((each) => digitWord(t, each)).join(PAUSE);
  return [
    t("voice.extension", { digits }),
    t("voice.extension.again", { digits }),
  ];
}

/** What a notice tells of. */
export type NoticeKind =
  | "changed"
  | "removed"
  /** One recovery code, which is used up. */
  | "codeUsed"
  | "frozen"
  | "lifted"
  | "password"
  /** The password, by its owner without the old one. */
  | "reset"
  /** The account, in the directory. */
  | "unlocked";

/**
 * The notice that something about recovering the account has changed, and the
 * way to say "this was not me". Beside a long host there is room for that alone.
 * Whom to turn to is named where there is room, and in no call: it is no use by ear.
 */
export function noticeText(
  t: Translate,
  what: NoticeKind,
  { host, stop, channel = "sms", contact = "" }: NoticeWords,
): string {
  if (channel === "voice") return noticeScript(t, what, { host, stop });
  const whole = t(`text.${what}`, { host, stop });
  const named = [whole, t("text.contact", { contact })].join("\n");
  return [...contact === "" ? [] : [named], whole]
    .find((each) => segments(each).segments === 1) ??
    t(`text.${what}.brief`, { host, stop });
}

/** A call may reach a voice mailbox: that is where a person would look for it. */
function noticeScript(
  t: Translate,
  what: NoticeKind,
  { host, stop }: NoticeWords,
): string {
  const said = t(`voice.${what}`, { host });
  if (stop === "") return said;
  const letters = [...stop].map((char) => spell(t, char)).join(PAUSE);
  return [
    said,
    t("voice.stop", { host, letters }),
    t("voice.stop.again", { host, letters }),
    t("voice.stop.end"),
  ].join("\n");
}

/** The spelling alphabet of ICAO (Annex 10, volume II, 5.2.1.3), for the letters that stop codes have. */
const WORDS =
  "Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel Juliett Kilo Mike November Papa Quebec Romeo Sierra Tango Victor Whiskey X-ray Yankee Zulu"
    .split(" ");

function spell(t: Translate, char: string): string {
  const word = WORDS.find((word) => word.startsWith(char));
  return word === undefined
    ? digitWord(t, char)
    : t("voice.letter", { letter: char, word });
}

function digitWord(t: Translate, digit: string): string {
  const key = `voice.digit.${digit}`;
  return isKey(key) ? t(key) : digit;
}
