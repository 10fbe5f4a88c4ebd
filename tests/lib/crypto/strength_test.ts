import { assert, assertEquals, assertRejects } from "@std/assert";
import { BusyError } from "@/lib/crypto/slots.ts";
import { strengthMeter } from "@/lib/crypto/strength.ts";

const about = ["ann", "key.example"];

const SCORES: [password: string, least: number, most: number][] = [
  ["purple tiger kitchen", 4, 4],
  ["demo-spare-key-2026", 3, 4],
  ["むらさき きりん だいどころ", 3, 4],
  ["aaaaaaaaaaaaaaab", 0, 2],
  ["qwertyuiopasdfgh", 0, 2],
  ["1qaz2wsx3edc4rfv", 0, 2],
  ["p4ssw0rdp4ssw0rd", 0, 2],
  ["ann.key.example", 0, 2],
  ["", 0, 0],
];

Deno.test("strengthMeter() scores passwords", async () => {
  const strength = strengthMeter();
  const all = SCORES.map(async ([password, least, most]) => {
    const score = await strength({ password, about });
    const fits = score !== null && score >= least && score <= most;
    assert(fits, `${password}: ${score}`);
  });
  await Promise.all(all);
});

Deno.test("strengthMeter() answers hostile passwords, each in its time", async () => {
  const strength = strengthMeter();
  const hostile = [
    "4@8({[</369&#!1/|0$5+7%2".repeat(40),
    "@4bcdefgh1jklmn0pqr5tuvwxy2".repeat(30),
    "\0".repeat(1024),
    "👩‍👩‍👧‍👦".repeat(200),
    "\u202egnirts sdrawkcab\u202c",
    "كلمة مرور طويلة جدا",
    "\ud800\udfff\ud800",
    "x".repeat(1_048_576),
    "__proto__constructor",
  ];
  for (const password of hostile) {
    const score = await strength({ password, about: ["__proto__"] });
    assert(score !== null && score >= 0 && score <= 4);
  }
});

Deno.test("strengthMeter() answers 200 at once, in one worker, which is gone after the last", async () => {
  let started = 0;
  let ended = 0;
  const strength = strengthMeter({
    start() {
      started++;
      const worker = realWorker();
      const terminate = worker.terminate.bind(worker);
      worker.terminate = () => {
        ended++;
        terminate();
      };
      return worker;
    },
  });
  const jobs = Array.from({ length: 200 }, (_, i) => {
    const password = `purple tiger kitchen ${i}`;
    return strength({ password, about });
  });
  assertEquals(new Set(await Promise.all(jobs)), new Set([4]));
  assertEquals([started, ended], [1, 1]);
});

Deno.test("strengthMeter() refuses what would wait too long", async () => {
  const strength = strengthMeter({ start: () => fakeWorker(() => 4) });
  const jobs = Array.from(
    { length: 300 },
    () => strength({ password: "x", about }),
  );
  const ends = await Promise.allSettled(jobs);
  const refused = ends.filter(({ status }) => status === "rejected");
  assertEquals(refused.length, 300 - 257);
  await assertRejects(() => jobs.at(-1) ?? Promise.resolve(), BusyError);
  assertEquals(await strength({ password: "x", about }), 4);
});

Deno.test("strengthMeter() gives a worker up that does not answer, and starts another", async () => {
  let started = 0;
  const strength = strengthMeter({
    timeout: 1,
    start() {
      const first = ++started === 1;
      return fakeWorker(() => first ? undefined : 3);
    },
  });
  const [late, next] = await Promise.all([
    strength({ password: "one", about }),
    strength({ password: "two", about }),
  ]);
  assertEquals([late, next, started], [null, 3, 2]);
});

Deno.test("strengthMeter() says nothing where the worker fails", async () => {
  const strength = strengthMeter({
    start: () =>
      new Worker(
        "data:application/javascript,onmessage=()=>{throw new Error('x')}",
        { type: "module" },
      ),
  });
  assertEquals(await strength({ password: "one", about }), null);
});

function realWorker(): Worker {
  const url = new URL(
    "../../../lib/crypto/strength_worker.ts",
    import.meta.url,
  );
  return new Worker(url, { type: "module" });
}

/** Answers each job with that; not at all with `undefined`. */
function fakeWorker(answer: () => number | undefined): Worker {
  const worker = {
    onmessage: null as ((event: { data: number }) => void) | null,
    postMessage() {
      const data = answer();
      if (data !== undefined) {
        queueMicrotask(() => worker.onmessage?.({ data }));
      }
    },
    terminate() {},
  };
  // What a meter uses of one.
  return worker as unknown as Worker;
}
