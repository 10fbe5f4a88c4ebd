import { assert, assertEquals } from "@std/assert";
import { readNumber } from "@/lib/domain/phone.ts";
import { mayRegister } from "@/lib/domain/policy.ts";
import { changePolicy, showPolicy } from "@/lib/flows/admin/change_policy.ts";
import { disableAccount } from "@/lib/flows/admin/disable_account.ts";
import { listAccounts } from "@/lib/flows/admin/list_accounts.ts";
import { DEMO_PASSWORD, seedDemo } from "@/lib/flows/admin/seed_demo.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { personRef, phoneHoldersRef } from "@/lib/store/people.ts";
import { read } from "@/lib/store/records.ts";
import { openAdminWorld } from "@/tests/lib/flows/admin/admin_world.ts";

async function dump(kv: Deno.Kv): Promise<unknown[]> {
  return await Array.fromAsync(kv.list({ prefix: [] }));
}

Deno.test("seedDemo() adds the demo accounts, all with one password", async () => {
  using world = await openAdminWorld();
  const listed = await seedDemo(world);
  const names = ["demo", "demo-disabled", "demo-outside", "demo-phone"];
  assertEquals(listed?.map(({ userName }) => userName).sort(), names);
  const policy = await showPolicy(world);
  const accounts = await listAccounts(world);
  assertEquals(
    accounts.map((each) => [
      each.userName,
      each.disabled,
      mayRegister(policy, each.groups),
    ]),
    [
      ["demo", false, true],
      ["demo-disabled", true, true],
      ["demo-outside", false, false],
      ["demo-phone", false, true],
    ],
  );
  for (const name of names) {
    const account = await findAccount(world.kv, name);
    assert(
      await world.hasher.verify(DEMO_PASSWORD, account?.passwordHash ?? null),
    );
  }
});

Deno.test("seedDemo() gives demo-phone a valid number that is found again", async () => {
  using world = await openAdminWorld();
  await seedDemo(world);
  const account = await findAccount(world.kv, "demo-phone");
  const id = account?.id ?? "";
  const [person] = await read(world.kv, [personRef(id)]);
  const [phone] = person.value?.phones ?? [];
  assert(phone);
  const e164 = world.keyring.open("number", phone.number);
  const typed = readNumber(e164, phone.region);
  assert(
    typed.ok && typed.number.e164 === e164 && typed.number.region === "JP",
  );
  assert(world.keyring.matches(phone.index, "number", e164));
  const [index] = await read(world.kv, [phoneHoldersRef(phone.index)]);
  assertEquals(index.value, [id]);
});

Deno.test("seedDemo() changes nothing the second time", async () => {
  using world = await openAdminWorld();
  await seedDemo(world);
  await changePolicy(world, "register", "everyone");
  await disableAccount(world, "demo");
  const before = await dump(world.kv);
  await seedDemo(world);
  assertEquals(await dump(world.kv), before);
});

Deno.test("seedDemo() never touches a policy that exists", async () => {
  using world = await openAdminWorld();
  await changePolicy(world, "limits", "entra");
  const before = await showPolicy(world);
  await seedDemo(world);
  assertEquals(await showPolicy(world), before);
});

Deno.test("seedDemo() may run in two processes at once", async () => {
  using world = await openAdminWorld();
  await Promise.all([seedDemo(world), seedDemo(world)]);
  assertEquals((await listAccounts(world)).length, 4);
});

Deno.test("the demo directory's store holds no number and no password", async () => {
  using world = await openAdminWorld();
  await seedDemo(world);
  const held = Deno.inspect(await dump(world.kv), { depth: 10 });
  assert(!/9012345634|demo-spare-key/.test(held));
});
