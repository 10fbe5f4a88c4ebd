/** What setting up each method asks of the store: counts are exact, so one that is overrun fails. */
import { assert, assertEquals } from "@std/assert";
import { MOST, SET_UP, setupCost } from "@/tests/support/setup_costs.ts";

Deno.test.each(SET_UP)(
  "setting up %s keeps within its operations of the store",
  async (method) => {
    const cost = await setupCost(method);
    const { asked, shown, delivery, requests } = cost;
    const said = JSON.stringify(cost);
    assert(asked.reads <= MOST.reads && asked.commits <= MOST.commits, said);
    assertEquals(shown.commits, 0, said);
    // Each request asks once whether the session is still open, and a code to be
    // sent asks once more what bounds it (docs/decisions/0002). Answers ask what
    // bounds guesses of the password, and the directory for its hash.
    const more = { phone: 1, email: 1, questions: 2 };
    const besides = Object.entries(more).find(([name]) => name === method);
    assert(asked.reads + shown.reads <= requests + (besides?.[1] ?? 0), said);
    // A message is claimed by one commit and settled by another.
    assert(delivery.reads === 0 && delivery.commits <= 4, said);
  },
);
