/** Everything outside of an operator's flow, for one test; passwords cost nothing. */
import type { Argon2 } from "@/lib/crypto/argon2.ts";
import { keyring } from "@/lib/crypto/keyring.ts";
import { passwordHasher } from "@/lib/crypto/password_hash.ts";
import type { Log } from "@/lib/flows/deps.ts";
import type { SeedDeps } from "@/lib/flows/admin/seed_demo.ts";
import { openStore } from "@/lib/store/open.ts";

export const NOON: number = Date.UTC(2026, 0, 1, 12);

export interface AdminWorld extends SeedDeps, Disposable {
  log: Log;
  host: string;
  /** The events that were logged, with their fields. */
  events: unknown[];
}

const cheap: Argon2 = async ({ password, salt }) => {
  const bytes = new Uint8Array([...salt, ...password]);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
};

/** Opens a world of its own; `using` closes it. */
export async function openAdminWorld(): Promise<AdminWorld> {
  const kv = await openStore(":memory:");
  const random = (bytes: number) =>
    crypto.getRandomValues(new Uint8Array(bytes));
  const compute = Promise.resolve(cheap);
  const events: unknown[] = [];
  return {
    kv,
    events,
    log: (event, fields) => events.push([event, fields]),
    random,
    host: "key.example",
    hasher: passwordHasher({ random, cores: 1, compute }),
    keyring: keyring([{ id: "k1", secret: new Uint8Array(32).fill(1) }]),
    now: () => NOON,
    [Symbol.dispose]: () => kv.close(),
  };
}
