/** One secret, redeemed 200 times at once from resets of its person that know nothing of each other. */
import { assertEquals } from "@std/assert";
import { drawCodes } from "@/lib/flows/recovery_codes/draw_codes.ts";
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import { proveRecoveryCode } from "@/lib/flows/proofs/prove_recovery_code.ts";
import { takeTotp } from "@/lib/flows/proofs/prove_totp.ts";
import { redeemLink } from "@/lib/flows/reset/mail_link.ts";
import { enterReset } from "@/lib/flows/reset/reset_code.ts";
import type { ResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import { ANN, openLost, withApp } from "@/tests/lib/flows/reset/lost_people.ts";
import { send } from "@/tests/lib/flows/reset/reset_proofs.ts";
import { begin, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import { putPerson, SEED } from "@/tests/support/people.ts";
import { appShows } from "@/tests/support/totp.ts";
import { BLOCK, type World } from "@/tests/support/world.ts";

const RESETS = 10;
const TIMES = 20;

/** Each reset tries so many times; returns what came of all, sorted. */
async function race(
  world: World,
  redeem: (visit: ResetVisit) => Promise<{ kind: string }>,
): Promise<Record<string, number>> {
  const visits: ResetVisit[] = [];
  for (let i = 0; i < RESETS; i++) {
    visits.push(await look(world, await begin(world)));
  }
  const tries = visits.flatMap((visit) => Array(TIMES).fill(visit));
  const answers = await Promise.all(tries.map(redeem));
  await world.settle();
  const kinds = Map.groupBy(answers, ({ kind }) => kind);
  return Object.fromEntries(
    Array.from(kinds, ([kind, { length }]) => [kind, length]),
  );
}

Deno.test("one recovery code counts once in ten resets", async () => {
  using world = await openLost({ methods: ["recoveryCodes"] });
  const drawn = await drawCodes(world, ANN, 2);
  const hashes = drawn.map(({ hash }) => hash);
  await putPerson(world, ANN, { recoveryCodes: { hashes, confirmedAt: 0 } });
  const [{ code } = { code: "" }] = drawn;
  const kinds = await race(
    world,
    (visit) => proveRecoveryCode(world, proofCase(visit), code),
  );
  assertEquals(kinds, { right: 1, used: RESETS * TIMES - 1 });
});

Deno.test("one step of the app counts once in ten resets", async () => {
  using world = await openLost({ methods: ["totp"] }, withApp);
  const shown = appShows(SEED, world.now());
  const { right, ...others } = await race(
    world,
    (visit) => takeTotp(world, proofCase(visit), shown),
  );
  assertEquals([right, Object.keys(others)], [1, ["used"]]);
});

Deno.test("a mail's code that is typed and its link that is pressed count once together", async () => {
  using world = await openLost({ methods: ["email"], mailLink: "yes" });
  const cookie = await begin(world);
  await send(world, cookie);
  const { text = "" } = world.sent.at(-1) ?? {};
  const [, token = ""] = /\/reset\/link\?t=(\S+)/.exec(text) ?? [];
  const code = world.lastCode();
  const visit = await look(world, cookie);
  const answers = await Promise.all(
    Array.from(
      { length: 200 },
      (_, i) =>
        i % 2 === 0
          ? enterReset(world, visit, code)
          : redeemLink(world, token, { here: visit, block: BLOCK }),
    ),
  );
  const counted = answers.filter(({ kind }) =>
    kind === "right" || kind === "here"
  );
  assertEquals(counted.length, 1);
  assertEquals(new Set(answers.map(({ kind }) => kind)).size, 3);
});
