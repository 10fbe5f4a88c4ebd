/** Moments that tests go by. */
import { MINUTE, NOON } from "@/tests/support/world.ts";

/** An hour before a test begins: what is older than any fresh proof. */
export const BEFORE = NOON - 60 * MINUTE;
