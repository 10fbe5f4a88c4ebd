/**
 * What a person may have of passkeys, and may call them. Pure.
 *
 * @module
 */

/** How many passkeys one person may have. */
export const MOST_PASSKEYS = 10;

/** How long a browser has to answer a challenge, in milliseconds (WebAuthn Level 3 §15.1: no less). */
export const CHALLENGE_LIFE: number = 5 * 60_000;

/**
 * How long the sign-in page may lie open before its challenge is answered, in
 * milliseconds. Nobody presses anything there that could ask for a newer one.
 */
export const SIGN_IN_CHALLENGE_LIFE: number = 30 * 60_000;

/** The longest name, in code points. */
const LONGEST_NAME = 60;

/** The name as it is kept, or what is wrong with it. */
export type PasskeyName =
  | { ok: true; name: string }
  | { ok: false; why: "empty" | "long" };

/** Reads a name that a person gives a passkey: 1 to 60 code points in one line. */
export function readPasskeyName(typed: string): PasskeyName {
  const line = withoutHidden(typed.replace(/[\t\r\n]/g, " "));
  const name = line.trim().normalize("NFC");
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(name)) return { ok: false, why: "empty" };
  return [...name].length > LONGEST_NAME
    ? { ok: false, why: "long" }
    : { ok: true, name };
}

/** Without controls and what turns the direction of text round or hides in it. Joiners stay: emoji need them. */
function withoutHidden(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu,
    "",
  );
}

/**
 * Whether a passkey's counter says that no copy was used meanwhile: it grows, or
 * is 0 for ever (WebAuthn Level 3 §7.2, step 22).
 */
export function hasGrown(stored: number, told: number): boolean {
  return (stored === 0 && told === 0) || told > stored;
}
