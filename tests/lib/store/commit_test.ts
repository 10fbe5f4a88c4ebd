import { assertEquals, assertRejects } from "@std/assert";
import { commitAtomic, whenUnlocked } from "@/lib/store/commit.ts";
import { ContentionError, StoreUnavailableError } from "@/lib/store/errors.ts";

const LOCKED = new TypeError("database is locked");

/** A pause that only notes the round. */
function noted(): {
  rounds: number[];
  pause: (round: number) => Promise<void>;
} {
  const rounds: number[] = [];
  return {
    rounds,
    pause: (round) => {
      rounds.push(round);
      return Promise.resolve();
    },
  };
}

function failing(times: number, error: Error): () => Promise<string> {
  let left = times;
  return () => left-- > 0 ? Promise.reject(error) : Promise.resolve("done");
}

Deno.test("whenUnlocked() tries again while the file is locked", async () => {
  const { rounds, pause } = noted();
  assertEquals(await whenUnlocked(failing(3, LOCKED), pause), "done");
  assertEquals(rounds, [0, 1, 2]);
});

Deno.test("whenUnlocked() gives up after 30 tries", async () => {
  const last = noted();
  assertEquals(await whenUnlocked(failing(29, LOCKED), last.pause), "done");
  assertEquals(last.rounds.length, 29);
  const { rounds, pause } = noted();
  await assertRejects(
    () => whenUnlocked(failing(30, LOCKED), pause),
    ContentionError,
  );
  assertEquals(rounds.length, 30);
});

Deno.test("whenUnlocked() calls every other fault a store that is not there, at once", async () => {
  const { rounds, pause } = noted();
  const full = new TypeError("database or disk is full");
  const error = await assertRejects(
    () => whenUnlocked(failing(1, full), pause),
    StoreUnavailableError,
  );
  assertEquals((error as Error).cause, full);
  assertEquals(rounds, []);
});

Deno.test("commitAtomic() builds the commit anew for each try", async () => {
  using kv = await Deno.openKv(":memory:");
  let built = 0;
  const { pause } = noted();
  const result = await commitAtomic(() => {
    const atomic = kv.atomic().set(["a"], ++built);
    if (built < 3) atomic.commit = () => Promise.reject(LOCKED);
    return atomic;
  }, pause);
  assertEquals([result.ok, (await kv.get(["a"])).value], [true, 3]);
});

Deno.test("commitAtomic() returns a refusal and does not try again", async () => {
  using kv = await Deno.openKv(":memory:");
  await kv.set(["a"], 1);
  let built = 0;
  const result = await commitAtomic(() => {
    built++;
    return kv.atomic().check({ key: ["a"], versionstamp: null }).set(["a"], 2);
  });
  assertEquals([result.ok, built], [false, 1]);
});
