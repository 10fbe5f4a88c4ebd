/** Opening a reset, and looking at it. */
import type { Deps } from "@/lib/flows/deps.ts";
import {
  type OpenAnswer,
  openReset,
  type ResetRequest,
} from "@/lib/flows/reset/open_reset.ts";
import {
  openResetVisit,
  type ResetVisit,
} from "@/lib/flows/reset/reset_visit.ts";
import { BLOCK, type World } from "@/tests/support/world.ts";

/** Says who one is, with a challenge passed. */
export function ask(
  deps: Deps,
  request: Partial<ResetRequest> = {},
): Promise<OpenAnswer> {
  return openReset(deps, {
    identifier: "ann",
    block: BLOCK,
    locale: "en",
    device: null,
    passed: "work",
    ...request,
  });
}

/** Opens a reset and returns what its cookie holds. */
export async function begin(
  deps: Deps,
  request: Partial<ResetRequest> = {},
): Promise<string> {
  const answer = await ask(deps, request);
  if (answer.kind !== "opened") throw new Error(`No reset: ${answer.kind}`);
  return answer.cookie;
}

/** What a request with that cookie knows. Throws where the reset is over. */
export async function look(deps: Deps, cookie: string): Promise<ResetVisit> {
  const visit = await openResetVisit(deps, cookie);
  if (visit === null) throw new Error("The test's reset is over");
  return visit;
}

/** Whether the reset still goes on. */
export async function isOn(world: World, cookie: string): Promise<boolean> {
  const on = await openResetVisit(world, cookie) !== null;
  await world.settle();
  return on;
}
