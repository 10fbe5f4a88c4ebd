/** Doing the work of a challenge, as a browser's worker does. */
import { isSolution } from "@/lib/domain/challenge.ts";

/** The first number that solves it. */
export function solve({ seed, bits }: { seed: string; bits: number }): string {
  for (let n = 0; n < 2 ** 24; n++) {
    if (isSolution(seed, `${n}`, bits)) return `${n}`;
  }
  throw new Error("No number of 24 bits solves the challenge");
}
