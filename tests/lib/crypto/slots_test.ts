import { assertEquals, assertRejects } from "@std/assert";
import { BusyError, slots } from "@/lib/crypto/slots.ts";

/** Jobs that end when they are told to. */
function jobs() {
  const started: number[] = [];
  const running = new Map<number, PromiseWithResolvers<number>>();
  return {
    started,
    job: (n: number) => () => {
      const end = Promise.withResolvers<number>();
      running.set(n, end);
      started.push(n);
      return end.promise;
    },
    end: (n: number) => running.get(n)?.resolve(n),
    fail: (n: number) => running.get(n)?.reject(new Error(`job ${n}`)),
  };
}

/** Lets everything run that waits for nothing but its turn. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

Deno.test("slots() runs so many at once, and the others in the order of asking", async () => {
  const { job, started, end } = jobs();
  const slot = slots(2, 8);
  const all = [1, 2, 3, 4].map((n) => slot(job(n)));
  await settled();
  assertEquals(started, [1, 2]);
  end(2);
  await settled();
  assertEquals(started, [1, 2, 3]);
  end(1);
  await settled();
  assertEquals(started, [1, 2, 3, 4]);
  end(3);
  end(4);
  assertEquals(await Promise.all(all), [1, 2, 3, 4]);
});

Deno.test("slots() frees the place of a job that fails", async () => {
  const { job, started, fail, end } = jobs();
  const slot = slots(1, 8);
  const first = slot(job(1));
  const second = slot(job(2));
  await settled();
  fail(1);
  await assertRejects(() => first, Error, "job 1");
  await settled();
  assertEquals(started, [1, 2]);
  end(2);
  assertEquals(await second, 2);
});

Deno.test("slots() turns away who finds the queue full, and no one after", async () => {
  const { job, end } = jobs();
  const slot = slots(1, 2);
  const kept = [1, 2, 3].map((n) => slot(job(n)));
  await assertRejects(() => slot(job(4)), BusyError);
  await settled();
  end(1);
  await settled();
  const fifth = slot(job(5));
  end(2);
  await settled();
  end(3);
  await settled();
  end(5);
  assertEquals(await Promise.all([...kept, fifth]), [1, 2, 3, 5]);
});
