/** What a person reads when the store, the directory or the gateway is down. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { httpGateway } from "@/lib/delivery/http_gateway.ts";
import { openReader } from "@/tests/support/reader.ts";
import { openSite, ORIGIN } from "@/tests/support/site.ts";
import { policyRef } from "@/lib/store/policy.ts";

const en = translator("en");
const PHONE = { country: "JP", number: "090-1234-5678" };

function refused(): never {
  throw new TypeError("Key-value store is closed");
}

/** A store that can be taken away. */
async function fragileStore(): Promise<{ kv: Deno.Kv; down: boolean }> {
  const kv = await Deno.openKv(":memory:");
  const state = {
    down: false,
    kv: new Proxy(kv, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        if (name === "close") return value.bind(target);
        return state.down ? refused : value.bind(target);
      },
    }),
  };
  return state;
}

Deno.test("a store that is down gives a plain 503 page, and the session is there afterwards", async () => {
  const store = await fragileStore();
  using site = await openSite({ kv: store.kv });
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/register");
  const typed = { userName: "demo", password: DEMO_PASSWORD };
  await reader.press(en("signIn.submit"), typed);
  store.down = true;
  for (const path of ["/register", "/register/phone", "/register/thanks"]) {
    await reader.open(path);
    assertEquals(reader.page.status, 503);
    assertStringIncludes(reader.page.text, en("error.down"));
    assert(reader.page.headers.get("content-security-policy"));
  }
  const probe = openReader(site, ORIGIN.development);
  assertEquals((await probe.open("/healthz")).status, 200);
  assertEquals((await probe.open("/readyz")).status, 503);
  store.down = false;
  await reader.open("/register");
  assertStringIncludes(reader.page.text, en("list.title"));
  assertEquals((await probe.open("/readyz")).status, 200);
  store.kv.close();
});

Deno.test("a store that goes down under a form gives 503 and keeps nothing half-done", async () => {
  const store = await fragileStore();
  using site = await openSite({ kv: store.kv });
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/register");
  store.down = true;
  const typed = { userName: "demo", password: DEMO_PASSWORD };
  await reader.press(en("signIn.submit"), typed);
  assertEquals(reader.page.status, 503);
  store.down = false;
  store.kv.close();
});

Deno.test("a stored value that does not decode is a fault: a plain 500 page, its key in the log", async () => {
  using site = await openSite();
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/register");
  await site.kv.set(policyRef().key, { v: 1, value: { limits: "none" } });
  const typed = { userName: "demo", password: DEMO_PASSWORD };
  await reader.press(en("signIn.submit"), typed);
  assertEquals(reader.page.status, 500);
  await reader.open("/register");
  assertEquals(reader.page.status, 500);
  assertStringIncludes(reader.page.text, en("error.fault"));
  assert(
    site.lines.some((line) =>
      line.includes("StoredValueError") && line.includes("Cannot read policy")
    ),
  );
});

Deno.test("a gateway that is down is told to the person who waits, with the way on", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const url = new URL(`http://127.0.0.1:${listener.addr.port}/`);
  listener.close(); // Nobody answers there now.
  const delivery = httpGateway(["sms", "voice"], {
    url,
    method: "POST",
    headers: {},
    content: "json",
    body: '{"to":"{to}","text":"{text}"}',
    success: { status: [], contains: null },
    timeout: 1000,
  });
  using site = await openSite({ delivery });
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/register");
  const typed = { userName: "demo", password: DEMO_PASSWORD };
  await reader.press(en("signIn.submit"), typed);
  await reader.open("/register/phone");
  await reader.press(en("phone.sms"), PHONE);
  assertEquals(reader.page.status, 200);
  await reader.press(en("code.instead.voice"));
  assertEquals(reader.page.status, 429); // Not before the wait.
  site.wait(40_000);
  await reader.open("/register/phone/code");
  await reader.press(en("code.instead.voice"));
  await reader.open("/register/phone/code");
  const late = en("code.late.voice", { to: "+81 •• •••• ••78" });
  assertStringIncludes(reader.page.text, late);
});
