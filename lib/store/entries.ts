/**
 * Entries that were not read, and changes to entries.
 *
 * @module
 */
import type { Change, Entry, Ref } from "@/lib/store/record.ts";

/** Types a change: the value must fit the entry. */
export function change<Value>(entry: Entry<Value>, to: Value | null): Change {
  return { entry, to };
}

/** An entry for a record that cannot exist yet: committing it fails if it does. */
export function absent<Value>(ref: Ref<Value>): Entry<Value> {
  return { ref, value: null, versionstamp: null };
}

/** An entry that is only ever written beside one that is checked, as an index is. */
export function guarded<Value>(ref: Ref<Value>): Entry<Value> {
  return { ref, value: null, versionstamp: undefined };
}
