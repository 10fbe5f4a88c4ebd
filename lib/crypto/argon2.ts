/**
 * Argon2id (RFC 9106) off the event loop: by the runtime where it can, in a
 * worker where it cannot.
 *
 * @module
 */

/** What one hash is made of and what it costs. */
export interface Argon2Job {
  /** The password as UTF-8; not empty. */
  password: Uint8Array<ArrayBuffer>;
  /** The salt, at least 8 bytes. */
  salt: Uint8Array<ArrayBuffer>;
  /** Memory in KiB. */
  memory: number;
  /** How many times it passes over the memory. */
  passes: number;
  /** How many lanes the memory has. */
  lanes: number;
}

/** Computes the 32-byte hash of a job. */
export type Argon2 = (job: Argon2Job) => Promise<Uint8Array<ArrayBuffer>>;

/** Bits of a hash. */
const BITS = 256;

/**
 * WebCrypto with Argon2id, as Deno 2.9 has it and the Modern Algorithms draft
 * of the WICG describes it. TypeScript's types lack it: hence the one cast.
 */
interface Argon2Subtle {
  importKey(
    format: "raw-secret",
    password: Uint8Array,
    algorithm: "Argon2id",
    extractable: false,
    usages: readonly ["deriveBits"],
  ): Promise<CryptoKey>;
  deriveBits(
    algorithm: Argon2Params,
    key: CryptoKey,
    bits: number,
  ): Promise<ArrayBuffer>;
}

interface Argon2Params {
  name: "Argon2id";
  nonce: Uint8Array;
  parallelism: number;
  memory: number;
  passes: number;
}

const subtle = crypto.subtle as unknown as Argon2Subtle;

/** The runtime's own Argon2id where it has it, else one that runs in workers. */
export async function argon2(): Promise<Argon2> {
  const known = await importPassword(new Uint8Array(1)).then(
    () => true,
    () => false,
  );
  return known ? webArgon2 : workerArgon2;
}

/** Argon2id by WebCrypto, on the runtime's own threads. */
export async function webArgon2(
  { password, salt, memory, passes, lanes }: Argon2Job,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await importPassword(password);
  const params = {
    name: "Argon2id",
    nonce: salt,
    parallelism: lanes,
    memory,
    passes,
  } as const;
  return new Uint8Array(await subtle.deriveBits(params, key, BITS));
}

function importPassword(password: Uint8Array): Promise<CryptoKey> {
  return subtle.importKey("raw-secret", password, "Argon2id", false, [
    "deriveBits",
  ]);
}

/**
 * Argon2id by WebAssembly in a worker of its own, which needs read permission
 * for the worker's file. WebAssembly never gives memory back, so the worker
 * ends with its job.
 */
export async function workerArgon2(
  job: Argon2Job,
): Promise<Uint8Array<ArrayBuffer>> {
  const worker = new Worker(new URL("./argon2_worker.ts", import.meta.url), {
    type: "module",
  });
  try {
    return await new Promise((resolve, reject) => {
      const fail = (why: string) =>
        reject(new Error(`Cannot compute Argon2id in a worker: ${why}`));
      worker.onmessage = ({ data }) =>
        data instanceof Uint8Array ? resolve(data.slice()) : fail(String(data));
      worker.onerror = (event) => {
        event.preventDefault(); // Unprevented, it ends the process.
        fail(event.message);
      };
      worker.postMessage(job);
    });
  } finally {
    worker.terminate();
  }
}
