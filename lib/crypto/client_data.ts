/**
 * What a browser says that an authenticator signed: for which page, and for
 * which challenge (WebAuthn Level 3 §5.8.1).
 *
 * @module
 */
import * as z from "zod/mini";
import { fromBase64 } from "@/lib/crypto/bytes.ts";

/** What a response must have been made for. */
export interface Ceremony {
  /** The public origin, such as "https://key.example". */
  readonly origin: string;
  /** The relying party's ID: the origin's host. */
  readonly host: string;
  /** The challenge, base64url. */
  readonly challenge: string;
}

/** Why a response does not count. `proof`: it is not made or signed as it must be. */
export type Fault = "origin" | "challenge" | "proof";

const ClientData = z.lazy(() =>
  z.object({
    type: z.string(),
    challenge: z.string(),
    origin: z.string(),
    crossOrigin: z.optional(z.boolean()),
  })
);

/** What is wrong with client data (base64url of JSON) of that type; `null` where nothing is. */
export function clientFault(
  encoded: string,
  type: "webauthn.create" | "webauthn.get",
  { origin, challenge }: Ceremony,
): Fault | null {
  const said = ClientData.safeParse(readJson(encoded));
  if (!said.success || said.data.type !== type) return "proof";
  // In a frame of another site the page is not the one that the person sees.
  if (said.data.origin !== origin || said.data.crossOrigin) return "origin";
  return said.data.challenge === challenge ? null : "challenge";
}

/** The challenge that client data (base64url of JSON) names; `null` where it names none. */
export function saidChallenge(encoded: string): string | null {
  const said = ClientData.safeParse(readJson(encoded));
  return said.success ? said.data.challenge : null;
}

function readJson(encoded: string): unknown {
  try {
    const bytes = fromBase64(encoded) ?? new Uint8Array();
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return null;
  }
}
