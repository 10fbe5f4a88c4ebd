import { assert, assertEquals, assertMatch } from "@std/assert";
import { LIMITS } from "@/lib/domain/limits.ts";
import { NEWCOMER } from "@/lib/domain/person.ts";
import { usedCodes } from "@/lib/domain/recovery_code.ts";
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import { proveRecoveryCode } from "@/lib/flows/proofs/prove_recovery_code.ts";
import { editionOf } from "@/lib/flows/recovery_codes/edition.ts";
import {
  makeCodes,
  replaceCodes,
} from "@/lib/flows/recovery_codes/make_codes.ts";
import { removeSecret } from "@/lib/flows/remove_secret.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { change } from "@/lib/store/entries.ts";
import { commit } from "@/lib/store/records.ts";
import { countingKv } from "@/tests/support/counting_kv.ts";
import { MINUTE, openWorld, type World } from "@/tests/support/world.ts";

const OPEN = { methods: ["phone", "recoveryCodes"] } as const;
const WRONG = "0000000000000";

async function make(world: World, cookie: string, edition?: string) {
  const visit = await world.visit(cookie);
  const named = edition ?? editionOf(world, visit.person.recoveryCodes);
  const answer = await makeCodes(world, visit, named);
  await world.settle();
  return answer;
}

async function made(world: World, cookie: string): Promise<readonly string[]> {
  const answer = await make(world, cookie);
  assert(answer.kind === "made");
  return answer.codes;
}

async function prove(world: World, cookie: string, code: string) {
  const visit = await world.visit(cookie);
  const answer = await proveRecoveryCode(world, proofCase(visit), code);
  await world.settle();
  return answer;
}

async function replace(world: World, cookie: string) {
  const visit = await world.visit(cookie);
  const edition = editionOf(world, visit.person.recoveryCodes);
  return await replaceCodes(world, visit, edition);
}

/** Gives the person a phone, so that there is somebody to tell. */
async function givePhone(world: World, cookie: string): Promise<void> {
  const { person } = (await world.visit(cookie)).entries;
  const phone = {
    number: world.keyring.seal("number", "+819012345678"),
    index: world.keyring.digest("number", "+819012345678"),
    region: "JP",
    channel: "sms",
    locale: "en",
    confirmedAt: world.now(),
  } as const;
  const who = { ...person.value ?? NEWCOMER, phones: [phone] };
  await commit(world.kv, [change(person, who)]);
}

Deno.test("makeCodes() makes ten codes, of which the store has slow hashes alone", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  const codes = await made(world, cookie);
  assertEquals(new Set(codes).size, 10);
  const { recoveryCodes } = (await world.visit(cookie)).person;
  assertEquals(recoveryCodes?.confirmedAt, world.now());
  const hashes = recoveryCodes?.hashes ?? [];
  assertEquals(new Set(hashes).size, 10);
  for (const hash of hashes) assertMatch(hash ?? "", /^k1\.\$argon2id\$/);
});

Deno.test("makeCodes() invalidates all old codes", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  const [old = ""] = await made(world, cookie);
  const [fresh = ""] = await made(world, cookie);
  assertEquals((await prove(world, cookie, old)).kind, "wrong");
  assertEquals(await prove(world, cookie, fresh), { kind: "right" });
});

Deno.test("makeCodes() makes nothing when a form is sent again, and once for 20 at once", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  const visit = await world.visit(cookie);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => makeCodes(world, visit, "none")),
  );
  const kinds = answers.map(({ kind }) => kind);
  assertEquals(kinds.filter((kind) => kind === "made").length, 1);
  assertEquals(kinds.filter((kind) => kind === "changed").length, 19);
  assertEquals(await make(world, cookie, "none"), { kind: "changed" });
  assertEquals(await make(world, cookie, "k1.forged"), { kind: "changed" });
});

Deno.test("makeCodes() needs a fresh proof even for the first ones, and an open policy", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  world.wait(5 * MINUTE);
  assertEquals(await make(world, cookie), { kind: "stale" });
  using closed = await openWorld({ methods: ["phone"] });
  assertEquals(await make(closed, await closed.enter()), { kind: "closed" });
});

Deno.test("makeCodes(), a use and removeSecret() tell the person's phone; none says a code", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  await givePhone(world, cookie);
  const codes = await made(world, cookie);
  assertEquals(world.sent.length, 1);
  await prove(world, cookie, codes[0] ?? "");
  assertEquals(world.sent.length, 2);
  const visit = await world.visit(cookie);
  assertEquals(await removeSecret(world, visit, "recoveryCodes"), {
    kind: "removed",
  });
  await world.settle();
  assertEquals(world.sent.length, 3);
  const kinds = ["text.changed", "text.codeUsed", "text.removed"] as const;
  for (const [i, kind] of kinds.entries()) {
    const says = translator("en")(kind, { host: "§", stop: "" });
    const [start = "?"] = says.split("§");
    assert(world.sent[i]?.text.startsWith(start), world.sent[i]?.text);
  }
  const told = world.sent.map(({ text }) => text).join("\n");
  assertEquals(codes.filter((code) => told.includes(code)), []);
});

Deno.test("proveRecoveryCode() takes a code once", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  const [code = ""] = await made(world, cookie);
  assertEquals(await prove(world, cookie, code), { kind: "right" });
  assertEquals(await prove(world, cookie, code), { kind: "wrong", left: 19 });
  assertEquals(usedCodes((await world.visit(cookie)).person), 1);
});

