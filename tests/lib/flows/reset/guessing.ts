/** Guessing the codes of ann's app, and those of nobody's. */
import { fromBase32 } from "@/lib/crypto/base32.ts";
import { stepAt, totp } from "@/lib/crypto/totp.ts";
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import { takeTotp } from "@/lib/flows/proofs/prove_totp.ts";
import { begin, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import { SEED } from "@/tests/support/people.ts";
import type { World } from "@/tests/support/world.ts";

/** A policy by which nothing else is asked for. */
export const BY_APP = { methods: ["totp"] } as const;

/** One network of many. */
export const network = (i: number) => `198.51.${i}.0/24`;

/** The code that ann's app shows now, or the last so many of its codes. */
export function shown(world: World, many = 1): string {
  const seed = fromBase32(SEED) ?? new Uint8Array();
  const last = stepAt(world.now());
  return Array.from({ length: many }, (_, i) => totp(seed, last - many + 1 + i))
    .join("");
}

/** What came of a code of an app, in a reset. */
export async function type(world: World, cookie: string, code = "000000") {
  const proving = proofCase(await look(world, cookie));
  return await takeTotp(world, proving, code);
}

/** The same of somebody who is signed in. */
export async function typeSignedIn(world: World, code: string) {
  const visit = await world.visit(await world.enter());
  return (await takeTotp(world, proofCase(visit), code)).kind;
}

/** Types so many wrong codes from that network. */
export async function guess(
  world: World,
  { from, times, identifier = "ann" }: {
    from: string;
    times: number;
    identifier?: string;
  },
) {
  const cookie = await begin(world, { identifier, block: from });
  const answers = [];
  for (let i = 0; i < times; i++) answers.push(await type(world, cookie));
  await world.settle();
  return answers;
}
