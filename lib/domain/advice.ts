/**
 * Which second way to recommend to somebody for whom one is enough.
 *
 * @module
 */
import type { Method } from "@/lib/domain/method.ts";
import type { Standing } from "@/lib/domain/standing.ts";

/** Ways that are recommended; the first that helps where the others are lost comes first. */
export const ADVISED = [
  "recoveryCodes",
  "passkey",
  "totp",
  "phone",
  "email",
] as const satisfies readonly Method[];

/** A way that is recommended. */
export type Advised = typeof ADVISED[number];

/** What to set up beside the one method that lets a person in; `null` where nothing is to be advised. */
export function adviceFor(
  { done, registered }: Pick<Standing, "done" | "registered">,
  { methods }: { methods: readonly Method[] },
): Advised | null {
  // Questions let nobody in by themselves.
  const ways = done.filter((method) => method !== "questions");
  if (!registered || ways.length !== 1) return null;
  const more = ADVISED.filter((method) =>
    methods.includes(method) && !done.includes(method)
  );
  return more[0] ?? null;
}
