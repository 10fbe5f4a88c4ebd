import { assert, assertEquals, assertRejects } from "@std/assert";
import type { Assertion } from "@/lib/crypto/assertion.ts";
import { userHandle } from "@/lib/crypto/passkey_ids.ts";
import {
  type Directory,
  DirectoryUnavailableError,
} from "@/lib/directory/directory.ts";
import { freeze } from "@/lib/domain/frozen.ts";
import { SIGN_IN_CHALLENGE_LIFE } from "@/lib/domain/passkeys.ts";
import { NEWCOMER, type Person } from "@/lib/domain/person.ts";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import { deviceRefs } from "@/lib/flows/known_device.ts";
import { offerPasskeySignIn } from "@/lib/flows/passkeys/sign_in_challenge.ts";
import { signInOffer } from "@/lib/flows/passkeys/sign_in_offer.ts";
import { signInByPasskey } from "@/lib/flows/passkeys/sign_in_passkey.ts";
import { change } from "@/lib/store/entries.ts";
import { personRef } from "@/lib/store/people.ts";
import { POLICY_KEY } from "@/lib/store/policy_mark.ts";
import { commit, read } from "@/lib/store/records.ts";
import {
  type Asked,
  makePasskey,
  type SoftPasskey,
} from "@/tests/support/authenticator.ts";
import { added } from "@/tests/support/passkeys.ts";
import { BLOCK, MINUTE, openWorld, type World } from "@/tests/support/world.ts";

const SECRET = "a browser that nobody is signed in with";
const REFUSED = { ok: false, why: "refused" } as const;
const LATE = { ok: false, why: "late" } as const;

const opened = () => openWorld({ methods: ["phone", "passkey"] });

/** Uses the passkey as the sign-in page asks for it; what is wrong with that is `asked`. */
async function answered(
  world: World,
  passkey: SoftPasskey,
  asked: Partial<Asked> & { userHandle?: string | null } = {},
): Promise<Assertion> {
  const options = await offerPasskeySignIn(world, SECRET);
  const challenge = options?.challenge ?? "";
  const handle = userHandle("a-ann");
  return await passkey.assert({ challenge, userHandle: handle, ...asked });
}

function enter(world: World, used: Assertion, block = BLOCK) {
  const from = { secret: SECRET, block, device: null };
  return signInByPasskey(world, { used, ...from });
}

async function ann(world: World): Promise<Person> {
  const [entry] = await read(world.kv, [personRef("a-ann")] as const);
  return entry.value ?? NEWCOMER;
}

async function put(world: World, person: Person): Promise<void> {
  const [entry] = await read(world.kv, [personRef("a-ann")] as const);
  await commit(world.kv, [change(entry, person)]);
}

Deno.test("signInOffer() asks for any passkey with the person verified, and for nothing without the method", async () => {
  using world = await opened();
  const options = await signInOffer(world, SECRET);
  const { challenge, ...rest } = options ?? { challenge: "" };
  assertEquals(challenge.length, 43);
  assertEquals(rest, {
    rpId: "key.example",
    allowCredentials: [],
    userVerification: "required",
    timeout: SIGN_IN_CHALLENGE_LIFE,
  });
  using none = await openWorld({ methods: ["phone"] });
  assertEquals(await signInOffer(none, SECRET), null);
  await none.kv.delete(POLICY_KEY);
  assertEquals(await signInOffer(none, SECRET), null);
});

Deno.test("signInByPasskey() opens a session that is proved by the passkey, and notes its use", async () => {
  using world = await opened();
  const passkey = await added(world, await world.enter());
  world.wait(MINUTE);
  const answer = await enter(
    world,
    await answered(world, passkey, { counter: 7 }),
  );
  assert(answer.ok);
  const { session, person } = await world.visit(answer.cookie);
  assertEquals(session.account, "a-ann");
  assertEquals(session.userName, "ann");
  assertEquals(session.groups, ["staff"]);
  assertEquals([session.provedBy, session.provedAt], ["passkey", world.now()]);
  assertEquals(person.passkeys[0]?.usedAt, world.now());
  // The device is known from now on.
  const [device] = await read(
    world.kv,
    deviceRefs(world, answer.device ?? null),
  );
  assertEquals(device?.value?.map(({ account }) => account), ["a-ann"]);
  assertEquals(person.passkeys[0]?.counter, 7);
});

for (const standing of ["mustChange", "expired"] as const) {
  Deno.test(`signInByPasskey() leads to the new password where the old one is due: ${standing}`, async () => {
    using plain = await opened();
    const passkey = await added(plain, await plain.enter());
    const directory: Directory = {
      ...plain.directory,
      async get(id) {
        const account = await plain.directory.get(id);
        return account && { ...account, standing };
      },
    };
    const world = { ...plain, directory };
    const answer = await enter(world, await answered(world, passkey));
    assert(answer.ok);
    assertEquals(answer.arrival, "password");
    assertEquals((await world.visit(answer.cookie)).session.due, standing);
  });
}

Deno.test("signInByPasskey() takes a challenge once: one of 200 parallel uses opens a session", async () => {
  using world = await opened();
  const passkey = await added(world, await world.enter());
  const used = await answered(world, passkey);
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, i) => enter(world, used, `block ${i}`)),
  );
  assertEquals(answers.filter(({ ok }) => ok).length, 1);
  assertEquals(await enter(world, used, "another block"), LATE);
});

