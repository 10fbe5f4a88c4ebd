/** What a stranger gets wrong or uses up, and the owner on a device that has signed in before. */
import { assert, assertEquals } from "@std/assert";
import { LIMITS } from "@/lib/domain/limits.ts";
import { rememberDevice } from "@/lib/flows/device_lane.ts";
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import { takeTotp } from "@/lib/flows/proofs/prove_totp.ts";
import { proveRecoveryCode } from "@/lib/flows/proofs/prove_recovery_code.ts";
import { deviceDigest } from "@/lib/flows/reset/known_device.ts";
import { resetWays } from "@/lib/flows/reset/ways.ts";
import { commit } from "@/lib/store/records.ts";
import {
  ANN,
  openLost,
  TYPED,
  withApp,
} from "@/tests/lib/flows/reset/lost_people.ts";
import { enter, send } from "@/tests/lib/flows/reset/reset_proofs.ts";
import { begin, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import { MINUTE, NOON, type World } from "@/tests/support/world.ts";

/** Ann's reset on a device that has signed in before. */
async function own(world: World): Promise<string> {
  const { token, remember } = rememberDevice(world, {
    userName: "ann",
    device: "D".repeat(22),
  });
  await commit(world.kv, [remember(ANN)]);
  const cookie = await begin(world, {
    device: deviceDigest(world, token, "ann"),
  });
  assert((await look(world, cookie)).session.lane !== null);
  return cookie;
}

const { wrong } = LIMITS.aikagi.method;

Deno.test("wrong codes of an app that a stranger types stop nobody on a device of the owner's", async () => {
  using world = await openLost({ methods: ["totp"] }, withApp);
  const stranger = await begin(world);
  const type = async (cookie: string) =>
    (await takeTotp(world, proofCase(await look(world, cookie)), "000000"))
      .kind;
  for (let i = 0; i < wrong; i++) await type(stranger);
  assertEquals(await type(stranger), "blocked");
  assertEquals(resetWays(world, await look(world, stranger)), []);
  const cookie = await own(world);
  assertEquals(resetWays(world, await look(world, cookie)), ["totp"]);
  for (let i = 1; i < wrong; i++) assertEquals(await type(cookie), "wrong");
  assertEquals(await type(cookie), "blocked");
  assertEquals(await type(await own(world)), "blocked");
});

Deno.test("so with recovery codes", async () => {
  using world = await openLost({ methods: ["recoveryCodes"] }, () => ({
    recoveryCodes: { hashes: ["k0.none"], confirmedAt: NOON },
  }));
  const type = async (cookie: string) => {
    const proving = proofCase(await look(world, cookie));
    return (await proveRecoveryCode(world, proving, "0123456789ABC")).kind;
  };
  const stranger = await begin(world);
  for (let i = 0; i < wrong; i++) await type(stranger);
  assertEquals(await type(stranger), "blocked");
  assertEquals(await type(await own(world)), "wrong");
});

Deno.test("so with mails that a stranger has sent, and their codes", async () => {
  using world = await openLost();
  let tried = 0;
  for (;;) {
    const stranger = await begin(world);
    if ((await send(world, stranger, { place: 2 })).kind !== "sent") break;
    for (let i = 0; i < 5; i++, tried++) {
      await enter(
        world,
        stranger,
        world.lastCode() === "000000" ? "1" : "000000",
      );
    }
    world.wait(3 * MINUTE);
  }
  assert(tried >= wrong, `${tried}`);
  const cookie = await own(world);
  assertEquals((await send(world, cookie, { place: 2 })).kind, "sent");
  assertEquals((await enter(world, cookie, world.lastCode())).kind, "right");
});

Deno.test("so with numbers that a stranger types", async () => {
  using world = await openLost();
  const stranger = await begin(world);
  const typed = { number: "090-1234-0000", region: "JP" };
  for (let i = 0; i < 5; i++) await send(world, stranger, { typed });
  assertEquals((await send(world, stranger, { typed: TYPED })).kind, "limit");
  assertEquals(
    (await send(world, await own(world), { typed: TYPED })).kind,
    "sent",
  );
});
