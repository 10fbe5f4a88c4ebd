/**
 * What each method is called, and the page on which it is set up.
 *
 * @module
 */
import type { Advised } from "@/lib/domain/advice.ts";
import type { Method } from "@/lib/domain/method.ts";
import type { Person } from "@/lib/domain/person.ts";
import type { Visit } from "@/lib/flows/visit.ts";
import type { Key, Translate } from "@/lib/i18n/translate.ts";
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

/** Ways that nobody can take over with a number, and whether a person has them. */
const SAFER: readonly (readonly [
  method: Advised,
  isHeld: (person: Person) => boolean,
])[] = [
  ["passkey", ({ passkeys }) => passkeys.length > 0],
  ["totp", ({ totp }) => totp !== null],
  ["recoveryCodes", ({ recoveryCodes }) => recoveryCodes !== null],
];

/** Those that the person can still set up: where, and what they are called; `null` where the policy has none. */
export function saferWays(
  t: Translate,
  { policy, person }: Pick<Visit, "policy" | "person">,
): (readonly [page: Path, name: string])[] | null {
  const open = SAFER.filter(([method]) => policy.methods.includes(method));
  if (open.length === 0) return null;
  return open.filter(([, isHeld]) => !isHeld(person))
    .map(([method]) => [SETUP_PAGES[method], t(METHOD_NAMES[method])] as const);
}
