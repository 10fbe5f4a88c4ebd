import { assertEquals, assertRejects, assertStrictEquals } from "@std/assert";
import { DirectoryUnavailableError } from "@/lib/directory/directory.ts";
import {
  type EmbeddedAccount,
  embeddedDirectory,
} from "@/lib/directory/embedded.ts";

const ANN: EmbeddedAccount = {
  id: "1",
  userName: "Ann",
  passwordHash: "hash of right",
  disabled: false,
  groups: ["staff"],
};

/** A directory of Ann and of Ben, who is disabled; notes what the hasher is asked. */
function directory() {
  const checked: (string | null)[] = [];
  const all = [ANN, { ...ANN, id: "2", userName: "Ben", disabled: true }];
  return {
    checked,
    ...embeddedDirectory({
      accounts: {
        findByName: (name) =>
          Promise.resolve(
            all.find(({ userName }) => userName === name) ?? null,
          ),
      },
      hasher: {
        verify(password, hash) {
          checked.push(hash);
          return Promise.resolve(hash === `hash of ${password}`);
        },
      },
    }),
  };
}

Deno.test("verify() returns the account, and nothing of its password", async () => {
  assertEquals(await directory().verify("Ann", "right"), {
    id: "1",
    userName: "Ann",
    groups: ["staff"],
  });
});

Deno.test.each([
  ["a wrong password", ["Ann", "wrong"], "hash of right"],
  ["an unknown name", ["Zoe", "right"], null],
  ["a disabled account", ["Ben", "right"], "hash of right"],
  [
    "a disabled account and a wrong password",
    ["Ben", "wrong"],
    "hash of right",
  ],
])(
  "verify() is null for %s, after one hash",
  async (_what, [name, password], hash) => {
    const { verify, checked } = directory();
    assertEquals(await verify(name, password), null);
    assertEquals(checked, [hash]);
  },
);

Deno.test.each([["findByName"], ["verify"]])(
  "verify() says that it cannot be asked where %s fails",
  async (which) => {
    const fault = new Error("too much waits");
    const fail = () => Promise.reject(fault);
    const find = () => Promise.resolve(ANN);
    const { verify } = embeddedDirectory({
      accounts: { findByName: which === "findByName" ? fail : find },
      hasher: { verify: fail },
    });
    const error = await assertRejects(
      () => verify("Ann", "right"),
      DirectoryUnavailableError,
    );
    assertStrictEquals(error.cause, fault);
  },
);
