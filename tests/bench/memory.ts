/**
 * Memory of the server while people register by the thousand.
 *
 * @module
 */
import { walk } from "@/tests/support/journey.ts";
import { atMost, type Row } from "@/tests/bench/report.ts";
import { openSite, type Site } from "@/tests/bench/site.ts";

const AT_ONCE = 8;
const SAMPLES = 5;
/** Fast enough that the hourly budgets for the whole site do not stop the run. */
const CLOCK_SPEED = 180;
const MB = 1_000_000;

/** Registers so many people and looks at the memory now and then. */
export async function memory(registrations: number): Promise<Row[]> {
  await using site = await openSite({
    accounts: registrations,
    observed: { clockSpeed: CLOCK_SPEED },
  });
  const each = Math.ceil(registrations / SAMPLES);
  const samples: number[] = [];
  for (let i = 0; i < SAMPLES; i++) {
    await register(site, each);
    samples.push(await site.server.rss() / MB);
  }
  const [first = 0, last = 0] = [samples[0], samples.at(-1)];
  const said = samples.map((sample) => sample.toFixed(0)).join(", ");
  const total = (each * SAMPLES).toLocaleString("en");
  return [
    {
      what: `memory after ${total} registrations (${said})`,
      is: last,
      must: 200,
    },
    { what: "its growth after the first fifth", is: last - first, must: 20 },
  ].map((row) => atMost({ ...row, unit: "MB" }));
}

async function register(site: Site, count: number): Promise<void> {
  let left = count;
  const walkers = Array.from({ length: AT_ONCE }, async () => {
    while (left-- > 0) {
      const registrant = site.registrant();
      using visitor = await site.visitor();
      await walk(visitor, registrant, () => site.code(registrant));
    }
  });
  await Promise.all(walkers);
}
