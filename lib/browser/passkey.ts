/**
 * Asking the browser's authenticators. JSON in and out, as the server reads it;
 * browsers older than 2025 do not turn it by themselves.
 *
 * @module
 */

/** What is done with a passkey. */
export type Deed = "create" | "get";

/** The options of either deed; binary parts are base64url. */
export interface PasskeyOptions {
  /** What is to be signed. */
  challenge: string;
  /** For whom it is made. */
  user?: { id: string };
  /** Passkeys of which one is enough in each device. */
  excludeCredentials?: readonly { id: string }[];
  /** Passkeys that may be used. */
  allowCredentials?: readonly { id: string }[];
}

/** Whether this browser has passkeys, on this page. */
export function hasPasskeys(): boolean {
  return "PublicKeyCredential" in globalThis && !!navigator.credentials;
}

/** Whether this browser offers passkeys in a field of its page. */
export async function fillsPasskeys(): Promise<boolean> {
  return hasPasskeys() &&
    await PublicKeyCredential.isConditionalMediationAvailable?.() === true;
}

/**
 * Makes or uses a passkey and returns what the form carries, as JSON. Throws the
 * browser's `DOMException`. `conditional`: asks nothing until the person chooses a
 * passkey in a field that offers them.
 */
export async function askPasskey(
  deed: Deed,
  { challenge, user, ...options }: PasskeyOptions,
  mediation?: "conditional",
): Promise<string> {
  const publicKey = {
    ...options,
    challenge: bytes(challenge),
    ...(user && { user: { ...user, id: bytes(user.id) } }),
    excludeCredentials: options.excludeCredentials?.map(binary),
    allowCredentials: options.allowCredentials?.map(binary),
  };
  const { credentials } = navigator;
  // The server wrote the options; TypeScript knows only their binary form.
  const found = await credentials[deed]({ publicKey, mediation } as never);
  const { id, response } = found as PublicKeyCredential;
  return JSON.stringify({ id, ...answer(response) });
}

/** Of the attributes that a response has, those that the server reads. */
function answer(response: AuthenticatorResponse): Record<string, unknown> {
  const made = response as AuthenticatorAttestationResponse;
  const used = response as AuthenticatorAssertionResponse;
  const clientDataJSON = text(response.clientDataJSON);
  return made.attestationObject
    ? {
      clientDataJSON,
      attestationObject: text(made.attestationObject),
      transports: made.getTransports?.() ?? [],
    }
    : {
      clientDataJSON,
      authenticatorData: text(used.authenticatorData),
      signature: text(used.signature),
      userHandle: used.userHandle && text(used.userHandle),
    };
}

function binary<Named extends { id: string }>(named: Named) {
  return { ...named, id: bytes(named.id) };
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const base64 = base64url.replace(/-/g, "+").replace(/_/g, "/");
  return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=/g, "");
}
