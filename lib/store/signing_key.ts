/**
 * The key that signs answers to other applications: one record.
 *
 * @module
 */
import * as z from "zod/mini";
import type { Ref } from "@/lib/store/record.ts";

/** A key that signs, its secret sealed. */
export interface StoredSigningKey {
  /** The public half, as the key set shows it. */
  publicKey: { kid: string; x: string; y: string };
  /** PKCS #8, sealed. */
  secret: string;
  /** In epoch milliseconds. */
  createdAt: number;
}

const Stored: z.ZodMiniType<StoredSigningKey> = z.lazy(() =>
  z.object({
    publicKey: z.object({ kid: z.string(), x: z.string(), y: z.string() }),
    secret: z.string(),
    createdAt: z.int(),
  })
);

/** The key of every process of this installation. */
export function signingKeyRef(): Ref<StoredSigningKey> {
  return { key: ["signing_key"], schema: Stored };
}
