/**
 * Small signed answers that anybody can check: JSON Web Tokens under ES256
 * (RFC 7519, RFC 7518 §3.4), by WebCrypto.
 *
 * @module
 */
import { fromBase64, toBase64url } from "@/lib/crypto/bytes.ts";

/** The public half of a key, as a key set shows it (RFC 7517). */
export interface PublicKey {
  /** Its thumbprint (RFC 7638). */
  readonly kid: string;
  /** The coordinates on P-256, base64url. */
  readonly x: string;
  /** The other one. */
  readonly y: string;
}

/** A key that signs. */
export interface SigningKey {
  /** Its public half. */
  readonly publicKey: PublicKey;
  /** PKCS #8 in base64url: a secret. */
  readonly secret: string;
}

const CURVE = { name: "ECDSA", namedCurve: "P-256" } as const;
const ES256 = { name: "ECDSA", hash: "SHA-256" } as const;

/** Makes a key. */
export async function makeSigningKey(): Promise<SigningKey> {
  const pair = await crypto.subtle.generateKey(CURVE, true, ["sign", "verify"]);
  const { x = "", y = "" } = await crypto.subtle
    .exportKey("jwk", pair.publicKey);
  const secret = await crypto.subtle.exportKey("pkcs8", pair.privateKey);
  const members = JSON.stringify({ crv: "P-256", kty: "EC", x, y });
  const print = await crypto.subtle.digest("SHA-256", utf8(members));
  const kid = toBase64url(new Uint8Array(print));
  return {
    publicKey: { kid, x, y },
    secret: toBase64url(new Uint8Array(secret)),
  };
}

/** Signs claims into a token. */
export async function signClaims(
  { publicKey: { kid }, secret }: SigningKey,
  claims: Readonly<Record<string, string | number | boolean>>,
): Promise<string> {
  const bytes = fromBase64(secret);
  if (bytes === null) throw new TypeError("A signing key is not base64url");
  const key = await crypto.subtle
    .importKey("pkcs8", bytes, CURVE, false, ["sign"]);
  const head = part({ alg: "ES256", typ: "JWT", kid });
  const signed = `${head}.${part(claims)}`;
  const signature = await crypto.subtle.sign(ES256, key, utf8(signed));
  return `${signed}.${toBase64url(new Uint8Array(signature))}`;
}

function part(value: unknown): string {
  return toBase64url(utf8(JSON.stringify(value)));
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
