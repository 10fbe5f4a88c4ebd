import { assert, assertEquals } from "@std/assert";
import { credentialName } from "@/lib/crypto/passkey_ids.ts";
import { METHODS } from "@/lib/domain/method.ts";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import { VETTED_QUESTIONS } from "@/lib/domain/questions.ts";
import { addAccount } from "@/lib/flows/admin/add_account.ts";
import { forgetMethod } from "@/lib/flows/admin/forget_method.ts";
import { changePassword } from "@/lib/flows/change_password.ts";
import { enterCode } from "@/lib/flows/enter_code.ts";
import { mayChange } from "@/lib/flows/may_change.ts";
import { removePasskey } from "@/lib/flows/passkeys/manage_passkey.ts";
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import { proveRecoveryCode } from "@/lib/flows/proofs/prove_recovery_code.ts";
import { setAnswers } from "@/lib/flows/questions/set_answers.ts";
import { editionOf } from "@/lib/flows/recovery_codes/edition.ts";
import { makeCodes } from "@/lib/flows/recovery_codes/make_codes.ts";
import { removeEmail } from "@/lib/flows/remove_email.ts";
import { removePhone } from "@/lib/flows/remove_phone.ts";
import { removeSecret } from "@/lib/flows/remove_secret.ts";
import { openMessage } from "@/lib/flows/sealed_message.ts";
import { sendCode } from "@/lib/flows/send_code.ts";
import { sendEmailCode } from "@/lib/flows/send_email_code.ts";
import { liftFreeze } from "@/lib/flows/stop/lift_freeze.ts";
import { stopAccount } from "@/lib/flows/stop/stop_account.ts";
import { tellOwner } from "@/lib/flows/tell_owner.ts";
import { beginTotp } from "@/lib/flows/totp/begin_totp.ts";
import { enterTotp } from "@/lib/flows/totp/enter_totp.ts";
import { removeTotp } from "@/lib/flows/totp/remove_totp.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { change, guarded } from "@/lib/store/entries.ts";
import { listOutgoing } from "@/lib/store/outbox.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { commit } from "@/lib/store/records.ts";
import { openAdminWorld } from "@/tests/lib/flows/admin/admin_world.ts";
import { memoryDirectory } from "@/tests/support/memory_directory.ts";
import { added } from "@/tests/support/passkeys.ts";
import {
  appOf,
  emailOf,
  phoneOf,
  putPerson,
  readStop,
} from "@/tests/support/people.ts";
import { appShows } from "@/tests/support/totp.ts";
import {
  BLOCK,
  MINUTE,
  NOON,
  openWorld,
  PASSWORD,
  type World,
} from "@/tests/support/world.ts";

const ANN = "a-ann";
const MOBILE = "+819012345678";
const MAIL = "ann@elsewhere.example";
const CONTACT = { mobile: MOBILE, email: MAIL };
const POLICY = {
  methods: METHODS,
  useDirectoryContacts: "confirmed",
  questions: VETTED_QUESTIONS.slice(0, 20),
} as const;
const t = translator("en");
const HOW = { block: BLOCK, locale: "en" } as const;
const CHOSEN = ["brickworks", "windmill", "lighthouse", "sandpit", "O’Rourke"]
  .map((answer, i) => ({ question: VETTED_QUESTIONS[i] ?? "", answer }));

/** A world in which the directory knows how to reach ann, who has set up nothing. */
async function open(): Promise<World> {
  const world = await openWorld(POLICY);
  world.directory = memoryDirectory(PASSWORD, [
    { id: ANN, userName: "ann", groups: [], contact: CONTACT },
  ]);
  return world;
}

type Act = (world: World, cookie: string) => Promise<unknown>;

const sendText: Act = async (world, cookie) =>
  await sendCode(world, await world.visit(cookie), {
    number: "080-1234-5678",
    region: "JP",
    channel: "sms",
    replaces: null,
    ...HOW,
  });
const sendMail: Act = async (world, cookie) =>
  await sendEmailCode(world, await world.visit(cookie), {
    address: "ann@home.example",
    ...HOW,
  });
const enter = (method: "phone" | "email"): Act => async (world, cookie) =>
  await enterCode(world, await world.visit(cookie), {
    method,
    code: world.lastCode(),
    locale: "en",
  });
const begin: Act = async (world, cookie) =>
  await beginTotp(world, await world.visit(cookie));
const finish: Act = async (world, cookie) => {
  const begun = await beginTotp(world, await world.visit(cookie));
  assert(begun.kind === "open");
  const code = appShows(begun.seed, world.now());
  return await enterTotp(world, await world.visit(cookie), code);
};
const make: Act = async (world, cookie) => {
  const visit = await world.visit(cookie);
  const edition = editionOf(world, visit.person.recoveryCodes);
  return await makeCodes(world, visit, edition);
};
const spend: Act = async (world, cookie) => {
  const made = await make(world, cookie) as { codes: string[] };
  await world.settle();
  world.sent.length = 0;
  const proving = proofCase(await world.visit(cookie));
  return await proveRecoveryCode(world, proving, made.codes[0] ?? "");
};
const answer: Act = async (world, cookie) =>
  await setAnswers(world, await world.visit(cookie), { chosen: CHOSEN, t });
