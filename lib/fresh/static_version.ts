/**
 * The version of a static file in its address.
 *
 * @module
 */
import type { StaticFile } from "@/lib/fresh/build.ts";

/** Enough of the hash to tell versions of one file apart: 60 bits. */
export function versionOf({ hash }: StaticFile): string {
  return hash.slice(0, 10);
}
