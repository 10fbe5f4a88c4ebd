/** One of several processes that count in one record of one file. */
import * as z from "zod/mini";
import { change } from "@/lib/store/entries.ts";
import { openStore } from "@/lib/store/open.ts";
import type { Ref } from "@/lib/store/record.ts";
import { read, transact } from "@/lib/store/records.ts";

const schema: z.ZodMiniType<number> = z.int();

export const hotRef: Ref<number> = { key: ["hot"], schema };

async function increment(kv: Deno.Kv): Promise<void> {
  await transact(kv, await read(kv, [hotRef]), ([entry]) => ({
    changes: [change(entry, (entry.value ?? 0) + 1)],
    result: null,
  }));
}

/** Opens the file, says so, waits for the end of its input and counts. */
if (import.meta.main) {
  const [path = "", increments] = Deno.args;
  using kv = await openStore(path);
  await Deno.stdout.write(new TextEncoder().encode("ready\n"));
  await Array.fromAsync(Deno.stdin.readable);
  for (let n = 0; n < Number(increments); n++) await increment(kv);
}
