/**
 * Faults of the store that a caller may want to tell apart.
 *
 * @module
 */

/** Every commit lost to another request or process; the same request may succeed later. */
export class ContentionError extends Error {
  /** The class's name, kept through minification. */
  override readonly name = "ContentionError";

  /** Makes the error for `rounds` commits refused at `key`; an empty key is the whole store. */
  constructor(key: Deno.KvKey, rounds: number) {
    super(`Cannot write to ${describe(key)}: ${rounds} commits were refused`);
  }
}

/** The store did not answer; the same request may succeed later. Its cause has the store's words. */
export class StoreUnavailableError extends Error {
  /** The class's name, kept through minification. */
  override readonly name = "StoreUnavailableError";

  /** Makes the error for what the store threw. */
  constructor(cause: unknown) {
    super("Cannot reach the store", { cause });
  }
}

/** The store holds something else than its schema says. */
export class StoredValueError extends Error {
  /** The class's name, kept through minification. */
  override readonly name = "StoredValueError";

  /** Makes the error for the value at `key`; `problems` say where it is wrong and never what it holds. */
  constructor(key: Deno.KvKey, problems: readonly string[]) {
    super(`Cannot read ${describe(key)}: ${problems.join("; ")}`);
  }
}

/** The store was written by a newer version of this program. */
export class NewerStoreError extends Error {
  /** The class's name, kept through minification. */
  override readonly name = "NewerStoreError";

  /** Makes the error for a store at migration `found` and code that ends at `known`. */
  constructor(found: number, known: number) {
    super(
      `Cannot open the store: it is at migration ${found}, and this version knows ${known}`,
    );
  }
}

/** Collections whose keys hold what people call themselves, which no log may. */
const PERSONAL = ["accounts_by_name"];

/** The other keys hold digests and random IDs. */
function describe([collection, ...parts]: Deno.KvKey): string {
  if (collection === undefined) return "the store";
  const hidden = PERSONAL.includes(String(collection));
  return [collection, ...hidden ? ["…"] : parts].map(String).join("/");
}
