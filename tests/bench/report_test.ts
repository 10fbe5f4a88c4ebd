import { assertEquals } from "@std/assert";
import { inTurn } from "@/tests/bench/medians.ts";
import {
  alike,
  atMost,
  line,
  ratioAtLeast,
  ratioAtMost,
} from "@/tests/bench/report.ts";

Deno.test.each([[199.9, true], [200, true], [200.1, false]] as const)(
  "atMost() says of %d MB of 200: %s",
  (is, met) => {
    assertEquals(
      atMost({ what: "memory", is, must: 200, unit: "MB" }).met,
      met,
    );
  },
);

Deno.test.each([[50, true], [49, false]] as const)(
  "ratioAtLeast() says of %d beside 100: %s",
  (ours, met) => assertEquals(ratioAtLeast("GET", [ours, 100], 0.5).met, met),
);

Deno.test.each([[200, true], [201, false]] as const)(
  "ratioAtMost() says of %d beside 100: %s",
  (ours, met) => assertEquals(ratioAtMost("start", [ours, 100], 2).met, met),
);

Deno.test.each(
  [
    [[10, 15], true],
    [[10, 15.1], false],
    [[15.1, 10], false],
    [[1_000, 1_020], true],
    [[1_021, 1_000], false],
  ] as const,
)(
  "alike() says of %j ms: %s",
  (pair, met) => assertEquals(alike("POST", pair).met, met),
);

Deno.test("inTurn() measures one after the other and takes medians", async () => {
  const asked: string[] = [];
  const values = { ours: [9, 1, 5], bare: [20, 40, 30] };
  const measure = (who: "ours" | "bare") => () => {
    asked.push(who);
    return Promise.resolve(values[who].shift() ?? 0);
  };
  assertEquals(await inTurn(3, measure("ours"), measure("bare")), [5, 30]);
  assertEquals(asked, ["ours", "bare", "ours", "bare", "ours", "bare"]);
});

Deno.test("line() is a row of the table", () => {
  const row = atMost({ what: "page", is: 12_345, must: 14_600, unit: "B" });
  assertEquals(line(row), "| page | 12,345 B | ≤ 14,600 | yes |");
});
