/** What a reset by text asks of the store, over the embedded directory. */
import { assert, assertEquals } from "@std/assert";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import type { Delivery } from "@/lib/delivery/delivery.ts";
import type { Deps } from "@/lib/flows/deps.ts";
import {
  enterReset,
  resetDestinations,
  sendReset,
} from "@/lib/flows/reset/reset_code.ts";
import { finishReset } from "@/lib/flows/reset/finish_reset.ts";
import { noteReset } from "@/lib/flows/reset/note_proof.ts";
import { openResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import { targetOf } from "@/lib/flows/target.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { commit } from "@/lib/store/records.ts";
import { NEW } from "@/tests/lib/flows/reset/lost_people.ts";
import { begin, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import { countingKv, type KvCount } from "@/tests/support/counting_kv.ts";
import { openSite } from "@/tests/support/site.ts";
import { BLOCK } from "@/tests/support/world.ts";

interface Counted {
  deps: Deps;
  kv: Deno.Kv;
  settle(): Promise<void>;
  /** What was asked since the last time. */
  cost(): KvCount;
}

async function counted(job: (counted: Counted) => Promise<void>) {
  using plain = await Deno.openKv(":memory:");
  const count: KvCount = { reads: 0, commits: 0 };
  const kv = countingKv(plain, count);
  // The development outbox would be counted as well.
  const delivery: Delivery = {
    channels: ["sms", "voice", "email"],
    send: () => Promise.resolve({ ok: true }),
  };
  using site = await openSite({ kv, delivery });
  await commit(plain, [change(guarded(policyRef()), DEFAULT_POLICY)]);
  const cost = () => {
    const now = { ...count };
    count.reads = count.commits = 0;
    return now;
  };
  const tasks: (() => Promise<void>)[] = [];
  // What goes on after the response waits, so that it is counted by itself.
  const later = (task: () => Promise<void>) => void tasks.push(task);
  const settle = async () => {
    for (const task of tasks.splice(0)) await task();
  };
  await job({ deps: { ...site.deps, later }, kv, settle, cost });
}

Deno.test("openReset() costs the same for a known, a disabled and an unknown name: 4 reads and 1 commit", async () => {
  await counted(async ({ deps, settle, cost }) => {
    const names = ["demo-phone", "demo-disabled", "demo", "nobody"];
    for (
      const identifier of [...names, ...names, "x".repeat(9_999), "a@b.example"]
    ) {
      await settle();
      cost();
      await begin(deps, { identifier });
      assertEquals(cost(), { reads: 4, commits: 1 }, identifier.slice(0, 20));
    }
  });
});

Deno.test("a whole reset by text costs no more than 14 reads and 10 commits, with what is handed over", async () => {
  await counted(async ({ deps, settle, cost }) => {
    cost();
    const all: KvCount = { reads: 0, commits: 0 };
    const step = async (most: KvCount) => {
      const spent = cost();
      assert(
        spent.reads <= most.reads && spent.commits <= most.commits,
        JSON.stringify({ spent, most }),
      );
      await settle();
      const later = cost();
      all.reads += spent.reads + later.reads;
      all.commits += spent.commits + later.commits;
    };
    const page = async (cookie: string) => {
      await look(deps, cookie);
      await step({ reads: 1, commits: 0 });
    };
    const cookie = await begin(deps, { identifier: "demo-phone" });
    await step({ reads: 4, commits: 1 });
    await page(cookie);
    const visit = await look(deps, cookie);
    const [destination] = resetDestinations(deps, visit);
    assert(destination?.target.method === "phone");
    const { e164 } = destination.target.number;
    const sent = await sendReset(deps, visit, {
      destination,
      typed: e164,
      block: BLOCK,
      locale: "en",
    });
    assertEquals(sent.kind, "sent");
    await step({ reads: 2, commits: 1 });
    await page(cookie);
    const waiting = await look(deps, cookie);
    assert(
      waiting.verification && targetOf(deps.keyring, waiting.verification),
    );
    const code = deps.keyring.open("code", waiting.verification.code);
    assertEquals((await enterReset(deps, waiting, code)).kind, "right");
    const next = await noteReset(deps, waiting, "sms");
    await step({ reads: 1, commits: 2 });
    await page(next ?? "");
    const last = await look(deps, next ?? "");
    assertEquals((await finishReset(deps, last, NEW)).kind, "done");
    await step({ reads: 3, commits: 2 });
    assertEquals(await openResetVisit(deps, next), null);
    cost();
    assert(all.reads <= 14 && all.commits <= 10, JSON.stringify(all));
  });
});
