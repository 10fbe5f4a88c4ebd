/**
 * Forms: what a browser posts, into typed values or one message for each field.
 *
 * @module
 */
import { HttpError } from "fresh";
import { isKey, type Key } from "@/lib/i18n/translate.ts";
import { readBody } from "@/lib/web/body.ts";
import {
  type FormOwner,
  isTokenShaped,
  judgeCsrf,
} from "@/lib/web/csrf_token.ts";
import { supportCode } from "@/lib/web/outcome.ts";
import type { State } from "@/lib/web/state.ts";

/** The posted values, or what is wrong with each field and what was typed. */
export type Form<Value> =
  | { ok: true; value: Value }
  | {
    ok: false;
    errors: Partial<Record<keyof Value, Key>>;
    typed: Readonly<Record<string, string>>;
  };

/** What a strict object schema of zod does for a form. */
export interface FormSchema<Value> {
  /** Reads the posted fields, or says what is wrong with which. */
  safeParse(
    typed: unknown,
  ): { success: true; data: Value } | { success: false; error: Problems };
}

/** What is wrong with posted fields. */
export interface Problems {
  /** One entry for each fault; its message is a key of `lib/i18n`. */
  readonly issues: readonly {
    readonly code: string;
    readonly path: readonly PropertyKey[];
    readonly message: string;
  }[];
}

/**
 * Reads a posted form. The schema's messages are keys of `lib/i18n`; a field
 * that it does not name is refused. Throws `HttpError`: 400 for what no browser
 * sends, 403 without the token of this browser, 409 for a form from outside the
 * reset that is under way unless `anyReset`, 413, 415.
 */
export async function readForm<Value extends object>(
  { req, state }: { req: Request; state: State },
  schema: FormSchema<Value>,
  { anyReset = false }: { anyReset?: boolean } = {},
): Promise<Form<Value>> {
  const { csrf = "", ...typed } = await readBody(req, state.deps.now());
  const origin = judgeCsrf(state.deps.keyring, ownerOf(state), csrf);
  if (origin === "foreign") {
    const stale = isTokenShaped(csrf) && isFromHere(req.headers);
    const event = stale ? "session_use_after_expire" : "malicious_csrf";
    state.deps.log(event, { block: state.block });
    throw new HttpError(403, "The form's token is not of this browser");
  }
  if (origin === "otherReset" && !anyReset) {
    throw new HttpError(409, "The form's token is not of this reset");
  }
  const result = schema.safeParse(typed);
  if (result.success) return { ok: true, value: result.data };
  const errors: Partial<Record<keyof Value, Key>> = {};
  for (const { code, path: [field], message } of result.error.issues) {
    if (code === "unrecognized_keys") {
      throw new HttpError(400, "The form has an unknown field");
    }
    errors[field as keyof Value] ??= isKey(message) ? message : "form.invalid";
  }
  return { ok: false, errors, typed };
}

/** Whose the forms of a page are. The support code stays while the reset moves to new tokens. */
export function ownerOf(
  state: Pick<State, "secret" | "reset" | "finished">,
): FormOwner {
  return { secret: state.secret, reset: supportCode(state) };
}

/**
 * Whether the browser says that a page of ours sent it: then nobody else made it
 * do so, and the page is from before the cookie changed.
 */
function isFromHere(headers: Headers): boolean {
  return headers.get("sec-fetch-site") === "same-origin";
}
