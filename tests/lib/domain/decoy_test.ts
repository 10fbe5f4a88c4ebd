import { assert, assertEquals } from "@std/assert";
import { planDecoy } from "@/lib/domain/decoy.ts";
import { decoyAddress } from "@/lib/domain/decoy_contact.ts";
import type { Method } from "@/lib/domain/method.ts";
import {
  type AccountLevel,
  mayReset,
  type Proof,
} from "@/lib/domain/recovery.ts";

const PROVES: [Method, Proof][] = [
  ["phone", "sms"],
  ["email", "email"],
  ["totp", "totp"],
  ["recoveryCodes", "recoveryCode"],
  ["passkey", "passkey"],
];

/** Enough for the rarest: 1 of 20,000. */
const DRAWS = 25_000;

/** Every plan that is drawn, by what it is made of. */
function plans(methods: readonly Method[], level: AccountLevel): Set<string> {
  return new Set(Array.from({ length: DRAWS }, (_, i) => {
    const plan = planDecoy({ methods, level }, () => i / DRAWS);
    return [...new Set(plan)].sort().join();
  }));
}

const LEVELS: AccountLevel[] = ["aal1", "aal2"];

Deno.test.each(LEVELS)(
  "planDecoy() draws all that somebody of %s can have together, and nothing else",
  (level) => {
    const methods = PROVES.map(([method]) => method);
    const possible = Array.from(
      { length: 2 ** PROVES.length },
      (_, bits) => PROVES.filter((_, i) => bits & 2 ** i),
    )
      .filter((held) =>
        mayReset(new Set(held.map(([, proof]) => proof)), level)
      )
      .map((held) => held.map(([method]) => method).sort().join());
    assertEquals(plans(methods, level), new Set(possible));
  },
);

Deno.test("planDecoy() gives questions to everybody where there are any, and two phones to some", () => {
  const policy = { methods: ["phone", "questions"], level: "aal1" } as const;
  const drawn = Array.from(
    { length: 100 },
    (_, i) => planDecoy(policy, () => i / 100),
  );
  assert(drawn.every((plan) => plan.includes("questions")));
  assert(drawn.some((plan) => plan.length === 3));
});

Deno.test("decoyAddress() begins with every letter and digit, and seldom with another sign", () => {
  const first = new Set(
    Array.from(
      { length: 1_000 },
      (_, i) => decoyAddress(() => i / 1_000).charAt(0),
    ),
  );
  assertEquals(
    [...first].sort().join(""),
    "0123456789_abcdefghijklmnopqrstuvwxyz",
  );
});

Deno.test("planDecoy() gives an office phone to some, alone as well", () => {
  const policy = { methods: ["phone", "officePhone"], level: "aal1" } as const;
  const drawn = Array.from(
    { length: 100 },
    (_, i) => planDecoy(policy, () => i / 100).join(),
  );
  for (const plan of ["phone", "officePhone", "phone,officePhone"]) {
    assert(drawn.includes(plan), plan);
  }
});
