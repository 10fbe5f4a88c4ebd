/**
 * Telephone numbers as a page may show them.
 *
 * @module
 */
import { maskNumber } from "@/lib/domain/phone_mask.ts";
import type { Deps } from "@/lib/flows/deps.ts";

/** The masked form of a sealed number; `null` of none. */
export function shownNumber<Sealed extends { number: string } | null>(
  deps: Deps,
  sealed: Sealed,
): Sealed extends null ? null : string;
export function shownNumber(
  { keyring }: Deps,
  sealed: { number: string } | null,
): string | null {
  return sealed && maskNumber(keyring.open("number", sealed.number));
}
