import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { fromBase64 } from "@/lib/crypto/bytes.ts";
import { credentialDigest, credentialName } from "@/lib/crypto/passkey_ids.ts";
import { addPasskey } from "@/lib/flows/passkeys/add_passkey.ts";
import {
  removePasskey,
  renamePasskey,
} from "@/lib/flows/passkeys/manage_passkey.ts";
import { offerPasskey } from "@/lib/flows/passkeys/offer_passkey.ts";
import { passkeyIndexRef } from "@/lib/store/people.ts";
import { read } from "@/lib/store/records.ts";
import { makePasskey } from "@/tests/support/authenticator.ts";
import { countingKv } from "@/tests/support/counting_kv.ts";
import { added, made, send } from "@/tests/support/passkeys.ts";
import { MINUTE, openWorld, type World } from "@/tests/support/world.ts";

const POLICY = { methods: ["phone", "passkey"] } as const;

async function passkeysOf(world: World, cookie: string) {
  const { person } = await world.visit(cookie);
  await world.settle();
  return person.passkeys;
}

async function ownerOf(world: World, id: string) {
  const refs = [passkeyIndexRef(credentialDigest(id))] as const;
  return (await read(world.kv, refs))[0].value;
}

Deno.test("offerPasskey() asks for a passkey that is found without a name, of nobody's make", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const { id } = await added(world, cookie);
  const options = await offerPasskey(world, await world.visit(cookie));
  assertEquals(options.rp.id, "key.example");
  assertEquals(options.authenticatorSelection, {
    residentKey: "required",
    requireResidentKey: true,
    userVerification: "preferred",
  });
  assertEquals(options.attestation, "none");
  assertEquals(options.excludeCredentials.map((each) => each.id), [id]);
  assert(!JSON.stringify(options.user.id).includes("ann"));
});

Deno.test("offerPasskey() makes 1,000 different challenges of 32 bytes", async () => {
  using world = await openWorld(POLICY);
  const visit = await world.visit(await world.enter());
  const challenges = new Set<string>();
  for (let i = 0; i < 1000; i++) {
    challenges.add((await offerPasskey(world, visit)).challenge);
  }
  assertEquals(challenges.size, 1000);
  for (const each of challenges) assertEquals(fromBase64(each)?.length, 32);
});

Deno.test("addPasskey() keeps the passkey under its name, and whether the person was verified", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const { id } = await added(world, cookie, { counter: 3 });
  const other = await made(world, cookie, { verified: false, synced: true });
  assertEquals(await send(world, cookie, { ...other, name: "Key 🔑" }), {
    kind: "added",
  });
  const [first, second] = await passkeysOf(world, cookie);
  assertEquals(
    [first?.id, first?.name, first?.verified, first?.counter, first?.usedAt],
    [id, "Laptop", true, 3, null],
  );
  assertEquals([second?.name, second?.verified], ["Key 🔑", false]);
  assertEquals(second?.transports, ["internal", "hybrid"]);
  assertEquals(await ownerOf(world, id), "a-ann");
  assert(world.events.includes("user_updated"));
});

Deno.test("addPasskey() answers a form that comes twice as the first time", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const passkey = await added(world, cookie);
  assertEquals(await send(world, cookie, passkey), { kind: "added" });
  assertEquals((await passkeysOf(world, cookie)).length, 1);
});

Deno.test("addPasskey() uses each challenge once: one of 200 parallel passkeys is added", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const { challenge } = await offerPasskey(world, await world.visit(cookie));
  const visit = await world.visit(cookie);
  const passkeys = await Promise.all(
    Array.from({ length: 200 }, () => makePasskey({ challenge })),
  );
  const answers = await Promise.all(
    passkeys.map(({ attestation }) =>
      addPasskey(world, visit, { name: "Laptop", made: attestation })
    ),
  );
  assertEquals(answers.filter(({ kind }) => kind === "added").length, 1);
  assertEquals(answers.filter(({ kind }) => kind === "late").length, 199);
  assertEquals((await passkeysOf(world, cookie)).length, 1);
});

Deno.test("addPasskey() takes a challenge just before its end and not at it", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const first = await made(world, cookie);
  world.wait(5 * MINUTE - 1);
  assertEquals(await send(world, cookie, first), { kind: "added" });
  const again = await world.enter();
  const second = await made(world, again);
  world.wait(5 * MINUTE);
  assertEquals(await send(world, again, second), { kind: "late" });
});

Deno.test("addPasskey() takes no challenge of another session, an older page, or before any", async () => {
  using world = await openWorld(POLICY);
  const [one, two] = [await world.enter(), await world.enter("ben")];
  const early = await makePasskey({ challenge: "" });
  assertEquals(await send(world, one, early), { kind: "late" });
  const foreign = await made(world, one);
  await offerPasskey(world, await world.visit(two));
  const refused = { kind: "refused", why: "challenge" } as const;
  assertEquals(await send(world, two, foreign), refused);
  const old = await made(world, one);
  await offerPasskey(world, await world.visit(one));
  assertEquals(await send(world, one, old), refused);
});

