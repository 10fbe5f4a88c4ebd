/**
 * The accounts of the embedded directory.
 *
 * @module
 */
import * as z from "zod/mini";
import { readAddress } from "@/lib/domain/email_address.ts";
import { list } from "@/lib/store/list.ts";
import type { Ref } from "@/lib/store/record.ts";
import { read } from "@/lib/store/records.ts";

/** An account of the embedded directory. */
export interface StoredAccount {
  /** Opaque, random, never reused. */
  id: string;
  /** As it was given; {@linkcode canonicalName} of it is unique. */
  userName: string;
  /** Argon2id as a PHC string. */
  passwordHash: string;
  /** Whether the account may not sign in. */
  disabled: boolean;
  /** Names of the groups that the account is in. */
  groups: string[];
  /** In epoch milliseconds. */
  createdAt: number;
  /** How to reach the person besides, sealed; `null` for nothing. */
  contact: string | null;
  /** When the password was set, in epoch milliseconds; `null`: when the account was made. */
  passwordChangedAt: number | null;
  /** Whether the password must be changed before anything else. */
  mustChange: boolean;
  /** The hashes of the passwords before, newest first. */
  history: string[];
}

/** Characters of a name: past them there is no account, and a key could become too long. */
const LONGEST_NAME = 113;

/** An ID that no account has, for the same reads where a name is unknown. */
const NOBODY = "-";

const Stored: z.ZodMiniType<StoredAccount> = z.lazy(() =>
  z.object({
    id: z.string(),
    userName: z.string(),
    passwordHash: z.string(),
    disabled: z.boolean(),
    groups: z.array(z.string()),
    createdAt: z.int(),
    // From here on absent from accounts of earlier versions.
    contact: z._default(z.nullable(z.string()), null),
    passwordChangedAt: z._default(z.nullable(z.int()), null),
    mustChange: z._default(z.boolean(), false),
    history: z._default(z.array(z.string()), []),
  })
);

const Id: z.ZodMiniType<string> = z.string();

/**
 * The form in which names are the same: two that look alike are one account, and
 * a name that is an address is one in every spelling of its domain. Takes any text.
 */
export function canonicalName(userName: string): string {
  const name = folded(userName.toWellFormed());
  const address = name.includes("@") ? readAddress(name) : null;
  return address?.ok ? folded(address.address) : name;
}

/** Lower case can bring forth what NFKC would join, so it is applied twice. */
function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().normalize("NFKC").trim();
}

/** The account of that ID; for `null` one that there is not, to be read all the same. */
export function accountRef(id: string | null): Ref<StoredAccount> {
  return accountAt(["accounts", id ?? NOBODY]);
}

/**
 * Where a name in any spelling points to its account: holds the account's ID.
 * Takes whatever anybody may have typed.
 */
export function accountNameRef(userName: string): Ref<string> {
  const name = canonicalName(userName);
  const possible = [...name].length <= LONGEST_NAME;
  return { key: ["accounts_by_name", possible ? name : ""], schema: Id };
}

/** The account of that name in any spelling; reads as much where there is none. */
export async function findAccount(
  kv: Deno.Kv,
  userName: string,
): Promise<StoredAccount | null> {
  const [id] = await read(kv, [accountNameRef(userName)]);
  const [account] = await read(kv, [accountRef(id.value)]);
  return account.value;
}

/** Every account, by ID. */
export async function listAccounts(kv: Deno.Kv): Promise<StoredAccount[]> {
  const entries = await list(kv, { prefix: ["accounts"] }, accountAt);
  return entries.flatMap(({ value }) => value === null ? [] : [value]);
}

function accountAt(key: Deno.KvKey): Ref<StoredAccount> {
  return { key, schema: Stored };
}
