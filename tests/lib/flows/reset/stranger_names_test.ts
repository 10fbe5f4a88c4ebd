/** What several names of one person, or of nobody, tell a stranger. */
import { assert, assertEquals } from "@std/assert";
import type { Account } from "@/lib/directory/directory.ts";
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

/** Spellings that count as one name: the first is the one that somebody was given. */
const SPELT = [
  "bob@exämple.com",
  "bob@xn--exmple-cua.com",
  "BOB@EXÄMPLE.COM",
  "bob@exämple。com",
  "bob@exa\u0308mple｡com",
  "ｂｏｂ＠ｅｘäｍｐｌｅ．ｃｏｍ",
  " bob@exämple\u2024com ",
];

const NAMES = {
  "user name": { userName: "bob@exämple.com" },
  "user name in ASCII": { userName: "bob@xn--exmple-cua.com" },
  "address of the directory": {
    userName: "robert",
    contact: { email: "bob@exämple.com" },
  },
};

Deno.test.each(Object.entries(NAMES))(
  "every spelling of a %s leads to the same, whether somebody has it or not",
  async (_, name) => {
    using plain = await openLost();
    const people = [{ id: ANN, groups: [], ...name }];
    const directory = memoryDirectory(PASSWORD, people);
    const asked: number[] = [];
    const find: typeof directory.find = (...by) => {
      asked[0] = (asked[0] ?? 0) + 1;
      return directory.find(...by);
    };
    const world = { ...plain, directory: { ...directory, find } };
    for (const typed of SPELT) {
      assertEquals(await seen(world, typed), ANN, typed);
      const nobody = typed.replace(/[bｂ]/giu, "z");
      assertEquals(
        await seen(world, nobody),
        await seen(world, "zoz@exämple.com"),
        nobody,
      );
    }
    assertEquals(asked, [SPELT.length * 3]);
  },
);

Deno.test("people are found by what the policy says alone", async () => {
  const ann = { id: ANN, userName: "ann", groups: [] };
  const contact = { email: "ann.lee@corp.example" };
  for (
    const [findBy, by] of [
      ["both", [true, true]],
      ["userName", [true, false]],
      ["email", [false, true]],
    ] as const
  ) {
    using plain = await openLost({ findBy });
    const people = [{ ...ann, contact }];
    const world = { ...plain, directory: memoryDirectory(PASSWORD, people) };
    const found = [
      await seen(world, "ann") === ANN,
      await seen(world, "Ann.Lee@corp.example") === ANN,
    ];
    assertEquals(found, [...by], findBy);
  }
});

Deno.test("making and disabling an account that has nothing set up changes nothing for a stranger", async () => {
  using plain = await openLost();
  const ben = { id: "a-ben", userName: "ben", groups: [] };
  const shown = async (...people: Account[]) => {
    const directory = memoryDirectory(PASSWORD, people);
    const world = { ...plain, directory };
    return [await seen(world, "ben"), ...await places(world, "ben")];
  };
  const before = await shown();
  assert(before.length > 1);
  assertEquals(await shown(ben), before, "made");
  assertEquals(await shown({ ...ben, disabled: true }), before, "disabled");
});
