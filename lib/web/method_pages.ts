/**
 * What each method is called, and the page on which it is set up.
 *
 * @module
 */
import type { Advised } from "@/lib/domain/advice.ts";
import type { Method } from "@/lib/domain/method.ts";
import type { Key } from "@/lib/i18n/translate.ts";
import type { Path } from "@/lib/web/redirect.ts";

/** The heading of each method. */
export const METHOD_NAMES: Readonly<Record<Method, Key>> = {
  passkey: "list.passkey",
  totp: "list.totp",
  recoveryCodes: "list.recovery",
  phone: "list.phone",
  officePhone: "list.office",
  email: "list.email",
  questions: "list.questions",
};

/** Where each is set up that is ever recommended. */
export const SETUP_PAGES: Readonly<Record<Advised, Path>> = {
  recoveryCodes: "/register/recovery-codes",
  passkey: "/register/passkey",
  totp: "/register/app",
  phone: "/register/phone",
  email: "/register/email",
};
