/**
 * The forms about passkeys. Their messages are keys of `lib/i18n`.
 *
 * @module
 */
import * as z from "zod/mini";
import type { Assertion } from "@/lib/crypto/assertion.ts";
import type { Attestation } from "@/lib/crypto/attestation.ts";
import { readPasskeyName } from "@/lib/domain/passkeys.ts";
import { field } from "@/lib/web/fields.ts";
import type { FormSchema } from "@/lib/web/form.ts";

const base64url: z.ZodMiniType<string> = z.lazy(() =>
  z.string().check(z.regex(/^[\w-]+$/))
);

/** Ways that are not of this form are nothing that a browser knows. */
const transports: z.ZodMiniType<string[]> = z.lazy(() =>
  z.array(z.string().check(z.regex(/^[a-z-]{1,20}$/))).check(z.maxLength(10))
);

const Made: z.ZodMiniType<Attestation> = z.lazy(() =>
  z.strictObject({
    id: base64url,
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports,
  })
);

const Used: z.ZodMiniType<Assertion> = z.lazy(() =>
  z.strictObject({
    id: base64url,
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: z.nullable(base64url),
  })
);

/** What the page's script wrote into the hidden field; it is empty where no script ran. */
function written<Value>(
  schema: z.ZodMiniType<Value>,
): z.ZodMiniType<Value> {
  return z.transform(field("passkey.scripts", (text) => {
    if (text === "") return "passkey.scripts";
    const read = schema.safeParse(readJson(text));
    return read.success ? { value: read.data } : "passkey.unreadable";
  }));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function name(): z.ZodMiniType<string> {
  return z.transform(field("passkey.name.empty", (typed) => {
    const read = readPasskeyName(typed);
    return read.ok ? { value: read.name } : `passkey.name.${read.why}`;
  }));
}

/** A new passkey and its name. */
export const PasskeyForm: FormSchema<
  { name: string; credential: Attestation }
> = z.lazy(() => z.strictObject({ name: name(), credential: written(Made) }));

/** The use of a passkey. */
export const PasskeyProofForm: FormSchema<{ credential: Assertion }> = z.lazy(
  () => z.strictObject({ credential: written(Used) }),
);

/** Another name for a passkey. */
export const PasskeyNameForm: FormSchema<{ name: string }> = z.lazy(() =>
  z.strictObject({ name: name() })
);
