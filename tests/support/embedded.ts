/** The embedded directory over a store in memory, with a still clock and quick hashes. */
import { keyring } from "@/lib/crypto/keyring.ts";
import type { PasswordHasher } from "@/lib/crypto/password_hash.ts";
import type { Contact, Directory } from "@/lib/directory/directory.ts";
import { embeddedDirectory } from "@/lib/directory/embedded.ts";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import { embeddedAccounts } from "@/lib/flows/accounts/embedded_accounts.ts";
import {
  type AccountDeps,
  createAccount,
} from "@/lib/flows/admin/create_account.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { commit } from "@/lib/store/records.ts";
import { cheapHasher } from "@/tests/support/cheap_hasher.ts";
import { countingKv, type KvCount } from "@/tests/support/counting_kv.ts";
import { NOON } from "@/tests/support/world.ts";

export interface Embedded extends AccountDeps, Disposable {
  directory: Directory;
  /** What was asked of the store. */
  count: KvCount;
  /** How many hashes were made or checked. */
  hashes: { count: number };
  /** Faults that became answers. */
  faults: unknown[];
  /** What the store throws from now on, before or instead of a commit. */
  broken: { commit: Error | null; read: Error | null };
  wait(ms: number): void;
  add(userName: string, more?: Added): Promise<string>;
  setPolicy(policy: Partial<Policy>): Promise<void>;
}

interface Added {
  contact?: Contact;
  disabled?: boolean;
}

export const FIRST = "seven green bicycles";

/** Opens one of its own; `using` closes it. */
export async function openEmbedded(
  policy: Partial<Policy> = {},
  kv?: Deno.Kv,
): Promise<Embedded> {
  const store = kv ?? await Deno.openKv(":memory:");
  const count = { reads: 0, commits: 0 };
  const hashes = { count: 0 };
  const faults: unknown[] = [];
  const broken: Embedded["broken"] = { commit: null, read: null };
  let now = NOON;
  const hasher = countingHasher(hashes);
  const deps = {
    kv: breakable(countingKv(store, count), broken),
    hasher,
    keyring: keyring([{ id: "k1", secret: new Uint8Array(32).fill(7) }]),
    now: () => now,
    random: (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes)),
    log: () => {},
  };
  const setPolicy = async (next: Partial<Policy>) => {
    const set = { ...DEFAULT_POLICY, ...next };
    await commit(store, [change(guarded(policyRef()), set)]);
  };
  await setPolicy(policy);
  return {
    ...deps,
    count,
    hashes,
    faults,
    broken,
    setPolicy,
    directory: embeddedDirectory({
      accounts: () => Promise.resolve(embeddedAccounts(deps)),
      hasher,
      now: deps.now,
      onFault: (error) => faults.push(error),
    }),
    wait: (ms) => now += ms,
    async add(userName, more = {}) {
      const account = { userName, password: FIRST, groups: ["staff"], ...more };
      const id = await createAccount(deps, account);
      if (id === null) throw new Error(`${userName} is taken`);
      return id;
    },
    [Symbol.dispose]() {
      if (kv === undefined) store.close();
    },
  };
}

function countingHasher(hashes: Embedded["hashes"]): PasswordHasher {
  const { hash, verify } = cheapHasher();
  return {
    hash: (password) => (hashes.count++, hash(password)),
    verify: (password, phc) => (hashes.count++, verify(password, phc)),
  };
}

function breakable(kv: Deno.Kv, broken: Embedded["broken"]): Deno.Kv {
  return new Proxy(kv, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (name === "getMany" && broken.read) {
        return () => Promise.reject(broken.read);
      }
      if (name === "atomic" && broken.commit) {
        return () => unanswered(target.atomic(), broken.commit);
      }
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

/** Commits, and loses the answer; where the fault is a lock, nothing is committed. */
function unanswered(
  atomic: Deno.AtomicOperation,
  fault: Error | null,
): Deno.AtomicOperation {
  const proxy: Deno.AtomicOperation = new Proxy(atomic, {
    get(target, name) {
      const value = Reflect.get(target, name);
      if (name !== "commit") {
        return (...args: unknown[]) => (value.apply(target, args), proxy);
      }
      return async () => {
        if (!fault?.message.includes("locked")) await target.commit();
        throw fault;
      };
    },
  });
  return proxy;
}
