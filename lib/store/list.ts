/**
 * Listing the records of one collection.
 *
 * @module
 */
import { decode } from "@/lib/store/codec.ts";
import type { Entry, Ref } from "@/lib/store/record.ts";

/** Which records, and how many of them. */
export interface Range {
  /** What their keys begin with. */
  prefix: Deno.KvKey;
  /** At most so many; all where absent. */
  limit?: number;
  /** From the last key to the first. */
  reverse?: boolean;
}

/** The records in the order of their keys. Throws `StoredValueError`. */
export async function list<Value>(
  kv: Deno.Kv,
  { prefix, ...options }: Range,
  refOf: (key: Deno.KvKey) => Ref<Value>,
): Promise<Entry<Value>[]> {
  const entries: Entry<Value>[] = [];
  for await (
    const { key, value, versionstamp } of kv.list({ prefix }, options)
  ) {
    const ref = refOf(key);
    entries.push({ ref, value: decode(ref, value), versionstamp });
  }
  return entries;
}
