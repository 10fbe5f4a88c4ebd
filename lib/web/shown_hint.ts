/**
 * Telephone numbers and addresses as a stranger may see them: nothing tells a
 * country, a length or a domain.
 *
 * @module
 */
import { methodOf, type Verification } from "@/lib/domain/verification.ts";
import type { Target } from "@/lib/flows/target.ts";
import type { Translate } from "@/lib/i18n/translate.ts";
import type { State } from "@/lib/web/state.ts";

/** "the phone number that ends in 34". */
export function hintedPlace(t: Translate, target: Target): string {
  return target.method === "phone"
    ? hintedNumber(t, target.number.e164)
    : hintedAddress(t, target.address);
}

/** Where a code went. */
export function hintedTarget(
  { deps: { keyring }, t }: Pick<State, "deps" | "t">,
  { purpose, to }: Verification,
): string {
  return methodOf(purpose) === "phone"
    ? hintedNumber(t, keyring.open("number", to))
    : hintedAddress(t, keyring.open("address", to));
}

function hintedNumber(t: Translate, e164: string): string {
  return t("reset.to.phone", { end: e164.slice(-2) });
}

/** The first character as a reader counts, where decoys have it. */
function hintedAddress(t: Translate, address: string): string {
  const [{ segment } = { segment: "" }] = new Intl.Segmenter().segment(address);
  const start = segment.toLowerCase();
  return t("reset.to.email", { start: /^[a-z0-9]$/.test(start) ? start : "•" });
}
