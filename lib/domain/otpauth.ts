/**
 * The address by which an authenticator app takes over a seed, as a link or as
 * a picture (Google Authenticator's key URI format).
 *
 * @module
 */

/** Who asks for the code, in the app's list. */
const ISSUER = "Aikagi";

/** Code points of a name that the app's list shows: with more, the picture gets too fine to read. */
const LONGEST_NAME = 40;

/** What cannot be read, turns text around, or parts issuer from name. */
const UNFIT = /[\p{C}:]/gu;

/** The address of a base32 seed. SHA-1, 6 digits and 30 seconds are what it means without saying so. */
export function otpauthAddress(userName: string, seed: string): string {
  const name = [...userName.replace(UNFIT, " ").trim()]
    .slice(0, LONGEST_NAME).join("");
  const label = encodeURIComponent(name);
  return `otpauth://totp/${ISSUER}:${label}?secret=${seed}&issuer=${ISSUER}`;
}
