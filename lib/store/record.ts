/**
 * Records: what the store holds under one key, with its type.
 *
 * @module
 */
import type { Shape } from "@/lib/store/codec.ts";

/** Where one record is, and what it looks like. */
export interface Ref<Value> extends Shape<Value> {
  /** Housekeeping only: about when the store may drop it, in milliseconds. */
  readonly keep?: number;
  /** The same of that value, where it is not the same for all. */
  keepOf?(value: Value): number;
}

/** A record as it was read. */
export interface Entry<Value> {
  /** Where it was read. */
  readonly ref: Ref<Value>;
  /** What was there; `null` where nothing was. */
  readonly value: Value | null;
  /** `null`: it must not exist. `undefined`: another record of the change guards it. */
  readonly versionstamp: string | null | undefined;
}

/** A record and what it becomes; `null` deletes it. */
export interface Change<Value = unknown> {
  /** The record as it was read. */
  readonly entry: Entry<Value>;
  /** What it becomes. */
  readonly to: Value | null;
}

/** The entries of several refs. */
export type Entries<Refs extends readonly Ref<unknown>[]> = {
  [I in keyof Refs]: Refs[I] extends Ref<infer Value> ? Entry<Value> : never;
};

/** What a decision asks the store to do, and what it tells its caller. */
export interface Decision<Result> {
  /** All of them are made, or none. */
  readonly changes: readonly Change[];
  /** What the caller hears once they are. */
  readonly result: Result;
}

/** The result of a decision and the version that its commit made; `null` where it changed nothing. */
export interface Transacted<Result> {
  /** What the decision said. */
  readonly result: Result;
  /** The version that the changed records now have. */
  readonly versionstamp: string | null;
}
