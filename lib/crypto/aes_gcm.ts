/**
 * AES-256-GCM by the runtime (NIST SP 800-38D), which is faster than any script
 * and whose time tells nothing of the key. WebCrypto has no synchronous form.
 *
 * @module
 */
import { concat } from "@/lib/crypto/bytes.ts";

/** What encrypts and decrypts one text. */
export interface Box {
  /** 32 bytes. */
  readonly key: Uint8Array;
  /** 12 bytes, different for each text under one key. */
  readonly iv: Uint8Array;
  /** Bytes that are authenticated and not encrypted. */
  readonly data: Uint8Array;
}

/** Bytes of the tag that follows the encrypted text. */
const TAG = 16;

/** The encrypted text and its tag. */
export function encryptGcm(
  { key, iv, data }: Box,
  text: Uint8Array,
): Uint8Array {
  const cipher = nodeCrypto().createCipheriv("aes-256-gcm", key, iv);
  cipher.setAAD(data);
  const parts = [cipher.update(text), cipher.final(), cipher.getAuthTag()];
  return concat(parts);
}

/** The text of what `encryptGcm` gave. Throws for anything that was altered. */
export function decryptGcm(
  { key, iv, data }: Box,
  sealed: Uint8Array,
): Uint8Array {
  const decipher = nodeCrypto()
    .createDecipheriv("aes-256-gcm", key, iv, { authTagLength: TAG });
  decipher.setAAD(data);
  decipher.setAuthTag(sealed.subarray(-TAG));
  const parts = [decipher.update(sealed.subarray(0, -TAG)), decipher.final()];
  return concat(parts);
}

type NodeCrypto = typeof import("node:crypto");

/** TypeScript's types have this global only together with Node's others: hence the cast. */
interface WithProcess {
  process: { getBuiltinModule(name: "node:crypto"): NodeCrypto };
}

/** Loads on first use: it takes Deno 2.9 about 25 ms, which the server's start has no time for. */
function nodeCrypto(): NodeCrypto {
  return (globalThis as unknown as WithProcess).process
    .getBuiltinModule("node:crypto");
}
