/**
 * What strangers have wrong of somebody, who may have been a decoy meanwhile. Pure.
 *
 * @module
 */
import {
  type Failures,
  NO_FAILURES,
  type Person,
} from "@/lib/domain/person.ts";

/** Whoever is counted. */
export type Counted = Pick<Person, "failures">;

/**
 * The counts with those of strangers that went on elsewhere: of the two of each, the
 * one that went further. The same object where none did.
 */
export function takeOver(
  { failures }: Counted,
  elsewhere: Counted | null,
): Person["failures"] {
  const further = Object.entries(elsewhere?.failures ?? {})
    .filter(([key, count]) =>
      key.startsWith("reset.") && isFurther(count, failures[key])
    );
  return further.length === 0
    ? failures
    : { ...failures, ...Object.fromEntries(further) };
}

function isFurther(a: Failures, b: Failures = NO_FAILURES): boolean {
  const [began, before] = [a.since ?? 0, b.since ?? 0];
  return began > before || began === before && sumOf(a) > sumOf(b);
}

/** One of the two is counted of each: in a network, or of all. */
function sumOf({ wrong, row = 0 }: Failures): number {
  return wrong + row;
}
