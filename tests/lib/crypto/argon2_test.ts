import { assertEquals, assertRejects, assertStrictEquals } from "@std/assert";
import {
  argon2,
  type Argon2Job,
  webArgon2,
  workerArgon2,
} from "@/lib/crypto/argon2.ts";

const JOB: Argon2Job = {
  password: new TextEncoder().encode("password"),
  salt: new Uint8Array(16).fill(7),
  memory: 19456,
  passes: 2,
  lanes: 1,
};

Deno.test("webArgon2() and workerArgon2() give the same hash", async () => {
  // As hash-wasm 4.13 gives it outside of a worker.
  const hex =
    "b95b1097ae2e8cb169c28302867b5192f0372672e9b9fee4099ea37b6746a97c";
  assertEquals((await webArgon2(JOB)).toHex(), hex);
  assertEquals((await workerArgon2(JOB)).toHex(), hex);
});

Deno.test("argon2() is the runtime's where it has it", async () => {
  assertStrictEquals(await argon2(), webArgon2);
});

Deno.test("argon2() runs in a worker where the runtime has none", async () => {
  const { importKey } = crypto.subtle;
  crypto.subtle.importKey = () =>
    Promise.reject(
      new DOMException("Unrecognized algorithm", "NotSupportedError"),
    );
  try {
    assertStrictEquals(await argon2(), workerArgon2);
  } finally {
    crypto.subtle.importKey = importKey;
  }
});

Deno.test("workerArgon2() rejects with what went wrong in the worker", async () => {
  const job = { ...JOB, salt: new Uint8Array(1) };
  await assertRejects(
    () => workerArgon2(job),
    Error,
    "Cannot compute Argon2id",
  );
});
