/**
 * Whether a new password may be used: long enough, and not one that everybody
 * tries first. No rule about kinds of characters (NIST SP 800-63B-4 §3.1.1.2).
 *
 * The password as a whole is compared, never a part of it: one that holds a
 * common word beside other words is fine.
 *
 * @module
 */

/** `long`, `common` and `name` (of its user) are the reasons beside `short`. */
export type PasswordJudgement = "ok" | "short" | "long" | "common" | "name";

/** What a password is judged against. */
export interface PasswordRules {
  /** The name that the person signs in with. */
  readonly userName: string;
  /** The fewest code points. */
  readonly minLength: number;
}

/** The most code points: enough for any sentence, little enough to hash. */
const LONGEST = 1_024;

/** What a common password repeats, joins, or pads with digits and signs; the service's name too. */
const COMMON_WORDS: readonly string[] = [
  "admin",
  "administrator",
  "aikagi",
  "changeme",
  "dragon",
  "football",
  "iloveyou",
  "letmein",
  "login",
  "master",
  "monkey",
  "password",
  "passwort",
  "passphrase",
  "princess",
  "secret",
  "sunshine",
  "superman",
  "welcome",
  "合鍵",
  "パスワード",
];

/** Well-known sentences and strings that are long, without spaces. */
const COMMON_PHRASES: readonly string[] = [
  "correcthorsebatterystaple",
  "thequickbrownfox",
  "thequickbrownfoxjumpsoverthelazydog",
  "thisismypassword",
  "thisisapassword",
  "thisispassword",
  "mypassword",
  "maytheforcebewithyou",
  "tobeornottobe",
  "tobeornottobethatisthequestion",
  "loremipsumdolorsitamet",
  "ilovemyfamily",
  "iloveyousomuch",
  "iloveyouforever",
  "trustno",
  "opensesame",
  "nevergonnagiveyouup",
  "supercalifragilisticexpialidocious",
];

/** Rows of keys and of signs that a lazy finger follows, forwards or backwards. */
const RUNS: readonly string[] = [
  "1234567890",
  "0123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
  "asdfghjkl",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "q1w2e3r4t5y6u7i8o9p0",
];

const LOOKALIKES: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  "$": "s",
};

/** Judges a new password; length counts code points, and the password itself is never altered. */
export function judgePassword(
  password: string,
  { userName, minLength }: PasswordRules,
): PasswordJudgement {
  if (password.length > 2 * LONGEST) return "long";
  const length = [...password].length;
  if (length < minLength) return "short";
  if (length > LONGEST) return "long";
  if (isCommon(password)) return "common";
  return isName(password, userName) ? "name" : "ok";
}

function isCommon(password: string): boolean {
  const typed = fold(password);
  if (repeats(typed) || RUNS.some((run) => follows(typed, run))) return true;
  return readings(password).some((text) =>
    COMMON_PHRASES.includes(text) || consistsOf(text, COMMON_WORDS)
  );
}

function isName(password: string, userName: string): boolean {
  const parts = fold(userName).split(/[^\p{L}\p{N}]+/u).filter((part) =>
    [...part].length > 2
  );
  const names = [fold(userName), ...parts].flatMap((name) => [
    strip(name, /[^\p{L}\p{N}]/gu),
    letters(name),
  ]);
  const whole = strip(fold(password), /[^\p{L}\p{N}]/gu);
  const backwards = names.map((name) => [...name].reverse().join(""));
  return [whole, ...readings(password)].some((text) =>
    consistsOf(text, names) || consistsOf(text, backwards)
  );
}

/** The letters alone, as typed and with look-alikes read as letters. */
function readings(password: string): string[] {
  const folded = fold(password);
  const read = [...folded].map((sign) => LOOKALIKES[sign] ?? sign).join("");
  const trimmed = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
  const inner = [...trimmed].map((sign) => LOOKALIKES[sign] ?? sign).join("");
  return [letters(folded), letters(read), letters(inner)];
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

function letters(text: string): string {
  return strip(text, /[^\p{L}]/gu);
}

function strip(text: string, without: RegExp): string {
  return text.replace(without, "");
}

/** Whether the text is one to four characters over and over. */
function repeats(text: string): boolean {
  return [1, 2, 3, 4].some((period) =>
    text.slice(period) === text.slice(0, -period)
  );
}

function follows(text: string, run: string): boolean {
  const forwards = run.repeat(Math.ceil(text.length / run.length) + 1);
  const backwards = [...forwards].reverse().join("");
  return forwards.includes(text) || backwards.includes(text);
}

/** Whether the text is one or more of the words, joined. */
function consistsOf(text: string, words: readonly string[]): boolean {
  if (text === "") return false;
  // A set also visits what is added to it on the way.
  const ends = new Set([0]);
  for (const end of ends) {
    for (const word of words) {
      if (word && text.startsWith(word, end)) ends.add(end + word.length);
    }
  }
  return ends.has(text.length);
}
