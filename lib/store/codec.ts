/**
 * The one place that turns what the store holds into types, or fails.
 *
 * @module
 */
import * as z from "zod/mini";
import { StoredValueError } from "@/lib/store/errors.ts";

/**
 * What a schema of zod does for the store. Make it once: making costs more than
 * using. Make a large one in `z.lazy`, so that the server's start need not.
 */
export interface Schema<Value> {
  /** Reads an unknown value, or says where it is wrong. */
  safeParse(
    value: unknown,
  ): { success: true; data: Value } | { success: false; error: Problems };
}

/** Where a value is wrong, and of what kind the fault is. */
export interface Problems {
  /** One entry for each fault. */
  readonly issues: readonly {
    readonly path: readonly PropertyKey[];
    readonly code: string;
  }[];
}

/** What a record looks like. */
export interface Shape<Value> {
  /** Made by the collection's own function; its parts are IDs and digests. */
  readonly key: Deno.KvKey;
  /** What the value must be. */
  readonly schema: Schema<Value>;
  /** The version of its shape; 1 where absent. A migration raises it. */
  readonly version?: number;
}

/** What stands around every value. */
const Stored = z.object({ v: z.int(), value: z.unknown() });

/** The value that the store holds for a record. Throws {@linkcode StoredValueError}. */
export function decode<Value>(shape: Shape<Value>, raw: unknown): Value {
  const { v, value } = isStored(raw) ? raw : parse(shape.key, Stored, raw);
  if (v !== versionOf(shape)) {
    throw new StoredValueError(shape.key, [`v: version ${v}`]);
  }
  return parse(shape.key, shape.schema, value);
}

/** The same by hand, of what every read decodes: several of them for each page. */
function isStored(raw: unknown): raw is z.infer<typeof Stored> {
  return typeof raw === "object" && raw !== null &&
    "v" in raw && Number.isSafeInteger(raw.v) && "value" in raw;
}

/** What the store is given for a record's value. */
export function encode(shape: Shape<unknown>, value: unknown): unknown {
  return { v: versionOf(shape), value };
}

function versionOf({ version = 1 }: Shape<unknown>): number {
  return version;
}

/** Says zod's paths and codes alone: its messages may quote what the store holds. */
function parse<Value>(
  key: Deno.KvKey,
  schema: Schema<Value>,
  value: unknown,
): Value {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, code }) =>
    `${path.join(".") || "value"}: ${code}`
  );
  throw new StoredValueError(key, problems);
}
