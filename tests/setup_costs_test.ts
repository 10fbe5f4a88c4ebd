/** What setting up each method asks of the store: counts are exact, so one that is overrun fails. */
import { assert, assertEquals } from "@std/assert";
import { MOST, SET_UP, setupCost } from "@/tests/support/setup_costs.ts";

Deno.test.each(SET_UP)(
  "setting up %s keeps within its operations of the store",
  async (method) => {
    const { asked, shown, delivery } = await setupCost(method);
    const said = JSON.stringify({ asked, shown, delivery });
    assert(asked.reads <= MOST.reads && asked.commits <= MOST.commits, said);
    assertEquals(shown.commits, 0, said);
    // A message is claimed by one commit and settled by another.
    assert(delivery.reads === 0 && delivery.commits <= 4, said);
  },
);
