/**
 * Listing the records of one collection.
 *
 * @module
 */
import { decode } from "@/lib/store/codec.ts";
import { whenUnlocked } from "@/lib/store/commit.ts";
import { StoredValueError } from "@/lib/store/errors.ts";
import type { Entry, Ref } from "@/lib/store/record.ts";

/** Which records, and how many of them. */
export interface Range {
  /** What their keys begin with. */
  prefix: Deno.KvKey;
  /** At most so many; all where absent. */
  limit?: number;
  /** From the last key to the first. */
  reverse?: boolean;
  /** Takes each value that does not decode, which is then left out; where absent, such a value is thrown. */
  unreadable?(error: StoredValueError): void;
}

/** The records in the order of their keys. Throws `StoredValueError`. */
export async function list<Value>(
  kv: Deno.Kv,
  { prefix, unreadable, ...options }: Range,
  refOf: (key: Deno.KvKey) => Ref<Value>,
): Promise<Entry<Value>[]> {
  const found = await whenUnlocked(() =>
    Array.fromAsync(kv.list({ prefix }, options))
  );
  return found.flatMap(({ key, value, versionstamp }) => {
    const ref = refOf(key);
    try {
      return [{ ref, value: decode(ref, value), versionstamp }];
    } catch (error) {
      if (!unreadable || !(error instanceof StoredValueError)) throw error;
      unreadable(error);
      return [];
    }
  });
}
