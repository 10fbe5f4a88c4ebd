import { assertEquals } from "@std/assert";
import { askedOf, type LastAsked, othersOf } from "@/lib/domain/resend.ts";

const asked = (index: string, resendAt = 1) => ({ index, sends: 1, resendAt });
const LAST: LastAsked = {
  ...asked("b", 2),
  step: "code",
  others: [asked("a"), asked("c")],
};

Deno.test("askedOf() knows the last one and those before, under any key", () => {
  assertEquals(askedOf(null, ["a"]), null);
  assertEquals(askedOf(LAST, ["b"])?.resendAt, 2);
  assertEquals(askedOf(LAST, ["new key", "a"]), asked("a"));
  assertEquals(askedOf(LAST, ["d"]), null);
});

Deno.test("askedOf() forgets what came back", () => {
  const used = { ...LAST, step: "used" };
  assertEquals(askedOf(used, ["b"]), null);
  assertEquals(othersOf(used, ["d"]), LAST.others);
});

Deno.test("othersOf() keeps all but the one that is asked for, newest first, and 20 at most", () => {
  assertEquals(othersOf(null, ["a"]), []);
  assertEquals(othersOf(LAST, ["d"]), [asked("b", 2), ...LAST.others]);
  assertEquals(othersOf(LAST, ["a"]), [asked("b", 2), asked("c")]);
  assertEquals(othersOf(LAST, ["b"]), LAST.others);
  const many = Array.from({ length: 30 }, (_, i) => asked(`${i}`));
  assertEquals(othersOf({ ...LAST, others: many }, ["d"]).length, 20);
});