Deno.test("signInByPasskey() takes a challenge just before its end and not at it", async () => {
  using world = await opened();
  const passkey = await added(world, await world.enter());
  const [early, late] = [
    await answered(world, passkey),
    await answered(world, passkey),
  ];
  world.wait(SIGN_IN_CHALLENGE_LIFE - 1);
  assert((await enter(world, early)).ok);
  world.wait(1);
  assertEquals(await enter(world, late), LATE);
});

Deno.test("signInByPasskey() takes no challenge of another browser, nor one that is not ours", async () => {
  using world = await opened();
  const passkey = await added(world, await world.enter());
  const used = await answered(world, passkey);
  const other = { secret: "another browser", block: BLOCK, device: null };
  assertEquals(await signInByPasskey(world, { used, ...other }), LATE);
  for (const challenge of ["", "AAAA", "A".repeat(43), "é"]) {
    const forged = await answered(world, passkey, { challenge });
    assertEquals(await enter(world, forged), LATE);
  }
});

Deno.test("signInByPasskey() answers a passkey that nobody has as one that is not signed as it must be", async () => {
  using world = await opened();
  const passkey = await added(world, await world.enter());
  const other = await makePasskey({ challenge: "AAAA" });
  const uses = [
    await answered(world, other),
    { ...await answered(world, other), id: passkey.id },
    await answered(world, passkey, { userHandle: null }),
    await answered(world, passkey, { userHandle: userHandle("a-ben") }),
    await answered(world, passkey, { verified: false }),
    await answered(world, passkey, { present: false }),
    await answered(world, passkey, { origin: "https://other.example" }),
    await answered(world, passkey, { host: "other.example" }),
    await answered(world, passkey, { type: "webauthn.create" }),
    await answered(world, passkey, { crossOrigin: true }),
  ];
  for (const [i, used] of uses.entries()) {
    assertEquals(await enter(world, used, `block ${i}`), REFUSED, `${i}`);
  }
  // Each challenge was used up, whatever came of it.
  for (const [i, used] of uses.entries()) {
    const again = { ...used, userHandle: userHandle("a-ann") };
    assertEquals(await enter(world, again, `again ${i}`), LATE);
  }
});

Deno.test("signInByPasskey() refuses a counter that is behind, and says so in the log alone", async () => {
  using world = await opened();
  const passkey = await added(world, await world.enter(), { counter: 5 });
  const copy = await answered(world, passkey, { counter: 5 });
  assertEquals(await enter(world, copy), REFUSED);
  assert(world.events.includes("authn_token_reuse"));
});

Deno.test("signInByPasskey() refuses where the policy has no passkeys, or the account is gone", async () => {
  using world = await opened();
  const passkey = await added(world, await world.enter());
  const used = await answered(world, passkey);
  const { get } = world.directory;
  world.directory.get = () => Promise.resolve(null);
  assertEquals(await enter(world, used), REFUSED);
  world.directory.get = get;
  const next = await answered(world, passkey);
  const closed = { ...DEFAULT_POLICY, methods: ["phone"] as const };
  await world.kv.set(POLICY_KEY, { v: 1, value: closed });
  assertEquals(await enter(world, next), REFUSED);
});

Deno.test("signInByPasskey() takes no passkey that is doubted, and one that is not", async () => {
  using world = await opened();
  const cookie = await world.enter();
  const mine = await added(world, cookie);
  world.wait(10 * MINUTE);
  const next = await world.enter();
  const person = await ann(world);
  world.wait(MINUTE);
  const strange = {
    ...person.passkeys[0] ?? never(),
    confirmedAt: world.now(),
  };
  const frozen = freeze(person, { changedAt: world.now(), now: world.now() });
  assert((await enter(world, await answered(world, mine))).ok);
  await put(world, { ...frozen, passkeys: [strange] });
  assertEquals(await enter(world, await answered(world, mine)), REFUSED);
  await put(world, frozen);
  const answer = await enter(world, await answered(world, mine));
  assert(answer.ok && next !== cookie);
  assertEquals((await world.visit(answer.cookie)).session.epoch, frozen.epoch);
});

Deno.test("signInByPasskey() counts what is wrong by caller and passkey, and forgets at the right one", async () => {
  using world = await opened();
  const passkey = await added(world, await world.enter());
  const wrong = () => answered(world, passkey, { verified: false });
  for (let i = 0; i < 4; i++) await enter(world, await wrong());
  assertEquals((await ann(world)).failures.passkey?.wrong, 4);
  assert((await enter(world, await answered(world, passkey))).ok);
  assertEquals((await ann(world)).failures, {});
  for (let i = 0; i < 5; i++) await enter(world, await wrong());
  assertEquals(await enter(world, await answered(world, passkey)), REFUSED);
  assert(world.events.includes("authn_login_fail_max"));
  const elsewhere = "198.51.100.0/24";
  assert((await enter(world, await answered(world, passkey), elsewhere)).ok);
  // What a stranger guessed as a password took none of it, nor the other way round.
  assert(await world.enter());
});

Deno.test("signInByPasskey() gives the guess back where the directory cannot be asked", async () => {
  using world = await opened();
  const passkey = await added(world, await world.enter());
  const { get } = world.directory;
  world.directory.get = () =>
    Promise.reject(new DirectoryUnavailableError("down"));
  for (let i = 0; i < 6; i++) {
    const used = await answered(world, passkey);
    await assertRejects(() => enter(world, used), DirectoryUnavailableError);
  }
  world.directory.get = get;
  assert((await enter(world, await answered(world, passkey))).ok);
});

function never(): never {
  throw new Error("The test's passkey is missing");
}
