/** The budgets and waits of Microsoft's presets, asked for code by code, to their edges and past them. */
import { assert, assertEquals } from "@std/assert";
import { LIMITS } from "@/lib/domain/limits.ts";
import { sendCode } from "@/lib/flows/send_code.ts";
import { BLOCK, openWorld, type World } from "@/tests/support/world.ts";

const DAY = 24 * 60 * 60_000;

async function ask(world: World, cookie: string) {
  const answer = await sendCode(world, await world.visit(cookie), {
    number: "090-1234-5678",
    region: "JP",
    replaces: null,
    channel: "sms",
    block: BLOCK,
    locale: "en",
  });
  await world.settle();
  return answer;
}

/** How long the session waits for its next message, in milliseconds. */
async function waitOf(world: World, cookie: string): Promise<number> {
  const { verification, now } = await world.visit(cookie);
  return (verification?.resendAt ?? 0) - now;
}

for (const preset of ["entra", "azure-2016"] as const) {
  const { resend, send: { number: [budget] } } = LIMITS[preset];

  Deno.test(`${preset} sends a number 5 messages a day, each after its wait`, async () => {
    using world = await openWorld({ limits: preset });
    const cookie = await world.enter();
    const start = world.now();
    for (let sends = 0; sends < (budget?.max ?? 0); sends++) {
      assertEquals((await ask(world, cookie)).kind, "sent");
      const wait = await waitOf(world, cookie);
      const least = resend.first * 2 ** sends;
      assert(wait >= least && wait <= least * (1 + resend.jitter), `${wait}`);
      world.wait(wait - 1);
      assertEquals((await ask(world, cookie)).kind, "waiting");
      world.wait(1);
    }
    assertEquals(world.sent.length, 5);
    const until = start + DAY;
    assertEquals(await ask(world, cookie), { kind: "limit", until });
    world.wait(until - 1 - world.now());
    const next = await world.enter();
    assertEquals(await ask(world, next), { kind: "limit", until });
    world.wait(1);
    assertEquals((await ask(world, next)).kind, "sent");
    assertEquals(world.sent.length, 6);
  });
}
