/**
 * `deno task bench [REGISTRATIONS]`: the numbers of the product, each beside
 * its bound. Speeds and durations are ratios to a bare server's, measured in
 * turn on the same machine. It reports and judges nothing: tests do that for
 * what is exact.
 *
 * @module
 */
import { memory } from "@/tests/bench/memory.ts";
import { atMost, line, type Row } from "@/tests/bench/report.ts";
import { openSite, type Site } from "@/tests/bench/site.ts";
import { codeSpeed, pageSpeed, startSpeed } from "@/tests/bench/speeds.ts";
import { walk } from "@/tests/support/journey.ts";
import { weightsOf } from "@/tests/support/weights.ts";

/** Enough accounts for all that walk before the measurement of memory. */
const ACCOUNTS = 1_200;

async function weights(site: Site): Promise<Row[]> {
  const registrant = site.registrant();
  using visitor = await site.visitor();
  const walked = await walk(visitor, registrant, () => site.code(registrant));
  return weightsOf(walked, walked.phone).map(atMost);
}

/** From the POST of the password to the thanks, hand-over of the text included. */
async function operations(): Promise<Row[]> {
  await using site = await openSite({
    accounts: 1,
    observed: { clockSpeed: 1 },
  });
  const registrant = site.registrant();
  using visitor = await site.visitor();
  await visitor.open("/register");
  const before = await site.count();
  await walk(visitor, registrant, () => site.code(registrant));
  const { reads, commits } = await site.count();
  const rows = [
    { unit: "reads", is: reads - before.reads, must: 12 },
    { unit: "commits", is: commits - before.commits, must: 8 },
  ];
  return rows.map((row) =>
    atMost({ ...row, what: `the store's ${row.unit}, sign-in to thanks` })
  );
}

/** Each measurement, in order; those of one server share it. */
async function* measurements(registrations: number): AsyncGenerator<Row> {
  {
    await using site = await openSite({ accounts: ACCOUNTS });
    yield* await weights(site);
    yield await pageSpeed(site);
    yield await codeSpeed(site);
  }
  yield await startSpeed();
  yield* await operations();
  yield* await memory(registrations);
}

async function print(text: string): Promise<void> {
  await Deno.stdout.write(new TextEncoder().encode(`${text}\n`));
}

await print(
  "| What | Measured | Must be | Met |\n| --- | --- | --- | --- |",
);
for await (const row of measurements(Number(Deno.args[0] ?? 10_000))) {
  await print(line(row));
}
