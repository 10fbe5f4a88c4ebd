/**
 * `deno task bench [REGISTRATIONS]`: the numbers of the product, each beside
 * its bound. Speeds and durations are ratios to a bare server's, measured in
 * turn on the same machine. It reports and judges nothing: tests do that for
 * what is exact.
 *
 * @module
 */
import { stop } from "esbuild";
import { packBuild } from "@/lib/fresh/pack.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { homeRows } from "@/tests/bench/home.ts";
import { memory } from "@/tests/bench/memory.ts";
import { atMost, line, type Row } from "@/tests/bench/report.ts";
import { resetRows } from "@/tests/bench/resets.ts";
import { openSite, type Site } from "@/tests/bench/site.ts";
import { codeSpeed, pageSpeed, startSpeed } from "@/tests/bench/speeds.ts";
import { strangerRows } from "@/tests/bench/strangers.ts";
import { walk } from "@/tests/support/journey.ts";
import { weighPortal } from "@/tests/support/portal_weights.ts";
import { MOST, SET_UP, setupCost } from "@/tests/support/setup_costs.ts";
import { type Weight, weightsOf } from "@/tests/support/weights.ts";

/** Enough accounts for all that walk before the measurement of memory. */
const ACCOUNTS = 3_000;

async function weights(site: Site): Promise<Row[]> {
  const registrant = site.registrant();
  using visitor = await site.visitor();
  const walked = await walk(visitor, registrant, () => site.code(registrant));
  return weightsOf(walked, walked.phone).map(atMost);
}

/** Each page of the portal in the language in which it weighs most. */
async function portalWeights(): Promise<Row[]> {
  const build = await packBuild({ root: new URL("../../", import.meta.url) })
    .finally(stop);
  const heaviest = new Map<string, Weight>();
  for (const language of TAGS) {
    for (const each of await weighPortal(build, language)) {
      const { is = 0 } = heaviest.get(each.what) ?? {};
      if (each.is >= is) heaviest.set(each.what, each);
    }
  }
  return Array.from(heaviest.values(), atMost);
}

/** What each set-up asks of the store, and beside it what the pages after redirects and the delivery do. */
async function setups(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const method of SET_UP) {
    const { asked, shown, delivery } = await setupCost(method);
    const what = `set-up of ${method}, from its first page`;
    const pages = `${what}; beside it ${shown.reads} of the pages shown after`;
    const sent = `${what}; beside it ${delivery.commits} of the delivery`;
    const { reads, commits } = asked;
    rows.push(
      atMost({ what: pages, is: reads, must: MOST.reads, unit: "reads" }),
      atMost({ what: sent, is: commits, must: MOST.commits, unit: "commits" }),
    );
  }
  return rows;
}

/** From the POST of the password to the thanks, hand-over of the text included. */
async function operations(): Promise<Row[]> {
  await using site = await openSite({
    accounts: 1,
    observed: { clockSpeed: 1 },
  });
  const registrant = site.registrant();
  using visitor = await site.visitor();
  const started = await site.count();
  await visitor.open("/register");
  const before = await site.count();
  await walk(visitor, registrant, () => site.code(registrant));
  const { reads, commits } = await site.count();
  // The walk opens the page of the password once more, which is before its POST.
  const opened = before.reads - started.reads;
  const rows = [
    { unit: "reads", is: reads - before.reads - opened, must: 12 },
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
  yield* await portalWeights();
  yield* await setups();
  yield await startSpeed();
  yield* await operations();
  yield* await resetRows();
  yield* await strangerRows();
  yield* await homeRows();
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
