import { assertEquals } from "@std/assert";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import { changePolicy, showPolicy } from "@/lib/flows/admin/change_policy.ts";
import { openAdminWorld } from "@/tests/lib/flows/admin/admin_world.ts";

Deno.test("showPolicy() is the default one where none was set", async () => {
  using world = await openAdminWorld();
  assertEquals(await showPolicy(world), DEFAULT_POLICY);
});

Deno.test("changePolicy() keeps one setting and leaves the others", async () => {
  using world = await openAdminWorld();
  await changePolicy(world, "limits", "entra");
  const answer = await changePolicy(world, "smsCountries", "jp, us");
  const policy = {
    ...DEFAULT_POLICY,
    limits: "entra",
    smsCountries: ["JP", "US"],
  } as const;
  assertEquals(answer, { ok: true, policy });
  assertEquals(await showPolicy(world), policy);
});

Deno.test.each([["limits", "none"], ["nothing", "1"], ["__proto__", "1"]])(
  "changePolicy() of %s to %s says why not and changes nothing",
  async (key, text) => {
    using world = await openAdminWorld();
    const answer = await changePolicy(world, key, text);
    assertEquals(answer.ok, false);
    assertEquals(await showPolicy(world), DEFAULT_POLICY);
  },
);

Deno.test("changePolicy() loses no setting of two that race", async () => {
  using world = await openAdminWorld();
  await Promise.all([
    changePolicy(world, "limits", "entra"),
    changePolicy(world, "passwordLength", "20"),
    changePolicy(world, "groups", "staff"),
  ]);
  assertEquals(await showPolicy(world), {
    ...DEFAULT_POLICY,
    limits: "entra",
    passwordLength: 20,
    groups: ["staff"],
  });
});