const removed =
  (method: "recoveryCodes" | "questions"): Act => async (world, cookie) =>
    await removeSecret(world, await world.visit(cookie), method);
const has =
  (make: (world: World) => Parameters<typeof putPerson>[2]): Act =>
  async (world) => await putPerson(world, ANN, make(world));

/** What is done before, what is told, and to whom beside what the directory has. */
const CHANGES: readonly [what: string, Act[], Act, also?: string[]][] = [
  ["a phone that is set up", [sendText], enter("phone")],
  ["an address that is set up", [sendMail], enter("email")],
  ["an app that is set up", [begin], finish],
  [
    "an app that is removed",
    [has((world) => ({ totp: appOf(world, NOON) }))],
    async (world, cookie) =>
      await removeTotp(world, await world.visit(cookie), NOON),
  ],
  ["a passkey that is added", [], added],
  ["a passkey that is removed", [added], async (world, cookie) => {
    const visit = await world.visit(cookie);
    const [key] = visit.person.passkeys;
    return await removePasskey(world, visit, credentialName(key?.id ?? ""));
  }],
  ["recovery codes that are made", [], make],
  ["recovery codes that are removed", [make], removed("recoveryCodes")],
  ["a recovery code that is used", [], spend],
  ["answers that are set", [], answer],
  ["answers that are removed", [answer], removed("questions")],
  [
    "a password that is changed",
    [],
    async (world, cookie) =>
      await changePassword(world, await world.visit(cookie), {
        userName: "ann",
        old: PASSWORD,
        new: "purple tiger kitchen",
        block: BLOCK,
      }),
  ],
  ["a freeze", [], async (world, cookie) => {
    const told = tellOwner(world, await world.visit(cookie), "changed");
    told.sendAfter(await commit(world.kv, told.changes));
    await world.settle();
    const code = readStop(world.sent.at(-1) ?? { text: "" });
    world.sent.length = 0;
    return await stopAccount(world, { code, block: BLOCK });
  }],
  [
    "a freeze that is lifted",
    [has(() => ({ frozenAt: NOON }))],
    async (world, cookie) => {
      const visit = await world.visit(cookie);
      const session = { ...visit.session, provedBy: "phone" } as const;
      return await liftFreeze(world, { ...visit, session });
    },
  ],
];
for (const [what, before, act] of CHANGES) {
  Deno.test(`What the directory has is told of ${what}`, async () => {
    using world = await open();
    const cookie = await world.enter();
    for (const each of before) {
      await each(world, cookie);
      await world.settle();
    }
    const sent = world.sent.splice(0);
    if (sent.length > 0) world.sent.push(...sent.slice(-1));
    await act(world, cookie);
    await world.settle();
    const told = world.sent.slice(-2).map(({ to }) => to).toSorted();
    assertEquals(told, [MOBILE, MAIL]);
  });
}

Deno.test("What the directory has is told of a phone and an address that are removed", async () => {
  using world = await open();
  const phone = phoneOf(world, "+818012345678", NOON);
  const email = emailOf(world, "ann@home.example", NOON);
  await putPerson(world, ANN, { phones: [phone] });
  const cookie = await world.enter();
  await removePhone(world, await world.visit(cookie), phone.index);
  await world.settle();
  assertEquals(world.sent.splice(0).map(({ to }) => to), [
    "+818012345678",
    MAIL,
  ]);
  await putPerson(world, ANN, { email });
  await removeEmail(world, await world.visit(cookie), email.index);
  await world.settle();
  assertEquals(world.sent.map(({ to }) => to), [MOBILE, "ann@home.example"]);
});

Deno.test("What the directory has is told of what an administrator takes off", async () => {
  using world = await openAdminWorld();
  const policy = { ...DEFAULT_POLICY, ...POLICY };
  await commit(world.kv, [change(guarded(policyRef()), policy)]);
  const ann = { userName: "ann", password: "seven green bicycles", groups: [] };
  const account = await addAccount(world, { ...ann, contact: CONTACT });
  assert(account.kind === "added");
  await putPerson(world, account.id, { totp: appOf(world, NOON) });
  await forgetMethod(world, "ann", "totp");
  const told = (await listOutgoing(world.kv))
    .map(({ value }) => openMessage(world.keyring, value?.message ?? "").to);
  assertEquals(told.toSorted(), [MOBILE, MAIL]);
});

Deno.test("mayChange() asks for a fresh proof before another phone stands in for the directory's", async () => {
  using world = await open();
  const cookie = await world.enter();
  world.wait(5 * MINUTE);
  const visit = await world.visit(cookie);
  await world.settle();
  assertEquals(mayChange(visit, "phone"), { kind: "stale" });
});

Deno.test("A contact that is only offered is told of nothing, and keeps nobody from beginning", async () => {
  using world = await open();
  const policy = { ...DEFAULT_POLICY, ...POLICY };
  const offered = { ...policy, useDirectoryContacts: "offer" } as const;
  await commit(world.kv, [change(guarded(policyRef()), offered)]);
  const cookie = await world.enter();
  await make(world, cookie);
  await world.settle();
  assertEquals(world.sent, []);
  await putPerson(world, ANN, {});
  world.wait(5 * MINUTE);
  assertEquals(mayChange(await world.visit(cookie), "phone"), null);
  await world.settle();
});
