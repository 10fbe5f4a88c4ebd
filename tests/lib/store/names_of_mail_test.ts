/** Migration 5, from the names that earlier versions stored. */
import { assertEquals, assertMatch } from "@std/assert";
import { accountNameRef } from "@/lib/store/accounts.ts";
import { namesOfMail } from "@/lib/store/migrations/m0005_names_of_mail.ts";
import { read } from "@/lib/store/records.ts";

const ROOT = "accounts_by_name";

async function openOld(names: Readonly<Record<string, string>>) {
  const kv = await Deno.openKv(":memory:");
  for (const [name, value] of Object.entries(names)) {
    await kv.set([ROOT, name], { v: 1, value });
  }
  return kv;
}

async function all(kv: Deno.Kv) {
  const rows = await Array.fromAsync(kv.list({ prefix: [ROOT] }));
  return rows.map(({ key }) => key[1]);
}

Deno.test("namesOfMail moves a name with a domain in another script, and no other", async () => {
  using kv = await openOld({ ann: "a", "bob@exämple.com": "b", "c@d.e": "c" });
  const told: string[] = [];
  const up = () => namesOfMail.up(kv, (line) => told.push(line));
  await Promise.all(Array.from({ length: 5 }, up));
  assertEquals(told, []);
  assertEquals(await all(kv), ["ann", "bob@xn--exmple-cua.com", "c@d.e"]);
  const refs = ["ann", "Bob@Exämple.com"].map(accountNameRef);
  const found = await read(kv, refs);
  assertEquals(found.map(({ value }) => value), ["a", "b"]);
});

Deno.test("namesOfMail leaves a name alone whose canonical form is another account's", async () => {
  const names = { "bob@exämple.com": "b", "bob@xn--exmple-cua.com": "c" };
  using kv = await openOld(names);
  const told: string[] = [];
  await namesOfMail.up(kv, (line) => told.push(line));
  assertEquals(told.length, 1);
  assertMatch(told[0] ?? "", /leads to account c, and to account b no more/);
  assertEquals((await all(kv)).length, 2);
  const [{ value }] = await read(kv, [accountNameRef("bob@exämple.com")]);
  assertEquals(value, "c");
});
