import { assert, assertEquals } from "@std/assert";
import {
  type DevMessage,
  listDevMessages,
  putDevMessage,
} from "@/lib/store/dev_outbox.ts";

const seal = (text: string) => `sealed:${btoa(text)}`;
const open = (sealed: string) => atob(sealed.slice("sealed:".length));

function message(id: string): DevMessage {
  return { id, at: 5, channel: "sms", to: "+819012345634", text: "123456" };
}

Deno.test("listDevMessages() returns what was put, newest last", async () => {
  using kv = await Deno.openKv(":memory:");
  const mail = { ...message("2"), channel: "email", subject: "Hello" } as const;
  const all = [message("1"), mail, message("1")];
  assertEquals(await listDevMessages(kv, open), []);
  for (const each of all) await putDevMessage(kv, each, seal);
  assertEquals(await listDevMessages(kv, open), all);
});

Deno.test("putDevMessage() keeps the fields of the page alone", async () => {
  using kv = await Deno.openKv(":memory:");
  const more: DevMessage & { locale: string } = {
    ...message("1"),
    locale: "ja",
  };
  await putDevMessage(kv, more, seal);
  assertEquals(await listDevMessages(kv, open), [message("1")]);
});

Deno.test("putDevMessage() keeps the last 200 of many that race", async () => {
  using kv = await Deno.openKv(":memory:");
  for (let batch = 0; batch < 21; batch++) {
    const ids = Array.from({ length: 10 }, (_, n) => `${batch}-${n}`);
    await Promise.all(ids.map((id) => putDevMessage(kv, message(id), seal)));
  }
  const kept = await listDevMessages(kv, open);
  const batches = kept.map(({ id }) => Number(id.split("-")[0]));
  assertEquals(kept.length, 200);
  assertEquals(new Set(kept.map(({ id }) => id)).size, 200);
  assertEquals(batches, batches.toSorted((a, b) => a - b));
  assertEquals([batches.at(0), batches.at(-1)], [1, 20]);
});

Deno.test("the store holds no number and no code", async () => {
  using kv = await Deno.openKv(":memory:");
  await putDevMessage(kv, message("1"), seal);
  const dump = Deno.inspect(await Array.fromAsync(kv.list({ prefix: [] })));
  assert(!/9012345634|123456/.test(dump));
});
