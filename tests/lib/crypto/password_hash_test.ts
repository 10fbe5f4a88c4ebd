import {
  assert,
  assertEquals,
  assertMatch,
  assertNotEquals,
  assertRejects,
} from "@std/assert";
import { argon2id, argon2Verify } from "hash-wasm";
import { type Argon2, webArgon2, workerArgon2 } from "@/lib/crypto/argon2.ts";
import { passwordHasher } from "@/lib/crypto/password_hash.ts";
import { BusyError } from "@/lib/crypto/slots.ts";

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));

/** Costs nothing and tells how it was called. */
function cheap() {
  const calls: Parameters<Argon2>[0][] = [];
  const compute: Argon2 = (job) => {
    calls.push(job);
    return Promise.resolve(new Uint8Array(32).fill(job.password.length));
  };
  return {
    calls,
    hasher: passwordHasher({
      random,
      cores: 1,
      compute: Promise.resolve(compute),
    }),
  };
}

Deno.test("hash() is the PHC string that hash-wasm makes", async () => {
  const hasher = passwordHasher({
    random: (n) => new Uint8Array(n).fill(7),
    cores: 1,
  });
  const phc = await hasher.hash("合鍵 spare key");
  assertEquals(
    phc,
    await argon2id({
      password: "合鍵 spare key",
      salt: new Uint8Array(16).fill(7),
      memorySize: 19456,
      iterations: 2,
      parallelism: 1,
      hashLength: 32,
      outputType: "encoded",
    }),
  );
  assert(await argon2Verify({ password: "合鍵 spare key", hash: phc }));
});

Deno.test("hash() salts each time", async () => {
  const { hasher } = cheap();
  const [one, other] = [await hasher.hash("p"), await hasher.hash("p")];
  assertMatch(one, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[^$]{22}\$[^$]{43}$/);
  assertNotEquals(one, other);
});

Deno.test("hash() refuses an empty password", async () => {
  await assertRejects(() => cheap().hasher.hash(""), RangeError);
});

Deno.test.each([
  ["WebCrypto", webArgon2],
  ["a worker", workerArgon2],
])("verify() by %s takes the password and no other", async (_by, compute) => {
  const hasher = passwordHasher({
    random,
    cores: 1,
    compute: Promise.resolve(compute),
  });
  const phc = await hasher.hash("spare key");
  assert(await hasher.verify("spare key", phc));
  assert(!await hasher.verify("spare keys", phc));
  assert(!await hasher.verify("", phc));
});

Deno.test("verify() takes a password however its accents are typed", async () => {
  const { hasher } = cheap();
  assert(await hasher.verify("cle\u0301", await hasher.hash("cl\u00e9")));
});

Deno.test("verify() uses the cost that the hash names", async () => {
  const { hasher, calls } = cheap();
  const phc = `$argon2id$v=19$m=65536,t=3,p=4$${"A".repeat(22)}$${
    "A".repeat(43)
  }`;
  await hasher.verify("p", phc);
  const costs = calls.map((
    { memory, passes, lanes, salt },
  ) => [memory, passes, lanes, salt.length]);
  assertEquals(costs, [[65536, 3, 4, 16]]);
});

Deno.test("verify() does the same work for nobody, and is false", async () => {
  const { hasher, calls } = cheap();
  const phc = await hasher.hash("p");
  await hasher.verify("p", phc);
  assert(!await hasher.verify("p", null));
  const [, real, dummy] = calls.map((
    { memory, passes, lanes, salt, password },
  ) => [memory, passes, lanes, salt.length, password.length]);
  assertEquals(dummy, real);
});

Deno.test("verify() is false for nobody even where the dummy's hash comes out", async () => {
  const compute = Promise.resolve(() => Promise.resolve(new Uint8Array(32)));
  const hasher = passwordHasher({ random, cores: 1, compute });
  assert(!await hasher.verify("p", null));
});

Deno.test.each([
  "",
  "plain password",
  "$argon2i$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAA",
  `$argon2id$v=16$m=19456,t=2,p=1$${"A".repeat(22)}$${"A".repeat(43)}`,
  `$argon2id$v=19$m=99999999,t=2,p=1$${"A".repeat(22)}$${"A".repeat(43)}`,
])("verify() faults on %j for a hash, and does not repeat it", async (phc) => {
  const error = await assertRejects(
    () => cheap().hasher.verify("p", phc),
    TypeError,
  );
  assert(phc === "" || !error.message.includes(phc));
});

Deno.test("hashes run beside the event loop", async () => {
  const hasher = passwordHasher({ random, cores: 2 });
  const order: string[] = [];
  setTimeout(() => order.push("timer"));
  const hash = () => hasher.hash("spare key").then(() => order.push("hash"));
  await Promise.all(Array.from({ length: 8 }, hash));
  assertEquals(order.indexOf("timer"), 0);
  assertEquals(order.length, 9);
});

Deno.test("no more hashes run at once than there are cores", async () => {
  let running = 0;
  const seen: number[] = [];
  const compute: Argon2 = async () => {
    seen.push(++running);
    await new Promise((resolve) => setTimeout(resolve));
    running--;
    return new Uint8Array(32);
  };
  const hasher = passwordHasher({
    random,
    cores: 2,
    compute: Promise.resolve(compute),
  });
  await Promise.all(Array.from({ length: 9 }, () => hasher.hash("p")));
  assertEquals(seen.length, 9);
  assertEquals(Math.max(...seen), 2);
});

Deno.test("who comes while 64 wait is turned away", async () => {
  const { promise, resolve } = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
  const hasher = passwordHasher({
    random,
    cores: 1,
    compute: Promise.resolve(() => promise),
  });
  const kept = Array.from({ length: 65 }, () => hasher.hash("p"));
  await assertRejects(() => hasher.verify("p", null), BusyError);
  resolve(new Uint8Array(32));
  assertEquals((await Promise.all(kept)).length, 65);
});
