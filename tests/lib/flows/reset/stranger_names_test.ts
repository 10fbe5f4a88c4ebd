/** What several names of one person, or of nobody, tell a stranger. */
import { assert, assertEquals } from "@std/assert";
import { resetDestinations } from "@/lib/flows/reset/reset_code.ts";
import { ANN, openLost } from "@/tests/lib/flows/reset/lost_people.ts";
import { begin, look } from "@/tests/lib/flows/reset/reset_steps.ts";
import { memoryDirectory } from "@/tests/support/memory_directory.ts";
import { PASSWORD, type World } from "@/tests/support/world.ts";

const DAY = 24 * 60 * 60_000;

async function seen(world: World, identifier: string): Promise<string> {
  world.wait(2 * DAY);
  const visit = await look(world, await begin(world, { identifier }));
  return visit.session.account;
}

async function places(world: World, identifier: string) {
  world.wait(2 * DAY);
  const visit = await look(world, await begin(world, { identifier }));
  return resetDestinations(world, visit).map(({ index }) => index);
}

const CORP = { ownDomains: ["corp.example", "corp.test"] };

Deno.test("a name with the own domain leads where the name leads, whether somebody has it or not", async () => {
  using world = await openLost(CORP);
  for (const name of ["ann", "zoe", "ben"]) {
    const bare = await seen(world, name);
    assertEquals(await seen(world, `${name}@corp.example`), bare, name);
    assertEquals(await seen(world, `${name}@CORP.test`), bare, name);
  }
});

Deno.test("so does a name without the domain that the user name has", async () => {
  const people = [
    { id: ANN, userName: "ann@corp.example", groups: [] },
    { id: "a-ben", userName: "ben@corp.example", groups: [] },
  ];
  using plain = await openLost(CORP);
  const world = { ...plain, directory: memoryDirectory(PASSWORD, people) };
  assertEquals(await seen(world, "ann"), ANN);
  for (const name of ["ann", "zoe", "ben"]) {
    const bare = await seen(world, name);
    assertEquals(await seen(world, `${name}@corp.example`), bare, name);
  }
});

Deno.test("an address leads to the same in every spelling that the directory takes for one", async () => {
  using world = await openLost();
  for (
    const typed of [
      "zoe@exämple.com",
      "zoe@xn--exmple-cua.com",
      "zoe@ＥＸämple．com",
    ]
  ) {
    assertEquals(
      await seen(world, typed),
      await seen(world, "ZOE@exämple.com"),
      typed,
    );
  }
});

Deno.test("making and disabling an account that has nothing set up changes nothing for a stranger", async () => {
  using world = await openLost();
  const there = await places(world, "ben");
  const directory = memoryDirectory(PASSWORD, []);
  assertEquals(await places({ ...world, directory }, "ben"), there);
  assert(there.length > 0);
});
