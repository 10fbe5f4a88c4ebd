import { assertEquals } from "@std/assert";
import { keyring } from "@/lib/crypto/keyring.ts";
import { embeddedAccounts } from "@/lib/flows/accounts/embedded_accounts.ts";
import { indexEmails } from "@/lib/flows/accounts/index_emails.ts";
import { readContact, setContact } from "@/lib/flows/admin/set_contact.ts";
import { sealContact } from "@/lib/flows/sealed_contact.ts";
import {
  type AdminWorld,
  NOON,
  openAdminWorld,
} from "@/tests/lib/flows/admin/admin_world.ts";
import { countingKv } from "@/tests/support/counting_kv.ts";

/** An account as the version before wrote it: in no index, without what is newer. */
async function putOld(
  world: AdminWorld,
  userName: string,
  email: string | null,
): Promise<void> {
  const contact = sealContact(world, email === null ? {} : { email });
  const value = {
    id: `a-${userName}`,
    userName,
    passwordHash: "$argon2id$",
    disabled: false,
    groups: [],
    createdAt: NOON,
    contact,
  };
  await world.kv.set(["accounts", value.id], { v: 1, value });
  await world.kv.set(["accounts_by_name", userName], { v: 1, value: value.id });
}

async function find(world: AdminWorld, typed: string) {
  const account = await embeddedAccounts(world).byNameOrEmail(typed);
  return account?.userName ?? null;
}

Deno.test("indexEmails() lets accounts of earlier versions be found by their address", async () => {
  using world = await openAdminWorld();
  await putOld(world, "ann", "ann@example.net");
  await putOld(world, "ben", "ben@example.net");
  await putOld(world, "lou", null);
  assertEquals(await find(world, "ann@example.net"), null);
  await Promise.all([indexEmails(world), indexEmails(world)]);
  assertEquals(await find(world, "ann@example.net"), "ann");
  assertEquals(await find(world, "ben@example.net"), "ben");
  const account = await embeddedAccounts(world).byId("a-ann");
  const { passwordChangedAt, mustChange, history } = account.account ?? {};
  assertEquals([passwordChangedAt, mustChange, history], [NOON, false, []]);
});

Deno.test("indexEmails() is done once, for one read afterwards", async () => {
  using world = await openAdminWorld();
  await indexEmails(world);
  await putOld(world, "ann", "ann@example.net");
  const count = { reads: 0, commits: 0 };
  await indexEmails({ ...world, kv: countingKv(world.kv, count) });
  assertEquals(count, { reads: 1, commits: 0 });
});

Deno.test("indexEmails() passes over what is sealed under another key", async () => {
  using world = await openAdminWorld();
  const other = keyring([{ id: "k9", secret: new Uint8Array(32).fill(3) }]);
  await putOld({ ...world, keyring: other }, "ben", "ben@example.net");
  await putOld(world, "ann", "ann@example.net");
  await indexEmails(world);
  assertEquals(await find(world, "ann@example.net"), "ann");
  assertEquals(await find(world, "ben@example.net"), null);
});

Deno.test("an address that changes meanwhile is found by the new one alone", async () => {
  using world = await openAdminWorld();
  await putOld(world, "ann", "ann@example.net");
  const read = readContact({ email: "lou@example.org" });
  if (!read.ok) throw new Error("The address cannot be read");
  await Promise.all([
    indexEmails(world),
    setContact(world, "ann", read.contact),
  ]);
  assertEquals(await find(world, "ann@example.net"), null);
  assertEquals(await find(world, "lou@example.org"), "ann");
});
