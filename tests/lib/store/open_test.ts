import { assertEquals, assertRejects } from "@std/assert";
import { NewerStoreError } from "@/lib/store/errors.ts";
import { MIGRATIONS } from "@/lib/store/migrations/all.ts";
import { openStore } from "@/lib/store/open.ts";

Deno.test("openStore() makes the folder, the file and the schema", async () => {
  const dir = await Deno.makeTempDir();
  try {
    const path = `${dir}/data/deep/aikagi.kv`;
    using kv = await openStore(path);
    assertEquals((await kv.get(["meta", "schema"])).value, MIGRATIONS.length);
    const { isFile } = await Deno.stat(path);
    const { mode } = await Deno.stat(`${dir}/data`);
    assertEquals([isFile, (mode ?? 0) & 0o077], [true, 0]);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});

Deno.test("openStore() finds again what was kept", async () => {
  const dir = await Deno.makeTempDir();
  try {
    for (const before of [null, 1]) {
      using kv = await openStore(`${dir}/aikagi.kv`);
      assertEquals((await kv.get(["a"])).value, before);
      await kv.set(["a"], 1);
    }
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});

Deno.test("openStore() opens a store of its own in memory", async () => {
  using one = await openStore(":memory:");
  using other = await openStore(":memory:");
  await one.set(["a"], 1);
  assertEquals((await other.get(["a"])).value, null);
});

Deno.test("openStore() refuses a store that is newer than the code, and lets go of it", async () => {
  const dir = await Deno.makeTempDir();
  try {
    const path = `${dir}/aikagi.kv`;
    {
      using kv = await openStore(path);
      await kv.set(["meta", "schema"], 1000);
    }
    await assertRejects(() => openStore(path), NewerStoreError);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});

Deno.test("openStore() asks a remote store at its address, with the token", async () => {
  const asked: (string | null)[] = [];
  await using server = Deno.serve(
    { port: 0, onListen: () => {} },
    (request) => {
      asked.push(request.method, request.headers.get("authorization"));
      return new Response(null, { status: 403 });
    },
  );
  const url = `http://127.0.0.1:${server.addr.port}`;
  const before = Deno.env.get("DENO_KV_ACCESS_TOKEN");
  try {
    await assertRejects(() => openStore(url, "a-token"));
  } finally {
    if (before === undefined) Deno.env.delete("DENO_KV_ACCESS_TOKEN");
    else Deno.env.set("DENO_KV_ACCESS_TOKEN", before);
  }
  assertEquals(asked.slice(0, 2), ["POST", "Bearer a-token"]);
});
