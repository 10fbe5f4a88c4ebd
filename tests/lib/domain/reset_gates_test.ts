import { assertEquals } from "@std/assert";
import { SKEW } from "@/lib/domain/life.ts";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { standingProofs } from "@/lib/domain/reset_gates.ts";

const NOW = 1_000_000_000;
const OPENED = NOW - 60_000;

const CONFIRMED: [what: string, confirmedAt: number, stands: boolean][] = [
  ["before the reset", OPENED, true],
  ["since", OPENED + 1, false],
  ["just now, by a server whose clock is ahead", NOW + SKEW, false],
  ["before the clock went back", NOW + SKEW + 1, true],
];

for (const [what, confirmedAt, stands] of CONFIRMED) {
  Deno.test(`standingProofs() with what was confirmed ${what}`, () => {
    const totp = { secret: "", step: 0, confirmedAt };
    const reset = { practice: ["totp"], openedAt: OPENED } as const;
    const at = { methods: ["totp"], now: NOW } as const;
    const proofs = standingProofs(reset, { ...NEWCOMER, totp }, at);
    assertEquals(proofs, stands ? ["totp"] : []);
  });
}
