/**
 * `deno task bench [REGISTRATIONS]`: the numbers of the product, each beside
 * its bound. Speeds and durations are ratios to a bare server's, measured in
 * turn on the same machine. It reports and judges nothing: tests do that for
 * what is exact.
 *
 * @module
 */
import { memory } from "@/tests/bench/memory.ts";
import { atMost, type Row, table } from "@/tests/bench/report.ts";
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
  return weightsOf(walked, walked.phone)
    .map(({ what, is, must, unit }) => atMost(what, is, must, unit));
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
  const after = await site.count();
  return [
    atMost(
      "store reads, sign-in to thanks",
      after.reads - before.reads,
      12,
      "reads",
    ),
    atMost(
      "store commits, sign-in to thanks",
      after.commits - before.commits,
      8,
      "commits",
    ),
  ];
}

async function measure(): Promise<Row[]> {
  const registrations = Number(Deno.args[0] ?? 10_000);
  await using site = await openSite({ accounts: ACCOUNTS });
  const rows: Row[] = [];
  const steps: (() => Promise<Row | Row[]>)[] = [
    () => weights(site),
    operations,
    startSpeed,
    () => pageSpeed(site),
    () => codeSpeed(site),
    () => memory(registrations),
  ];
  for (const step of steps) rows.push(...[await step()].flat());
  return rows;
}

const rows = await measure();
await Deno.stdout.write(new TextEncoder().encode(`${table(rows)}\n`));
