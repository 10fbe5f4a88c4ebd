/** Proving something in a reset. */
import type { Deps } from "@/lib/flows/deps.ts";
import { noteReset } from "@/lib/flows/reset/note_proof.ts";
import {
  enterReset,
  resetDestinations,
  type ResetSend,
  sendReset,
  type SendResetAnswer,
} from "@/lib/flows/reset/reset_code.ts";
import { TYPED } from "@/tests/lib/flows/reset/lost_people.ts";
import { begin, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import { BLOCK, type World } from "@/tests/support/world.ts";

/** Sends a code to the place of that number in the list. */
export async function send(
  world: World,
  cookie: string,
  { place = 0, ...how }: Partial<ResetSend> & { place?: number } = {},
): Promise<SendResetAnswer> {
  const visit = await look(world, cookie);
  const destination = resetDestinations(world, visit)[place];
  if (destination === undefined) throw new Error("No such place");
  const from = { block: BLOCK, locale: "en", typed: null };
  const answer = await sendReset(world, visit, {
    destination,
    ...from,
    ...how,
  });
  await world.settle();
  return answer;
}

/** Types a code. */
export async function enter(world: World, cookie: string, code: string) {
  return await enterReset(world, await look(world, cookie), code);
}

/** Notes a proof as a page does that has judged it. */
export async function note(
  deps: Deps,
  cookie: string,
  ...proofs: Parameters<typeof noteReset>[2][]
): Promise<string> {
  let held = cookie;
  for (const proof of proofs) {
    const next = await noteReset(deps, await look(deps, held), proof);
    if (next === null) throw new Error("The test's reset is over");
    held = next;
  }
  return held;
}

/** A reset of ann's in which a text was proved. */
export async function proved(world: World): Promise<string> {
  const cookie = await begin(world);
  await send(world, cookie, { typed: TYPED });
  const { kind } = await enter(world, cookie, world.lastCode());
  if (kind !== "right") throw new Error(`The code was ${kind}`);
  return await note(world, cookie, "sms");
}
