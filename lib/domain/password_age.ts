/**
 * How old a password of the embedded directory is, and what follows from it.
 *
 * @module
 */
import type { ResetSettings } from "@/lib/domain/reset_settings.ts";

/** What is kept of a password beside its hash. */
export interface PasswordState {
  /** When it was set, in epoch milliseconds. */
  readonly passwordChangedAt: number;
  /** Whether an administrator wants another one. */
  readonly mustChange: boolean;
}

const HOUR = 60 * 60_000;

/** Whether the password has to be changed at `now`, and why. */
export function standingOfPassword(
  { passwordChangedAt, mustChange }: PasswordState,
  { passwordMaxAge: days }: Pick<ResetSettings, "passwordMaxAge">,
  now: number,
): "ok" | "mustChange" | "expired" {
  if (mustChange) return "mustChange";
  const old = days > 0 && now >= passwordChangedAt + days * 24 * HOUR;
  return old ? "expired" : "ok";
}

/**
 * From when on the person may change it, in epoch milliseconds; `null` where they
 * may at `now`. One that must be changed is never too young.
 */
export function youngUntil(
  { passwordChangedAt, mustChange }: PasswordState,
  { passwordMinAge: hours }: Pick<ResetSettings, "passwordMinAge">,
  now: number,
): number | null {
  const until = passwordChangedAt + hours * HOUR;
  return !mustChange && now < until ? until : null;
}

/** How many of the last passwords are refused: the present one always is. */
export function refusedPasswords(
  { passwordHistory }: Pick<ResetSettings, "passwordHistory">,
): number {
  return Math.max(1, passwordHistory);
}
