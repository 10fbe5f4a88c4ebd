/**
 * Migration 1: the number of the last migration.
 *
 * @module
 */
import { commitAtomic } from "@/lib/store/commit.ts";
import type { Migration } from "@/lib/store/migrations/migration.ts";

/** Gives a new store its number, from which the following migrations are counted. */
export const schemaNumber: Migration = {
  id: 1,
  why: "A new store has no number of its last migration; it is 1.",
  async up(kv) {
    const key = ["meta", "schema"];
    // Refused where another process gave it one: then there is nothing to do.
    await commitAtomic(() =>
      kv.atomic().check({ key, versionstamp: null }).set(key, 1)
    );
  },
};
