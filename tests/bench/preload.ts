/**
 * Loaded before the product in its own process: counts what it asks of the
 * store, and lets its clock run faster, so that hours of limits pass in minutes.
 *
 * @module
 */
import { countingKv } from "@/tests/support/counting_kv.ts";

const count = { reads: 0, commits: 0 };
const speed = Number(Deno.env.get("CLOCK_SPEED") ?? 1);
const realNow = Date.now;
const start = realNow();
Date.now = () => Math.round(start + (realNow() - start) * speed);

const openKv = Deno.openKv;
Object.defineProperty(Deno, "openKv", {
  value: async (path?: string) => countingKv(await openKv(path), count),
});

Deno.serve(
  {
    port: Number(Deno.env.get("STATS_PORT")),
    hostname: "127.0.0.1",
    onListen() {},
  },
  () => Response.json(count),
).unref(); // else the product's own module would wait for it to end
