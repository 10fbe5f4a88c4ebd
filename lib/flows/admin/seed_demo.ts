/**
 * The directory of the development server: accounts of every kind.
 *
 * @module
 */
import type { Method } from "@/lib/domain/method.ts";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import {
  type AccountDeps,
  createAccount,
} from "@/lib/flows/admin/create_account.ts";
import { takeNumber, transactHolders } from "@/lib/flows/phone_holders.ts";
import { findAccount, listAccounts } from "@/lib/store/accounts.ts";
import { absent, change } from "@/lib/store/entries.ts";
import { personRef, phoneHoldersRef } from "@/lib/store/people.ts";
import { developmentRef } from "@/lib/store/development.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { commit, read } from "@/lib/store/records.ts";

/** What seeding may reach. */
export type SeedDeps = AccountDeps;

/** One demo account, to be printed. */
export interface DemoAccount {
  /** What one signs in with. */
  readonly userName: string;
  /** What is particular about it. */
  readonly note: string;
}

/** The password of every demo account. */
export const DEMO_PASSWORD = "demo-spare-key-2026";

/** A mobile number in Japan, as the demo telephone. */
const DEMO_NUMBER = "+819012345634";

const STAFF = "staff";

interface Seed extends DemoAccount {
  groups: readonly string[];
  disabled?: boolean;
  phone?: boolean;
}

const SEEDS: readonly Seed[] = [
  { userName: "demo", note: "nothing registered", groups: [STAFF] },
  {
    userName: "demo-phone",
    note: "a phone registered",
    groups: [STAFF],
    phone: true,
  },
  {
    userName: "demo-disabled",
    note: "may not sign in",
    groups: [STAFF],
    disabled: true,
  },
  { userName: "demo-outside", note: "in no permitted group", groups: [] },
];

/**
 * Adds the demo accounts and a policy that lets staff register, where they are
 * missing, and marks the store as one for development. A store that has accounts
 * of somebody else's gets none of it: `null`.
 */
export async function seedDemo(
  deps: SeedDeps,
  methods: readonly Method[] = DEFAULT_POLICY.methods,
): Promise<readonly DemoAccount[] | null> {
  const [policy, marked] = await read(
    deps.kv,
    [policyRef(), developmentRef()] as const,
  );
  if (marked.value === null) {
    if ((await listAccounts(deps.kv)).length > 0) return null;
    await commit(deps.kv, [change(marked, true)]);
  }
  if (policy.value === null) await seedPolicy(deps, methods);
  await Promise.all(SEEDS.map((seed) => seedAccount(deps, seed)));
  return SEEDS.map(({ userName, note }) => ({ userName, note }));
}

/** Refused where there is a policy: that one stays. */
async function seedPolicy(
  { kv }: SeedDeps,
  methods: readonly Method[],
): Promise<void> {
  await commit(kv, [change(absent(policyRef()), {
    ...DEFAULT_POLICY,
    register: "groups",
    groups: [STAFF],
    methods,
  })]);
}

async function seedAccount(deps: SeedDeps, seed: Seed): Promise<void> {
  if (await findAccount(deps.kv, seed.userName) !== null) return;
  const id = await createAccount(deps, { ...seed, password: DEMO_PASSWORD });
  if (id !== null && seed.phone) await seedPhone(deps, id);
}

async function seedPhone(
  { kv, keyring, now }: SeedDeps,
  account: string,
): Promise<void> {
  const index = keyring.digest("number", DEMO_NUMBER);
  const phone = {
    number: keyring.seal("number", DEMO_NUMBER),
    index,
    region: "JP",
    channel: "sms",
    locale: "en",
    confirmedAt: now(),
  } as const;
  const move = { account, into: [index], outOf: [], cap: Infinity };
  const guess = {
    entries: [absent(personRef(account))] as const,
    holders: [absent(phoneHoldersRef(index))],
  };
  await transactHolders(kv, guess, ([person], holders) => {
    const moved = takeNumber(holders, move);
    if (person.value !== null || moved.kind !== "moved") {
      return { changes: [], result: moved };
    }
    const changed = change(person, { ...NEWCOMER, phones: [phone] });
    return { changes: [changed, ...moved.changes], result: moved };
  });
}
