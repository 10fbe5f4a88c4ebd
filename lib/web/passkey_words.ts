/**
 * What pages say about passkeys.
 *
 * @module
 */
import type { Method } from "@/lib/domain/method.ts";
import type { AddAnswer } from "@/lib/flows/passkeys/add_passkey.ts";
import type { PasskeyAnswer } from "@/lib/flows/proofs/prove_passkey.ts";
import type { Key, Translate } from "@/lib/i18n/translate.ts";
import type { Path } from "@/lib/web/redirect.ts";

/** The words of the button that asks for a passkey. */
export interface ButtonWords {
  /** Before a script runs, and where none does. */
  scripts: string;
  /** Where the browser has no passkeys. */
  unsupported: string;
  /** While the person's device asks them. */
  busy: string;
  /** By the fault of a name or the name of the browser's error; `""` for any other. */
  errors: Readonly<Record<string, string>>;
}

/** The errors of WebAuthn Level 3 §5.1.3 and §5.1.4, and the faults of a name. */
const ERRORS = {
  "": "passkey.failed",
  AbortError: "passkey.cancelled",
  ConstraintError: "passkey.device",
  InvalidStateError: "passkey.held",
  NotAllowedError: "passkey.cancelled",
  NotSupportedError: "passkey.device",
  SecurityError: "passkey.address",
  empty: "passkey.name.empty",
  long: "passkey.name.long",
} as const satisfies Readonly<Record<string, Key>>;

/** What the button says, in a language. */
export function buttonWords(t: Translate): ButtonWords {
  const errors = Object.entries(ERRORS).map(([name, key]) => [name, t(key)]);
  return {
    scripts: t("passkey.scripts"),
    unsupported: t("passkey.unsupported"),
    busy: t("passkey.busy"),
    errors: Object.fromEntries(errors),
  };
}

/** Why a passkey was not added. */
export function addWords(
  t: Translate,
  answer: Extract<AddAnswer, { kind: "late" | "known" | "refused" | "full" }>,
): string {
  if (answer.kind !== "refused") return t(`passkey.${answer.kind}`);
  return t(answer.why === "origin" ? "passkey.origin" : "passkey.refused");
}

/** Why a passkey proved nothing. */
export function proofWords(
  t: Translate,
  answer: Exclude<PasskeyAnswer, { kind: "right" }>,
  now: number,
): string {
  if (answer.kind !== "blocked") return t(`passkey.${answer.kind}`);
  return t("passkey.blocked", { time: t.duration(answer.until - now) });
}

/** Where other methods are set up, and their names, strongest first. */
const OTHERS: readonly (readonly [method: Method, page: Path, name: Key])[] = [
  ["totp", "/register/app", "list.totp"],
  ["phone", "/register/phone", "list.phone"],
  ["email", "/register/email", "list.email"],
];

/** The other ways that a policy lets a person set up: where, and what they are called. */
export function otherWays(
  t: Translate,
  methods: readonly Method[],
): (readonly [page: Path, name: string])[] {
  return OTHERS.filter(([method]) => methods.includes(method))
    .map(([_, page, name]) => [page, t(name)] as const);
}
