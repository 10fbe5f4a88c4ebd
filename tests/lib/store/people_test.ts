import { assert, assertEquals } from "@std/assert";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { personRef } from "@/lib/store/people.ts";

/** What the version before kept of strangers that no time let in. */
const STOPPED = 8.64e15;

Deno.test("a stop without an end, as the version before kept it, is none", () => {
  const count = { wrong: 1, since: 1, row: 100 };
  const before = {
    ...NEWCOMER,
    failures: {
      "reset.totp": { ...count, until: STOPPED },
      "reset.a.totp": { wrong: 20, since: 1, until: 5 },
      questions: { wrong: 5, since: 1, until: null },
    },
  };
  const read = personRef("x").schema.safeParse(before);
  assert(read.success);
  assertEquals(read.data.failures, {
    ...before.failures,
    "reset.totp": { ...count, until: null },
  });
});
