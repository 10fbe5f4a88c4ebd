/** Everything outside a flow, for one test: an empty store, a still clock, an outbox. */
import { keyring } from "@/lib/crypto/keyring.ts";
import type { Message, Receipt } from "@/lib/delivery/delivery.ts";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import { signIn } from "@/lib/flows/sign_in.ts";
import { openVisit } from "@/lib/flows/open_visit.ts";
import { isSignedIn, type SignedInVisit } from "@/lib/flows/visit.ts";
import { absent, change } from "@/lib/store/entries.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { commit } from "@/lib/store/records.ts";
import { CHEAP_CHECKS } from "@/tests/support/cheap_checks.ts";
import { cheapHasher } from "@/tests/support/cheap_hasher.ts";
import { memoryDirectory } from "@/tests/support/memory_directory.ts";

export const NOON = Date.UTC(2026, 0, 1, 12);
export const MINUTE = 60_000;
export const BLOCK = "192.0.2.0/24";
export const PASSWORD = "correct horse battery";

export interface World extends Deps, Disposable {
  /** What was sent, oldest first. */
  sent: Message[];
  /** The names of the events that were logged. */
  events: string[];
  /** What the gateway answers from now on. */
  gateway: { receipt: Receipt };
  /** Moves the clock on by `ms`. */
  wait(ms: number): void;
  /** Waits for what goes on after the responses. */
  settle(): Promise<void>;
  /** Signs `userName` in and returns the cookie. */
  enter(userName?: string): Promise<string>;
  /** Reads what a request with that cookie knows. */
  visit(cookie: string): Promise<SignedInVisit>;
  /** The digits in the last message. */
  lastCode(): string;
}

/** Opens a world of its own; `using` closes it. */
export async function openWorld(
  policy: Partial<Policy> = {},
): Promise<World> {
  const kv = await Deno.openKv(":memory:");
  const set = { ...DEFAULT_POLICY, ...policy };
  await commit(kv, [change(absent(policyRef()), set)]);
  const tasks = new Set<Promise<void>>();
  const sent: Message[] = [];
  const events: string[] = [];
  const gateway: World["gateway"] = { receipt: { ok: true } };
  let now = NOON;
  let closed = false;
  const world: World = {
    kv,
    sent,
    events,
    gateway,
    host: "key.example",
    origin: "https://key.example",
    keyring: keyring([{ id: "k1", secret: new Uint8Array(32).fill(7) }]),
    hasher: cheapHasher(),
    passwords: CHEAP_CHECKS,
    directory: memoryDirectory(PASSWORD),
    delivery: {
      channels: ["sms", "voice", "email"],
      send(message) {
        if (gateway.receipt.ok) sent.push(message);
        return Promise.resolve(gateway.receipt);
      },
    },
    log: (event) => events.push(event),
    now: () => now,
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    later(task) {
      const run = task().catch((error) => {
        if (!closed) throw error; // A test that is over waits for nothing.
      }).finally(() => tasks.delete(run));
      tasks.add(run);
    },
    wait: (ms) => now += ms,
    async settle() {
      while (tasks.size > 0) await Promise.all(tasks);
    },
    async enter(userName = "ann") {
      const typed = { userName, password: PASSWORD, block: BLOCK };
      const answer = await signIn(world, typed);
      if (!answer.ok) throw new Error("The test's sign-in was refused");
      return answer.cookie;
    },
    async visit(cookie) {
      const visit = await openVisit(world, cookie);
      if (!isSignedIn(visit)) throw new Error("The test's session is over");
      return visit;
    },
    lastCode: () => readCode(sent.at(-1)),
    [Symbol.dispose]() {
      closed = true;
      kv.close();
    },
  };
  return world;
}

/** The code that a text ends with, or that stands alone in a mail. */
export function readCode(message: { text: string } | undefined): string {
  const digits = /(?:#|^)(\d{6}|\d{20}|(?:\d{5} ){3}\d{5})$/m;
  const code = digits.exec(message?.text ?? "")?.[1]?.replaceAll(" ", "");
  if (code === undefined) throw new Error("The last message has no code");
  return code;
}
