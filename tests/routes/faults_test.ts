/** What a person reads when the store, the directory or the gateway is down. */
import {
  assert,
  assertEquals,
  assertNotEquals,
  assertStringIncludes,
} from "@std/assert";
import { hashSecret } from "@/lib/crypto/slow_secret.ts";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { httpGateway } from "@/lib/delivery/http_gateway.ts";
import { codeSecret } from "@/lib/flows/recovery_codes/draw_codes.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { BEFORE } from "@/tests/support/moments.ts";
import { putPerson, readStop } from "@/tests/support/people.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import {
  NEW_PASSWORD,
  RECOVERY_CODE,
  setUpReset,
  USER,
} from "@/tests/support/reset.ts";
import { begin, csrfOf } from "@/tests/support/reset_walk.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";
import { readCode } from "@/tests/support/world.ts";

const en = translator("en");
const PHONE = { country: "JP", number: "090-1234-5678" };

function refused(): never {
  throw new TypeError("Key-value store is closed");
}

interface FragileStore {
  kv: Deno.Kv;
  /** How many more calls it answers. */
  left: number;
}

/** A store that can be taken away, at once or in the middle of a request. */
async function fragileStore(): Promise<FragileStore> {
  const kv = await Deno.openKv(":memory:");
  const state = {
    left: Infinity,
    kv: new Proxy(kv, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        if (name === "close") return value.bind(target);
        return (...args: unknown[]) => {
          if (state.left <= 0) refused();
          state.left--;
          return value.apply(target, args);
        };
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
  store.left = 0;
  for (const path of ["/register", "/register/phone", "/register/thanks"]) {
    await reader.open(path);
    assertEquals(reader.page.status, 503);
    assertStringIncludes(reader.page.text, en("error.down"));
    assert(reader.page.headers.get("content-security-policy"));
  }
  const probe = openReader(site, ORIGIN.development);
  assertEquals((await probe.open("/healthz")).status, 200);
  assertEquals((await probe.open("/readyz")).status, 503);
  store.left = Infinity;
  await reader.open("/register");
  assertStringIncludes(reader.page.text, en("list.title"));
  assertEquals((await probe.open("/readyz")).status, 200);
  store.kv.close();
});

/** A form that is filled in, and where it leads. */
interface Step {
  reader: Reader;
  path: string;
  fields: Record<string, string>;
  leads: string;
}

async function enter(reader: Reader): Promise<void> {
  await reader.open("/register");
  const typed = { userName: "demo", password: DEMO_PASSWORD };
  await reader.press(en("signIn.submit"), typed);
}

/** Until one of them is done, nothing but a guess may be counted. */
const STEPS: Readonly<Record<string, (site: Site) => Promise<Step>>> = {
  async "a sign-in"(site) {
    const reader = openReader(site, ORIGIN.development);
    await reader.open("/register");
    const fields = { userName: "demo", password: DEMO_PASSWORD };
    return { reader, path: "/register", fields, leads: "/register" };
  },
  async "a change of password"(site) {
    const reader = openReader(site, ORIGIN.development);
    await enter(reader);
    await reader.open("/change");
    const who = { userName: "demo", password: DEMO_PASSWORD };
    const fields = { ...who, newPassword: NEW_PASSWORD };
    return { reader, path: "/change", fields, leads: "/change/done" };
  },
  async "the beginning of a reset"(site) {
    await setUpReset(site, ["totp"]);
    const reader = openReader(site, ORIGIN.development);
    await reader.open("/reset");
    const fields = { identifier: USER };
    return { reader, path: "/reset", fields, leads: "/reset/prove" };
  },
  async "the code of a phone"(site) {
    const reader = openReader(site, ORIGIN.development);
    await enter(reader);
    await reader.open("/register/phone");
    await reader.press(en("phone.sms"), PHONE);
    const code = readCode((await site.outbox()).at(-1));
    const path = reader.page.url.pathname;
    return { reader, path, fields: { code }, leads: "/register/thanks" };
  },
  async "a stop code"(site) {
    await setUpReset(site, ["phone"]);
    const reader = openReader(site, ORIGIN.development);
    await reader.open("/change");
    const who = { userName: USER, password: DEMO_PASSWORD };
    const typed = { ...who, newPassword: NEW_PASSWORD };
    await reader.press(en("change.submit"), typed);
    const code = readStop((await site.outbox()).at(-1) ?? { text: "" });
    await reader.open("/stop");
    return { reader, path: "/stop", fields: { code }, leads: "/stop/done" };
  },
};

/** All that is kept but what guesses are counted in, which no fault gives back. */
async function kept({ kv }: FragileStore): Promise<string[]> {
  const found: string[] = [];
  const whole = { depth: 20, strAbbreviateSize: 1e6, breakLength: Infinity };
  for await (const { key, value } of kv.list({ prefix: [] })) {
    if (key[0] !== "usage") found.push(Deno.inspect([key, value], whole));
  }
  return found;
}

/** So that the tries of a test stay below every limit. */
async function forgetGuesses({ kv }: FragileStore): Promise<void> {
  for await (const { key } of kv.list({ prefix: ["usage"] })) {
    await kv.delete(key);
  }
}

/** Gives the person so many recovery codes that are all the same. */
async function putSameCodes(site: Site, many: number): Promise<void> {
  const id = (await findAccount(site.kv, USER))?.id ?? "";
  const secret = codeSecret(id, RECOVERY_CODE);
  // Each has a salt of its own.
  const hashes = await Promise.all(
    Array.from({ length: many }, () => hashSecret(site.deps, secret)),
  );
  const recoveryCodes = { hashes, confirmedAt: BEFORE };
  await putPerson(site.deps, id, { recoveryCodes });
}

for (const [name, open] of Object.entries(STEPS)) {
  Deno.test(`a store that goes down at any call of ${name} gives 503 and keeps nothing half-done`, async () => {
    const store = await fragileStore();
    using site = await openSite({ kv: store.kv });
    const { reader, path, fields, leads } = await open(site);
    const csrf = csrfOf(reader);
    await forgetGuesses(store);
    const before = await kept(store);
    let calls = 0;
    for (; calls < 30; calls++) {
      store.left = calls;
      const body = new URLSearchParams({ csrf, ...fields });
      const response = await reader.send(path, { method: "POST", body });
      await response.body?.cancel();
      store.left = Infinity;
      if (response.status !== 503) {
        assertEquals(response.headers.get("location"), leads, `${calls}`);
        break;
      }
      assertEquals(await kept(store), before, `call ${calls + 1}`);
      await forgetGuesses(store);
    }
    assert(calls >= 2, "it reads, and it writes");
    assertNotEquals(await kept(store), before);
    await reader.open(leads);
    assertEquals(reader.page.status, 200);
    assert(reader.page.url.pathname.startsWith(leads), reader.page.text);
    store.kv.close();
  });
}

Deno.test("a store that goes down at any call of a proof leaves the reset on, and the next code leads on", async () => {
  const store = await fragileStore();
  using site = await openSite({ kv: store.kv });
  await setUpReset(site, ["recoveryCodes"]);
  await putSameCodes(site, 4);
  const reader = await begin(site);
  const path = reader.page.url.pathname;
  const csrf = csrfOf(reader);
  const statuses: number[] = [];
  for (let calls = 0; calls < 30; calls++) {
    store.left = calls;
    const body = new URLSearchParams({ csrf, code: RECOVERY_CODE });
    const response = await reader.send(path, { method: "POST", body });
    await response.body?.cancel();
    store.left = Infinity;
    statuses.push(response.status);
    await forgetGuesses(store);
    if (response.status === 303) break;
    assertEquals((await reader.open(path)).status, 200, `call ${calls + 1}`);
  }
  assertEquals(new Set(statuses), new Set([503, 303]));
  await reader.open("/reset/password");
  assertEquals(reader.page.url.pathname, "/reset/password");
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
