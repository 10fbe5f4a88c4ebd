/** The script of a challenge, as it is served: its weight, and its work. */
import { assert } from "@std/assert";
import { brotliCompressSync } from "node:zlib";
import { isSolution } from "@/lib/domain/challenge.ts";

const SCRIPT = new URL("../../static/challenge.js", import.meta.url);

Deno.test("challenge.js weighs at most 1,500 bytes, page and worker together", () => {
  const body = Deno.readFileSync(SCRIPT);
  assert(brotliCompressSync(body).length <= 1_500);
});

Deno.test.each([0, 8, 16])(
  "challenge.js finds a number of %i bits that the server takes",
  async (bits) => {
    const seed = crypto.getRandomValues(new Uint8Array(18))
      .toBase64({ alphabet: "base64url" });
    const worker = new Worker(SCRIPT, { type: "module" });
    try {
      const { promise, resolve } = Promise.withResolvers<number>();
      worker.onmessage = ({ data }) => resolve(data);
      worker.postMessage([seed, bits]);
      assert(isSolution(seed, `${await promise}`, bits));
    } finally {
      worker.terminate();
    }
  },
);
