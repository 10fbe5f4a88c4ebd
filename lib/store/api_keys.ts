/**
 * The keys of the API, each under its digest: nobody reads them out again.
 *
 * @module
 */
import * as z from "zod/mini";
import { list } from "@/lib/store/list.ts";
import type { Entry, Ref } from "@/lib/store/record.ts";

/** What is known of a key. */
export interface ApiKey {
  /** What the operator calls it. */
  name: string;
  /** In epoch milliseconds. */
  createdAt: number;
}

const Stored: z.ZodMiniType<ApiKey> = z.lazy(() =>
  z.object({
    name: z.string(),
    createdAt: z.int(),
  })
);

const Digest: z.ZodMiniType<string> = z.string();

/** The key of that digest. */
export function apiKeyRef(digest: string): Ref<ApiKey> {
  return apiKeyAt(["api_keys", digest]);
}

/** Where a name points to its key: holds the key's digest. */
export function apiKeyNameRef(name: string): Ref<string> {
  return { key: ["api_keys_by_name", name], schema: Digest };
}

/** Every key. */
export function listApiKeys(kv: Deno.Kv): Promise<Entry<ApiKey>[]> {
  return list(kv, { prefix: ["api_keys"] }, apiKeyAt);
}

function apiKeyAt(key: Deno.KvKey): Ref<ApiKey> {
  return { key, schema: Stored };
}