Deno.test("addPasskey() refuses a passkey of another origin and uses its challenge up", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const visit = await world.visit(cookie);
  const { challenge } = await offerPasskey(world, visit);
  const origin = "https://key.example.evil.example";
  const bad = await makePasskey({ challenge, origin });
  assertEquals(await send(world, cookie, bad), {
    kind: "refused",
    why: "origin",
  });
  const good = await makePasskey({ challenge });
  assertEquals(await send(world, cookie, good), { kind: "late" });
  assertEquals(await passkeysOf(world, cookie), []);
});

Deno.test("addPasskey() adds no passkey twice, and none of another person", async () => {
  using world = await openWorld(POLICY);
  const [ann, ben] = [await world.enter(), await world.enter("ben")];
  const passkey = await added(world, ann);
  for (const cookie of [ann, ben]) {
    const visit = await world.visit(cookie);
    const { challenge } = await offerPasskey(world, visit);
    const clientDataJSON = btoa(JSON.stringify({
      type: "webauthn.create",
      challenge,
      origin: world.origin,
    })).replaceAll("=", "");
    const made = { ...passkey.attestation, clientDataJSON };
    const again = { ...passkey, attestation: made };
    assertEquals(await send(world, cookie, again), { kind: "known" });
  }
  assertEquals((await passkeysOf(world, ann)).length, 1);
  assertEquals(await passkeysOf(world, ben), []);
  assertEquals(await ownerOf(world, passkey.id), "a-ann");
});

Deno.test("addPasskey() adds ten and no eleventh, even beside the tenth", async () => {
  using world = await openWorld(POLICY);
  const one = await world.enter();
  for (let i = 0; i < 9; i++) await added(world, one);
  const two = await world.enter();
  const passkeys = [await made(world, one), await made(world, two)] as const;
  const answers = [
    await send(world, one, passkeys[0]),
    await send(world, two, passkeys[1]),
  ];
  assertEquals(answers, [{ kind: "added" }, { kind: "full" }]);
  assertEquals((await passkeysOf(world, one)).length, 10);
});

Deno.test("passkeys are closed where the policy has none, and stale after five minutes", async () => {
  using closed = await openWorld({ methods: ["phone"] });
  const outside = await closed.enter();
  const passkey = await made(closed, outside);
  assertEquals(await send(closed, outside, passkey), { kind: "closed" });

  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const { id } = await added(world, cookie);
  world.wait(6 * MINUTE);
  const second = await made(world, cookie);
  const stale = { kind: "stale" } as const;
  assertEquals(await send(world, cookie, second), stale);
  const visit = await world.visit(cookie);
  const credential = credentialName(id);
  const named = { credential, name: "Mine" };
  assertEquals(await renamePasskey(world, visit, named), stale);
  assertEquals(await removePasskey(world, visit, credential), stale);
  await world.settle();
});

Deno.test("renamePasskey() and removePasskey() do what they say, to the person's own alone", async () => {
  using world = await openWorld(POLICY);
  const [ann, ben] = [await world.enter(), await world.enter("ben")];
  const [first, second] = [await added(world, ann), await added(world, ann)];
  const foreign = await world.visit(ben);
  const credential = credentialName(first.id);
  const named = { credential, name: "Mine" };
  assertEquals(await renamePasskey(world, foreign, named), { kind: "none" });
  assertEquals(await removePasskey(world, foreign, credential), {
    kind: "none",
  });
  const visit = await world.visit(ann);
  assertEquals(await renamePasskey(world, visit, named), { kind: "done" });
  assertEquals((await passkeysOf(world, ann)).map(({ name }) => name), [
    "Mine",
    "Laptop",
  ]);
  assertEquals(await removePasskey(world, visit, credential), { kind: "done" });
  const left = await passkeysOf(world, ann);
  assertEquals(left.map(({ id }) => id), [second.id]);
  assertEquals(await ownerOf(world, first.id), null);
  assertEquals(await removePasskey(world, visit, credential), { kind: "none" });
});

Deno.test("removePasskey() works where the policy has closed the method since", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const { id } = await added(world, cookie);
  const visit = await world.visit(cookie);
  const policy = { ...visit.policy, methods: ["phone"] as const };
  const answer = await removePasskey(
    world,
    { ...visit, policy },
    credentialName(id),
  );
  assertEquals(answer, { kind: "done" });
});

Deno.test("setting a passkey up takes at most 4 reads and 4 commits", async () => {
  using world = await openWorld(POLICY);
  const cookie = await world.enter();
  const count = { reads: 0, commits: 0 };
  world.kv = countingKv(world.kv, count);
  await added(world, cookie);
  assertEquals(count, { reads: 2, commits: 2 });
});

Deno.test("an address of a passkey is not its ID", async () => {
  using world = await openWorld(POLICY);
  const { id } = await added(world, await world.enter());
  assertNotEquals(credentialName(id), id.slice(0, 12));
});
