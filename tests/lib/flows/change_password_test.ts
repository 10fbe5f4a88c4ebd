import { assert, assertEquals } from "@std/assert";
import type { SetPasswordAnswer } from "@/lib/directory/directory.ts";
import { changePassword } from "@/lib/flows/change_password.ts";
import { openVisit } from "@/lib/flows/open_visit.ts";
import { signIn } from "@/lib/flows/sign_in.ts";
import { isSignedIn, unreadVisit } from "@/lib/flows/visit.ts";
import { emailOf, phoneOf, putPerson } from "@/tests/support/people.ts";
import {
  BLOCK,
  MINUTE,
  NOON,
  openWorld,
  PASSWORD,
  type World,
} from "@/tests/support/world.ts";

const NEW = "purple tiger kitchen";

function request(
  typed: { userName?: string; old?: string; new?: string } = {},
) {
  return { userName: "ann", old: PASSWORD, new: NEW, block: BLOCK, ...typed };
}

function stranger(world: World) {
  return unreadVisit(world.now());
}

async function signsIn(world: World, password: string): Promise<boolean> {
  const typed = { userName: "ann", password, block: BLOCK };
  return (await signIn(world, typed)).ok;
}

/** Has the directory answer that to a change. */
function answering(world: World, answer: SetPasswordAnswer): void {
  world.directory = {
    ...world.directory,
    changePassword: () => Promise.resolve(answer),
  };
}

Deno.test("changePassword() changes it for somebody who is not signed in", async () => {
  using world = await openWorld();
  const answer = await changePassword(world, stranger(world), request());
  assertEquals(answer, { kind: "changed", cookie: null });
  assertEquals([await signsIn(world, PASSWORD), await signsIn(world, NEW)], [
    false,
    true,
  ]);
});

Deno.test("changePassword() ends every session but the one that did it, which is renewed", async () => {
  using world = await openWorld();
  const [mine, other] = [await world.enter(), await world.enter()];
  const bens = await world.enter("ben");
  world.wait(MINUTE);
  const visit = await world.visit(mine);
  const answer = await changePassword(world, visit, request());
  assert(answer.kind === "changed" && answer.cookie !== null);
  for (const over of [mine, other]) {
    assert(!isSignedIn(await openVisit(world, over)));
  }
  const { session } = await world.visit(answer.cookie);
  assertEquals(session.openedAt, NOON);
  assertEquals(session.provedAt, NOON + MINUTE);
  assert(isSignedIn(await openVisit(world, bens)));
});

Deno.test("changePassword() leaves the session of another account alone", async () => {
  using world = await openWorld();
  const bens = await world.enter("ben");
  const answer = await changePassword(
    world,
    await world.visit(bens),
    request(),
  );
  assertEquals(answer, { kind: "changed", cookie: null });
  assert(isSignedIn(await openVisit(world, bens)));
});

Deno.test("changePassword() ends a sign-in that is under way", async () => {
  using world = await openWorld();
  const { directory } = world;
  world.directory = {
    ...directory,
    async verify(userName, password) {
      const account = await directory.verify(userName, password);
      world.directory = directory;
      world.wait(1);
      await changePassword(world, stranger(world), request());
      return account;
    },
  };
  assertEquals(await signsIn(world, PASSWORD), false);
});

Deno.test("changePassword() tells every confirmed address, once, without a secret", async () => {
  using world = await openWorld();
  await putPerson(world, "a-ann", {
    phones: [phoneOf(world, "+819012345678", NOON)],
    email: emailOf(world, "ann@example.com", NOON),
  });
  await changePassword(world, stranger(world), request());
  await world.settle();
  assertEquals(world.sent.map(({ to }) => to).toSorted(), [
    "+819012345678",
    "ann@example.com",
  ]);
  for (const { text } of world.sent) {
    assert(text.includes("password") && text.includes("/stop"), text);
    assert(!text.includes(NEW) && !text.includes(PASSWORD));
  }
});

Deno.test("changePassword() has one answer for wrong, unknown, and too often", async () => {
  using world = await openWorld();
  const wrong = { kind: "wrong" } as const;
  const verdicts = await Promise.all([
    changePassword(world, stranger(world), request({ old: "no" })),
    changePassword(world, stranger(world), request({ userName: "zed" })),
    changePassword(world, stranger(world), request({ old: "no", new: "x" })),
    changePassword(
      world,
      stranger(world),
      request({ userName: "zed", new: "x" }),
    ),
  ]);
  assertEquals(verdicts, [wrong, wrong, wrong, wrong]);
  for (let i = 0; i < 20; i++) {
    await changePassword(world, stranger(world), request({ old: `no ${i}` }));
  }
  assertEquals(await changePassword(world, stranger(world), request()), wrong);
  assertEquals(await signsIn(world, PASSWORD), false);
  assertEquals(world.sent, []);
});

