/** Every subset of proofs, for each kind of account and policy: who reaches the new password. */
import { assertEquals } from "@std/assert";
import { type Proof, PROOFS } from "@/lib/domain/recovery.ts";
import type { Policy } from "@/lib/domain/policy.ts";
import { finishReset } from "@/lib/flows/reset/finish_reset.ts";
import type { ResetVisit } from "@/lib/flows/reset/reset_visit.ts";
import { isProved } from "@/lib/flows/reset/ways.ts";
import { NEW, openLost, withApp } from "@/tests/lib/flows/reset/lost_people.ts";
import { note } from "@/tests/lib/flows/reset/reset_proofs.ts";
import { begin, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import { NOON, type World } from "@/tests/support/world.ts";

/** The smallest sets of table A-1 (NIST SP 800-63B-4 §4.1.2.1, §4.2.2): any set with one of them in it will do. */
const ENOUGH: Readonly<Record<"aal1" | "aal2", readonly Proof[][]>> = {
  aal1: [
    ["sms"],
    ["voice"],
    ["email"],
    ["recoveryCode"],
    ["totp"],
    ["passkeyUnverified"],
    ["passkey"],
  ],
  aal2: [
    ["passkey"],
    ["sms", "recoveryCode"],
    ["voice", "recoveryCode"],
    ["email", "recoveryCode"],
    ["sms", "totp"],
    ["voice", "totp"],
    ["email", "totp"],
    ["recoveryCode", "totp"],
    ["sms", "passkeyUnverified"],
    ["voice", "passkeyUnverified"],
    ["email", "passkeyUnverified"],
    ["recoveryCode", "passkeyUnverified"],
  ],
};

const ISSUED = ["sms", "voice", "email"] as const;

/** The smallest sets that are more than enough: whoever has proved one is asked no questions. */
const MORE: Readonly<Record<"aal1" | "aal2", readonly Proof[][]>> = {
  aal1: ENOUGH.aal2.map((set) => [...set]),
  aal2: [
    ...ISSUED.flatMap((issued): Proof[][] => [
      [issued, "recoveryCode", "totp"],
      [issued, "recoveryCode", "passkeyUnverified"],
      [issued, "passkey"],
    ]),
    ["recoveryCode", "passkey"],
  ],
};

const REAL = PROOFS.filter((proof) => proof !== "questions");
const SUBSETS = Array.from(
  { length: 2 ** REAL.length },
  (_, bits) => REAL.filter((_, i) => (bits >> i & 1) === 1),
);

interface Row {
  privileged: boolean;
  required: 1 | 2;
  questions: boolean;
}

const ROWS: Row[] = [false, true].flatMap((privileged) =>
  ([1, 2] as const).flatMap((required) =>
    [false, true].map((questions) => ({ privileged, required, questions }))
  )
);

function reaches(row: Row, proofs: readonly Proof[], answered: boolean) {
  const level = row.privileged || row.required === 2 ? "aal2" : "aal1";
  const asked = row.questions && !row.privileged;
  const table = answered || !asked ? ENOUGH : MORE;
  return table[level]
    .some((set) => set.every((proof) => proofs.includes(proof)));
}

function open({ privileged, required, questions }: Row): Promise<World> {
  const methods: Policy["methods"] = [
    "phone",
    "email",
    "totp",
    "recoveryCodes",
    "passkey",
    ...questions ? ["questions"] as const : [],
  ];
  const privilegedGroups = privileged ? ["staff"] : [];
  return openLost({ methods, required, privilegedGroups }, (world) => ({
    ...withApp(world),
    recoveryCodes: { hashes: ["k1.none"], confirmedAt: NOON },
    passkeys: [{
      id: "a2V5",
      publicKey: "a2V5",
      counter: 0,
      transports: [],
      name: "Laptop",
      verified: true,
      confirmedAt: NOON,
      usedAt: null,
    }],
    questions: {
      answers: [{ question: "lost", hash: "" }],
      asking: [0],
      recipe: 1,
      confirmedAt: NOON,
    },
  }));
}

const named = ({ privileged, required, questions }: Row) =>
  `${privileged ? "privileged" : "ordinary"}, ${required} required, questions ${
    questions ? "on" : "off"
  }`;

for (const row of ROWS) {
  Deno.test(`isProved() is table A-1 for every set of proofs: ${named(row)}`, async () => {
    using world = await open(row);
    const visit = await look(world, await begin(world));
    for (const answered of [false, true]) {
      const answers = answered ? ["questions"] as const : [];
      for (const proofs of SUBSETS) {
        const practice = [...proofs, ...answers];
        const session = { ...visit.session, practice };
        assertEquals(
          isProved({ ...visit, session } satisfies ResetVisit),
          reaches(row, proofs, answered),
          practice.join(),
        );
      }
      const alone = {
        ...visit.session,
        practice: ["questions"] as const,
      };
      assertEquals(isProved({ ...visit, session: alone }), false);
    }
  });
}

/** The smallest sets, each with one proof missing, and each whole: by the flows themselves. */
for (const row of ROWS) {
  Deno.test(`finishReset() sets a password after those sets alone: ${named(row)}`, async () => {
    using world = await open(row);
    let turn = 0;
    for (const answered of [false, true]) {
      for (const proofs of SUBSETS.filter(({ length }) => length <= 2)) {
        world.wait(24 * 60 * 60_000);
        const steps = [...proofs, ...answered ? ["questions"] as const : []];
        const cookie = await note(world, await begin(world), ...steps);
        const { kind } = await finishReset(
          world,
          await look(world, cookie),
          `${NEW} ${turn++}`,
        );
        const done = reaches(row, proofs, answered);
        assertEquals(kind, done ? "done" : "unproved", steps.join());
        await world.settle();
      }
    }
  });
}