Deno.test("proveRecoveryCode() takes one code once of 200 at once", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  const [code = ""] = await made(world, cookie);
  const proving = proofCase(await world.visit(cookie));
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => proveRecoveryCode(world, proving, code)),
  );
  const kinds = answers.map(({ kind }) => kind);
  assertEquals(kinds.filter((kind) => kind === "right").length, 1);
  assertEquals(kinds.filter((kind) => kind === "used").length, 199);
  const { person } = await world.visit(cookie);
  assertEquals(usedCodes(person), 1);
  assertEquals(person.failures, {});
});

Deno.test("proveRecoveryCode() lets no more than the limit of 200 wrong ones at once count, and none after", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  const [code = ""] = await made(world, cookie);
  const proving = proofCase(await world.visit(cookie));
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => proveRecoveryCode(world, proving, WRONG)),
  );
  const { wrong, wait } = LIMITS.aikagi.method;
  const told = answers.filter(({ kind }) => kind === "wrong").length;
  assertEquals(told, wrong - 1);
  const until = world.now() + wait;
  assertEquals(await prove(world, cookie, code), { kind: "blocked", until });
});

Deno.test("proveRecoveryCode() goes on where the wait is over, not a moment before", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  const [code = ""] = await made(world, cookie);
  const { wrong, wait } = LIMITS.aikagi.method;
  for (let i = 0; i < wrong; i++) await prove(world, cookie, WRONG);
  const visit = await world.visit(cookie);
  const later = (ms: number) => ({ ...proofCase(visit), now: visit.now + ms });
  const early = await proveRecoveryCode(world, later(wait - 1), code);
  assertEquals(early.kind, "blocked");
  const right = await proveRecoveryCode(world, later(wait), code);
  assertEquals(right, { kind: "right" });
});

Deno.test("proveRecoveryCode() knows no code of another person, and none where none is made", async () => {
  using world = await openWorld(OPEN);
  const [ann, ben] = [await world.enter("ann"), await world.enter("ben")];
  const [code = ""] = await made(world, ann);
  assertEquals(await prove(world, ben, code), { kind: "none" });
  await made(world, ben);
  assertEquals((await prove(world, ben, code)).kind, "wrong");
  assertEquals(await prove(world, ann, code), { kind: "right" });
});

Deno.test("proveRecoveryCode() costs ten slow hashes, whichever code it is", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  const codes = await made(world, cookie);
  await prove(world, cookie, codes[3] ?? "");
  for (const code of [codes[0] ?? "", codes[9] ?? "", WRONG]) {
    let work = 0;
    const hasher: World["hasher"] = {
      hash: world.hasher.hash,
      verify: (...args) => (work++, world.hasher.verify(...args)),
    };
    const counted = { ...world, hasher };
    await proveRecoveryCode(
      counted,
      proofCase(await world.visit(cookie)),
      code,
    );
    assertEquals(work, 10);
  }
});

Deno.test("replaceCodes() makes one for each that was used and leaves the others", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  const codes = await made(world, cookie);
  assertEquals(await replace(world, cookie), { kind: "none" });
  await prove(world, cookie, codes[0] ?? "");
  await prove(world, cookie, codes[5] ?? "");
  const visit = await world.visit(cookie);
  const edition = editionOf(world, visit.person.recoveryCodes);
  const answer = await replaceCodes(world, visit, edition);
  assert(answer.kind === "made");
  assertEquals(answer.codes.length, 2);
  assertEquals(await replaceCodes(world, visit, edition), { kind: "changed" });
  assertEquals(usedCodes((await world.visit(cookie)).person), 0);
  for (const code of [...answer.codes, codes[1] ?? ""]) {
    assertEquals(await prove(world, cookie, code), { kind: "right" });
  }
  assertEquals((await prove(world, cookie, codes[0] ?? "")).kind, "wrong");
});

Deno.test("makeCodes() ends a block, and replaceCodes() does not", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  const [code = ""] = await made(world, cookie);
  await prove(world, cookie, code);
  const { wrong } = LIMITS.aikagi.method;
  for (let i = 0; i < wrong; i++) await prove(world, cookie, WRONG);
  const replaced = await replace(world, cookie);
  assert(replaced.kind === "made");
  assertEquals((await prove(world, cookie, WRONG)).kind, "blocked");
  const [fresh = ""] = await made(world, cookie);
  assertEquals(await prove(world, cookie, fresh), { kind: "right" });
});

Deno.test("removeSecret() removes once, needs a fresh proof, and leaves wrong ones counted", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  await made(world, cookie);
  await prove(world, cookie, WRONG);
  const visit = await world.visit(cookie);
  const answers = await Promise.all(
    Array.from(
      { length: 5 },
      () => removeSecret(world, visit, "recoveryCodes"),
    ),
  );
  const kinds = answers.map(({ kind }) => kind).toSorted();
  assertEquals(kinds, ["none", "none", "none", "none", "removed"]);
  const { person } = await world.visit(cookie);
  assertEquals([person.recoveryCodes, person.failures.recoveryCodes?.wrong], [
    null,
    1,
  ]);
  await made(world, cookie);
  world.wait(5 * MINUTE);
  const stale = await world.visit(cookie);
  await world.settle();
  assertEquals(await removeSecret(world, stale, "recoveryCodes"), {
    kind: "stale",
  });
});

Deno.test("makeCodes() costs one commit and reads nothing more", async () => {
  using world = await openWorld(OPEN);
  const cookie = await world.enter();
  const count = { reads: 0, commits: 0 };
  const counted = { ...world, kv: countingKv(world.kv, count) };
  const visit = await world.visit(cookie);
  await makeCodes(counted, visit, "none");
  assertEquals(count, { reads: 0, commits: 1 });
});