Deno.test("changePassword() and signing in count the same guesses", async () => {
  using world = await openWorld();
  for (let i = 0; i < 20; i++) {
    await changePassword(world, stranger(world), request({ old: `no ${i}` }));
  }
  assertEquals(await signsIn(world, PASSWORD), false);
});

Deno.test("changePassword() judges before it asks the directory", async () => {
  using world = await openWorld({ passwordLength: 12 });
  answering(world, { kind: "forbidden" });
  for (
    const [typed, verdict] of [
      ["short", "short"],
      ["passwordpassword", "common"],
      ["this one is weak", "weak"],
      ["this one has leaked", "breached"],
    ] as const
  ) {
    const answer = await changePassword(
      world,
      stranger(world),
      request({ new: typed }),
    );
    assertEquals(answer, { kind: "judged", verdict, minLength: 12 });
  }
});

const NOT_SET: Exclude<SetPasswordAnswer, { kind: "set" }>[] = [
  { kind: "policy", rule: null },
  { kind: "policy", rule: { kind: "classes", least: 3 } },
  { kind: "history" },
  { kind: "young", until: NOON + 60 * MINUTE },
  { kind: "unreachable" },
  { kind: "unknown" },
  { kind: "forbidden" },
  { kind: "wrong" },
];
for (const answer of NOT_SET) {
  Deno.test(`changePassword() hands on what the directory says: ${JSON.stringify(answer)}`, async () => {
    using world = await openWorld();
    answering(world, answer);
    const cookie = await world.enter();
    const visit = await world.visit(cookie);
    assertEquals(await changePassword(world, visit, request()), answer);
    assert(isSignedIn(await openVisit(world, cookie)));
    assert(await signsIn(world, PASSWORD));
  });
}

Deno.test("changePassword() counts no right guess, however often the new password is refused", async () => {
  using world = await openWorld();
  for (let i = 0; i < 40; i++) {
    await changePassword(world, stranger(world), request({ new: "short" }));
  }
  const { kind } = await changePassword(world, stranger(world), request());
  assertEquals(kind, "changed");
});

Deno.test("changePassword() lets one of many at once win", async () => {
  using world = await openWorld();
  const answers = await Promise.all(
    Array.from(
      { length: 4 },
      (_, i) =>
        changePassword(world, stranger(world), request({ new: `${NEW} ${i}` })),
    ),
  );
  const kinds = answers.map(({ kind }) => kind);
  assertEquals(kinds.filter((kind) => kind === "changed").length, 1);
  assertEquals(kinds.filter((kind) => kind === "wrong").length, 3);
});

Deno.test("changePassword() says what is true where the store fails after the change, and ends the sessions later", async () => {
  using world = await openWorld();
  const cookie = await world.enter();
  const visit = await world.visit(cookie);
  const { directory, kv } = world;
  const broken = new Proxy(kv, {
    get(target, name) {
      if (name === "getMany" || name === "get" || name === "atomic") {
        throw new TypeError("The store is gone");
      }
      return Reflect.get(target, name);
    },
  });
  world.directory = {
    ...directory,
    async changePassword(name, passwords) {
      const answer = await directory.changePassword(name, passwords);
      world.kv = broken;
      return answer;
    },
  };
  let retry: (() => Promise<void>) | undefined;
  world.later = (task) => retry = task;
  const answer = await changePassword(world, visit, request());
  assertEquals(answer, { kind: "changed", cookie: null });
  world.kv = kv;
  assert(isSignedIn(await openVisit(world, cookie)));
  await retry?.();
  assert(!isSignedIn(await openVisit(world, cookie)));
});

for (const standing of ["mustChange", "expired"] as const) {
  Deno.test(`signIn() marks a session whose password is due, and changePassword() takes the mark off: ${standing}`, async () => {
    using world = await openWorld();
    const { directory } = world;
    world.directory = {
      ...directory,
      async verify(userName, password) {
        const account = await directory.verify(userName, password);
        return account && { ...account, standing };
      },
    };
    const typed = { userName: "ann", password: PASSWORD, block: BLOCK };
    const signedIn = await signIn(world, typed);
    assert(signedIn.ok && signedIn.arrival === "password");
    const visit = await world.visit(signedIn.cookie);
    assertEquals(visit.session.due, standing);
    const answer = await changePassword(world, visit, request());
    assert(answer.kind === "changed" && answer.cookie !== null);
    assertEquals((await world.visit(answer.cookie)).session.due, undefined);
  });
}
