/** An authenticator app for tests, and sites and pages that have to do with one. */
import { Secret, TOTP } from "otpauth";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { commit } from "@/lib/store/records.ts";
import type { Site } from "@/tests/support/site.ts";

const PERIOD = 30_000;

/** What an app shows for a base32 seed at a time in epoch milliseconds, or so many steps later. */
export function appShows(seed: string, now: number, steps = 0): string {
  const secret = Secret.fromBase32(seed);
  return new TOTP({ secret }).generate({ timestamp: now + steps * PERIOD });
}

/** Six digits that the app shows at no step near that time. */
export function appDoesNotShow(seed: string, now: number): string {
  const near = [-3, -2, -1, 0, 1, 2].map((by) => appShows(seed, now, by));
  const others = Array.from({ length: 7 }, (_, i) => `${i}`.repeat(6));
  return others.find((code) => !near.includes(code)) ?? "";
}

/** The seed that a page offers as a link. Throws where it offers none. */
export function seedOn(html: string): string {
  const seed = /otpauth:[^"]*\?secret=([A-Z2-7]{32})&/.exec(html)?.[1];
  if (seed === undefined) throw new Error("The page offers no seed");
  return seed;
}

/** Sets the policy of a site. */
export async function setPolicy(
  { kv }: Pick<Site, "kv">,
  policy: Partial<Policy>,
): Promise<void> {
  const set = { ...DEFAULT_POLICY, ...policy };
  await commit(kv, [change(guarded(policyRef()), set)]);
}
