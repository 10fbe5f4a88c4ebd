/** What the pages of fresh proofs weigh, and what a proof costs the store. */
import { assert, assertEquals } from "@std/assert";
import { METHODS } from "@/lib/domain/method.ts";
import type { Person } from "@/lib/domain/person.ts";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { countingKv } from "@/tests/support/counting_kv.ts";
import { BEFORE } from "@/tests/support/moments.ts";
import { KEY } from "@/tests/support/on_file.ts";
import {
  appOf,
  emailOf,
  phoneOf,
  putPerson,
  SEED,
} from "@/tests/support/people.ts";
import { openReader } from "@/tests/support/reader.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";
import { appShows, setPolicy } from "@/tests/support/totp.ts";
import { Visitor } from "@/tests/support/visitor.ts";
import { NOON } from "@/tests/support/world.ts";

const en = translator("en");

/** The demo person with everything. */
async function open(
  { more = {}, ...options }: Parameters<typeof openSite>[0] & {
    more?: Partial<Person>;
  } = {},
): Promise<Site> {
  const site = await openSite(options);
  const methods = METHODS.filter((method) => method !== "officePhone");
  await setPolicy(site, { methods });
  await put(site, more);
  return site;
}

async function put(site: Site, more: Partial<Person>): Promise<void> {
  const id = (await findAccount(site.kv, "demo-phone"))?.id ?? "";
  await putPerson(site.deps, id, {
    phones: [phoneOf(site.deps, "+819012345634", BEFORE)],
    email: emailOf(site.deps, "ann@example.com", BEFORE),
    totp: appOf(site.deps, BEFORE),
    recoveryCodes: { hashes: ["no hash"], confirmedAt: BEFORE },
    passkeys: [KEY],
    ...more,
  });
}

/** A code to the phone or the address is a proof while recovery is frozen, where nothing is stronger. */
const FROZEN: Partial<Person> = {
  frozenAt: NOON,
  doubtedSince: NOON,
  totp: null,
  passkeys: [],
  recoveryCodes: null,
};

const PAGES: readonly [path: string, bytes: number, more?: Partial<Person>][] =
  [
    ["/register/prove/app?next=phone.0", 5_000],
    ["/register/prove/recovery-code?next=phone.0", 5_000],
    ["/register/prove/passkey?next=phone.0", 14_600],
    ["/stop", 5_000],
    ["/stop/done", 5_000],
    ["/register/prove/send?next=lift", 5_000, FROZEN],
  ];

for (const tag of TAGS) {
  Deno.test(`the pages of proofs weigh what they may (${tag})`, async () => {
    using site = await open({ mode: "production" });
    await using server = Deno.serve({
      port: 0,
      hostname: "127.0.0.1",
      automaticCompression: true,
      onListen() {},
    }, (request) => site.handler(request));
    using visitor = await Visitor.open(server.addr.port, {
      "accept-language": tag,
    });
    await visitor.open("/register");
    await visitor.send({ userName: "demo-phone", password: DEMO_PASSWORD });
    visitor.take("__Host-done", "stop");
    for (const [path, most, more] of PAGES) {
      if (more) await put(site, more);
      const shown = await visitor.open(path);
      assertEquals([shown.status, shown.requests], [200, 1], path);
      assert(shown.bytes <= most, `${path}: ${shown.bytes} bytes`);
    }
    await site.settle();
  });
}

Deno.test("a proof by an app costs two reads and two commits", async () => {
  const count = { reads: 0, commits: 0 };
  const kv = countingKv(await Deno.openKv(":memory:"), count);
  using site = await open({ kv });
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/register");
  const typed = { userName: "demo-phone", password: DEMO_PASSWORD };
  await reader.press(en("signIn.submit"), typed);
  await reader.open("/register/prove/app?next=list");
  const body = new URLSearchParams({
    csrf: /name="csrf" value="([^"]*)"/.exec(reader.page.html)?.[1] ?? "",
    code: appShows(SEED, site.deps.now()),
  });
  Object.assign(count, { reads: 0, commits: 0 });
  const path = "/register/prove/app?next=list";
  const response = await reader.send(path, { method: "POST", body });
  assertEquals(response.headers.get("location"), "/register");
  assert(count.reads <= 2 && count.commits <= 2, JSON.stringify(count));
  kv.close();
});
