/**
 * The worker that computes one Argon2id hash where the runtime has none. It
 * answers with the hash, or in words with what went wrong.
 *
 * @module
 */
import { argon2id } from "hash-wasm";
import type { Argon2Job } from "@/lib/crypto/argon2.ts";

self.onmessage = async ({ data }: MessageEvent<Argon2Job>): Promise<void> => {
  self.postMessage(await compute(data).catch(String));
};

function compute(job: Argon2Job): Promise<Uint8Array> {
  return argon2id({
    password: job.password,
    salt: job.salt,
    memorySize: job.memory,
    iterations: job.passes,
    parallelism: job.lanes,
    hashLength: 32,
    outputType: "binary",
  });
}
