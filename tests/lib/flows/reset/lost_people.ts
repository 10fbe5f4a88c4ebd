/** People who have lost their password, for tests of the way back in. */
import type { Person } from "@/lib/domain/person.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import { appOf, emailOf, phoneOf, putPerson } from "@/tests/support/people.ts";
import { NOON, openWorld, type World } from "@/tests/support/world.ts";

export const ANN = "a-ann";
export const NUMBER = "+819012345678";
export const TYPED = "090-1234-5678";
export const NEW = "a wholly new long sentence";

/** A world in which ann has a phone and an address, unless `has` says otherwise. */
export async function openLost(
  policy: Partial<Policy> = {},
  has: (world: World) => Partial<Person> = () => ({}),
): Promise<World> {
  const world = await openWorld({ methods: ["phone", "email"], ...policy });
  await putPerson(world, ANN, {
    phones: [phoneOf(world, NUMBER, NOON)],
    email: emailOf(world, "ann@example.com", NOON),
    ...has(world),
  });
  return world;
}

/** An authenticator app, beside what ann has. */
export function withApp(world: World): Partial<Person> {
  return { totp: appOf(world, NOON) };
}
