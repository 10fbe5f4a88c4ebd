/** Stands in for zxcvbn and a list of leaked passwords: the words say what comes out. */
import type { PasswordChecks } from "@/lib/flows/deps.ts";

/** Weak is what says "weak", leaked what says "leaked". */
export const CHEAP_CHECKS: PasswordChecks = {
  strength: ({ password }) =>
    Promise.resolve(password.includes("weak") ? 2 : 4),
  breached: (password) => {
    const breached = password.includes("leaked");
    return Promise.resolve({ ok: true, breached });
  },
};
