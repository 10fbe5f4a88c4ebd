/**
 * A reset by text on the server as it is run: its weight and its operations.
 *
 * @module
 */
import { atMost, type Row } from "@/tests/bench/report.ts";
import { openSite, type Site } from "@/tests/bench/site.ts";
import { withPhones } from "@/tests/bench/lost_people.ts";
import { MOST_OF_RESET } from "@/tests/support/reset_costs.ts";
import { type ResetWalk, walkReset } from "@/tests/support/reset_journey.ts";
import { resetWeightsOf } from "@/tests/support/weights.ts";

/** From the identifier to the end, notices that are handed over included. */
export async function resetRows(): Promise<Row[]> {
  await using site = await openSite({
    accounts: 1,
    furnish: withPhones,
    observed: { clockSpeed: 1 },
  });
  const before = await site.count();
  const walked = await reset(site);
  const { reads, commits } = await site.count();
  const counts = [
    ["reads", reads - before.reads, MOST_OF_RESET.reads],
    ["commits", commits - before.commits, MOST_OF_RESET.commits],
  ] as const;
  const what = "the store's operations, reset by text";
  return [
    ...resetWeightsOf(walked).map(atMost),
    ...counts.map(([unit, is, must]) => atMost({ what, is, must, unit })),
  ];
}

async function reset(site: Site): Promise<ResetWalk> {
  const lost = site.registrant();
  using visitor = await site.visitor();
  return await walkReset(visitor, lost, () => site.code(lost));
}
