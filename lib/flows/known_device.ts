/**
 * Devices that have signed in before: by a cookie, and by the accounts that have
 * signed in there since their last end of all sessions. Whoever has a device of
 * before that is a stranger.
 *
 * @module
 */
import { randomToken } from "@/lib/crypto/token.ts";
import type { Account } from "@/lib/directory/directory.ts";
import { NEWCOMER } from "@/lib/domain/person.ts";
import type { Session } from "@/lib/domain/session.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { canonicalName } from "@/lib/store/accounts.ts";
import { deviceRef, type KnownAccount } from "@/lib/store/devices.ts";
import { absent, change } from "@/lib/store/entries.ts";
import { personRef } from "@/lib/store/people.ts";
import type { Change, Entry, Ref } from "@/lib/store/record.ts";
import { read } from "@/lib/store/records.ts";

/** A device as it was read. */
export interface Device {
  /** What its cookie holds: 128 random bits. */
  readonly token: string;
  /** What is written when somebody signs in there. */
  readonly entry: Entry<readonly KnownAccount[]>;
  /** What stood under an older key. */
  readonly older: readonly KnownAccount[];
}

/** Accounts that one device is known to, the newest ones. */
const MOST_ACCOUNTS = 20;

const NAME = "device.name";

/** Where a device stands, under each key, newest first; nowhere without one. */
export function deviceRefs(
  { keyring }: Pick<Deps, "keyring">,
  token: string | null,
): Ref<readonly KnownAccount[]>[] {
  return token === null ? [] : keyring.digests("device", token).map(deviceRef);
}

/** The device of that cookie, as its refs were read; a new one where there is no cookie. */
export function deviceOf(
  deps: Pick<Deps, "keyring" | "random">,
  token: string | null,
  found: readonly Entry<readonly KnownAccount[]>[],
): Device {
  const [newest, ...rest] = found;
  if (token !== null && newest !== undefined) {
    const older = rest.flatMap(({ value }) => value ?? []);
    return { token, entry: newest, older };
  }
  const fresh = randomToken(deps.random);
  const ref = deviceRef(deps.keyring.digest("device", fresh));
  return { token: fresh, entry: absent(ref), older: [] };
}

/** The accounts that signed in there, whether they still count or not. */
function accountsOf({ entry, older }: Device): readonly KnownAccount[] {
  return entry.value ?? older;
}

/** Whether the device is known to whoever has that name. Reads once where it was known at some time. */
export async function isKnownTo(
  { kv, keyring }: Pick<Deps, "kv" | "keyring">,
  device: Device,
  userName: string,
): Promise<boolean> {
  const name = canonicalName(userName);
  const known = accountsOf(device).find(({ names }) =>
    names.some((each) => keyring.matches(each, NAME, device.token, name))
  );
  if (known === undefined) return false;
  const [{ value }] = await read(kv, [personRef(known.account)] as const);
  return known.epoch === (value ?? NEWCOMER).epoch;
}

/**
 * The device with somebody who has just signed in there. One cookie serves every
 * account of a device, so the others stay.
 */
export function remember(
  { keyring }: Pick<Deps, "keyring">,
  device: Device,
  { account, userName, typed, epoch }:
    & Pick<Session, "account" | "epoch">
    & Pick<Account, "userName">
    & { typed: string },
): Change {
  const spelt = new Set([typed, userName].map(canonicalName));
  const names = [...spelt].map((name) =>
    keyring.digest(NAME, device.token, name)
  );
  const others = accountsOf(device).filter((each) => each.account !== account);
  const all = [{ account, epoch, names }, ...others];
  return change(device.entry, all.slice(0, MOST_ACCOUNTS));
}
