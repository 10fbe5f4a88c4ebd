/**
 * Keys by which servers ask the API.
 *
 * @module
 */

/** What every key begins with: whoever finds one knows what it opens. */
export const API_KEY_PREFIX = "aikagi_";

/** Bytes of a key's random part. */
export const API_KEY_BYTES = 32;

/** `aikagi_` and 256 bits as base64url. */
const FORM = /^aikagi_[\w-]{43}$/;

/** The key of an `Authorization` header (RFC 6750 §2.1); `null` where there is none in form. */
export function bearerKey(header: string | null): string | null {
  const key = /^Bearer +(\S+)$/i.exec(header ?? "")?.[1] ?? "";
  return FORM.test(key) ? key : null;
}
