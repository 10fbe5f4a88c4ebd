/**
 * Making and taking away keys of the API.
 *
 * @module
 */
import { toBase64url } from "@/lib/crypto/bytes.ts";
import { tokenDigest } from "@/lib/crypto/token.ts";
import { API_KEY_BYTES, API_KEY_PREFIX } from "@/lib/domain/api_key.ts";
import {
  type ApiKey,
  apiKeyNameRef,
  apiKeyRef,
  listApiKeys as listStored,
} from "@/lib/store/api_keys.ts";
import { absent, change, guarded } from "@/lib/store/entries.ts";
import { commit, read, transact } from "@/lib/store/records.ts";

/** What it takes. */
export interface ApiKeyDeps {
  /** The store. */
  kv: Deno.Kv;
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** That many bytes from a cryptographic source. */
  random(bytes: number): Uint8Array;
}

/** What came of it: the key is shown this once. */
export type AddKeyAnswer =
  | { kind: "added"; key: string }
  | { kind: "taken" }
  | { kind: "name" };

/** What can be a key's name. */
const NAME = /^[\w.-]{1,64}$/;

/** Makes a key of that name. */
export async function addApiKey(
  { kv, now, random }: ApiKeyDeps,
  name: string,
): Promise<AddKeyAnswer> {
  if (!NAME.test(name)) return { kind: "name" };
  const key = API_KEY_PREFIX + toBase64url(random(API_KEY_BYTES));
  const digest = tokenDigest(key);
  const made = await commit(kv, [
    change(absent(apiKeyNameRef(name)), digest),
    change(absent(apiKeyRef(digest)), { name, createdAt: now() }),
  ]);
  return made === null ? { kind: "taken" } : { kind: "added", key };
}

/** Takes the key of that name away; `false` where there is none. */
export async function removeApiKey(
  { kv }: Pick<ApiKeyDeps, "kv">,
  name: string,
): Promise<boolean> {
  if (!NAME.test(name)) return false;
  const found = await read(kv, [apiKeyNameRef(name)] as const);
  const { result } = await transact(kv, found, ([entry]) => {
    if (entry.value === null) return { changes: [], result: false };
    const key = change(guarded(apiKeyRef(entry.value)), null);
    return { changes: [change(entry, null), key], result: true };
  });
  return result;
}

/** Every key, in the order of their names. */
export async function listApiKeys(
  { kv }: Pick<ApiKeyDeps, "kv">,
): Promise<ApiKey[]> {
  const entries = await listStored(kv);
  const keys = entries.flatMap(({ value }) => value === null ? [] : [value]);
  return keys.sort((a, b) => a.name < b.name ? -1 : 1);
}
