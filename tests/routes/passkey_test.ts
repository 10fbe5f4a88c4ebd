/** Passkeys over HTTP: the pages with and without a script, and what hostile requests come to. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DEFAULT_POLICY, type Policy } from "@/lib/domain/policy.ts";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { type Translate } from "@/lib/i18n/translate.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { personRef } from "@/lib/store/people.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { change } from "@/lib/store/entries.ts";
import { commit, read } from "@/lib/store/records.ts";
import {
  type Asked,
  makePasskey,
  type SoftPasskey,
} from "@/tests/support/authenticator.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";

const en = translator("en");
const PAGE = "/register/passkey";
const HERE = { origin: ORIGIN.development, host: "localhost" };

async function openPasskeys(policy: Partial<Policy> = {}): Promise<Site> {
  const site = await openSite();
  const [entry] = await read(site.kv, [policyRef()] as const);
  const methods = ["phone", "email", "totp", "passkey"] as const;
  const set = { ...DEFAULT_POLICY, methods, ...policy };
  await commit(site.kv, [change(entry, set)]);
  return site;
}

async function signIn(
  site: Site,
  { userName = "demo", t = en }: { userName?: string; t?: Translate } = {},
): Promise<Reader> {
  const reader = openReader(site, ORIGIN.development, t.tag);
  await reader.open("/register");
  const typed = { userName, password: DEMO_PASSWORD };
  await reader.press(t("signIn.submit"), typed);
  return reader;
}

function challengeOf({ page }: Reader): string {
  return /"challenge":"([\w-]+)"/.exec(page.html)?.[1] ?? "";
}

function fields({ page }: Reader): { csrf: string } {
  const csrf = /name="csrf" value="([^"]*)"/.exec(page.html)?.[1] ?? "";
  return { csrf };
}

/** Makes a passkey for the page in front, as its script does. */
async function answerOf(
  reader: Reader,
  asked: Partial<Asked> = {},
): Promise<{ credential: string; passkey: SoftPasskey }> {
  const challenge = challengeOf(reader);
  const passkey = await makePasskey({ challenge, ...HERE, ...asked });
  return { passkey, credential: JSON.stringify(passkey.attestation) };
}

/** Opens the page, makes a passkey and sends the form. */
async function add(reader: Reader, name: string, asked: Partial<Asked> = {}) {
  await reader.open(PAGE);
  const { credential } = await answerOf(reader, asked);
  await reader.post(PAGE, { ...fields(reader), name, credential });
}

async function names(site: Site): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of site.kv.list({ prefix: ["people"] })) {
    const [entry] = await read(site.kv, [personRef(String(key[1]))] as const);
    found.push(...entry.value?.passkeys.map(({ name }) => name) ?? []);
  }
  return found;
}

for (const tag of TAGS) {
  Deno.test(`a passkey is added, renamed and removed (${tag})`, async () => {
    using site = await openPasskeys();
    const t = translator(tag);
    const reader = await signIn(site, { t });
    await add(reader, "Laptop 💻");
    assertEquals(reader.page.url.pathname, "/register/thanks");
    const thanks = t("thanks.passkey", { name: "Laptop 💻" });
    assertStringIncludes(reader.page.text, thanks);

    await reader.open(PAGE);
    assertStringIncludes(reader.page.text, t("passkey.list"));
    const [, rename = ""] =
      /href="(\/register\/passkey\/rename\/[\w-]{12})"/.exec(
        reader.page.html,
      ) ?? [];
    await reader.open(rename);
    assertStringIncludes(reader.page.html, 'value="Laptop 💻"');
    await reader.press(t("passkey.rename.submit"), { name: " Work\u202E " });
    assertEquals(reader.page.url.pathname, "/register");
    assertEquals(await names(site), ["Work"]);

    await reader.open(rename.replace("rename", "remove"));
    assertStringIncludes(reader.page.text, "Work");
    assertStringIncludes(reader.page.text, t("passkey.remove.what"));
    await reader.press(t("remove.submit"));
    assertEquals(reader.page.url.pathname, "/register");
    assertEquals(await names(site), []);
  });

  Deno.test(`without a script the page says so and names the other ways (${tag})`, async () => {
    using site = await openPasskeys();
    const t = translator(tag);
    const reader = await signIn(site, { t });
    await reader.open(PAGE);
    assertStringIncludes(reader.page.text, t("passkey.scripts"));
    for (const way of ["totp", "phone", "email"] as const) {
      assertStringIncludes(reader.page.text, t(`list.${way}`));
    }
    assert(!reader.page.html.includes(`>${t("passkey.submit")}</button>`));
    const sent = { ...fields(reader), name: "Laptop", credential: "" };
    await reader.post(PAGE, sent);
    assertEquals(reader.page.status, 422);
    assert(reader.page.title.startsWith(t("app.error", { title: "" })));
    assertStringIncludes(reader.page.html, 'value="Laptop"');
    assertEquals(await names(site), []);
  });
}

Deno.test("the phone is told when a passkey is added and removed", async () => {
  using site = await openPasskeys();
  const reader = await signIn(site, { userName: "demo-phone" });
  await add(reader, "Laptop");
  assertEquals((await site.outbox()).length, 1);
  await reader.open(PAGE);
  const [remove = ""] = /\/register\/passkey\/remove\/[\w-]{12}/.exec(
    reader.page.html,
  ) ?? [];
  await reader.open(remove);
  await reader.press(en("remove.submit"));
  const told = await site.outbox();
  assertEquals(told.map(({ to }) => to), ["+819012345634", "+819012345634"]);
  assert(told[0]?.text !== told[1]?.text);
});

Deno.test("each passkey that does not count has its own sentence, and a new challenge", async () => {
  using site = await openPasskeys();
  const reader = await signIn(site);
  await reader.open(PAGE);
  const first = challengeOf(reader);
  const cases: readonly (readonly [Partial<Asked>, string])[] = [
    [{ origin: "https://evil.example" }, en("passkey.origin")],
    [{ challenge: first }, en("passkey.refused")],
    [{ host: "evil.example" }, en("passkey.refused")],
    [{ present: false }, en("passkey.refused")],
  ];
  for (const [asked, words] of cases) {
    await add(reader, "Laptop", asked);
    assertEquals(reader.page.status, 422);
    assertStringIncludes(reader.page.text, words);
    assertStringIncludes(reader.page.html, 'value="Laptop"');
  }
  await reader.open(PAGE);
  const { credential } = await answerOf(reader);
  const sent = { ...fields(reader), name: "Laptop", credential };
  site.wait(5 * 60_000);
  await reader.post(PAGE, sent);
  assertStringIncludes(reader.page.text, en("passkey.late"));
  const again = await answerOf(reader);
  await reader.post(PAGE, {
    ...sent,
    ...fields(reader),
    credential: again.credential,
  });
  assertEquals(reader.page.url.pathname, "/register/thanks");
});

Deno.test("a form that is sent twice adds one passkey, and says twice that it did", async () => {
  using site = await openPasskeys();
  const reader = await signIn(site);
  await reader.open(PAGE);
  const { credential } = await answerOf(reader);
  const sent = { ...fields(reader), name: "Laptop", credential };
  for (let i = 0; i < 2; i++) {
    await reader.post(PAGE, sent);
    assertEquals(reader.page.url.pathname, "/register/thanks");
  }
  assertEquals(await names(site), ["Laptop"]);
});

Deno.test("hostile names are refused kindly or made harmless", async () => {
  using site = await openPasskeys();
  const reader = await signIn(site);
  for (
    const [name, key] of [
      ["", "passkey.name.empty"],
      [" \u202E\u2066 ", "passkey.name.empty"],
      ["k".repeat(61), "passkey.name.long"],
      ["k".repeat(10_000), "passkey.name.long"],
    ] as const
  ) {
    await add(reader, name);
    assertEquals(reader.page.status, 422);
    assertStringIncludes(reader.page.text, en(key));
  }
  await add(reader, "鍵".repeat(10_000));
  assertEquals(reader.page.status, 413);
  assertStringIncludes(reader.page.text, en("error.large"));
  await add(reader, '<script>"&\u202Egnp.');
  assertEquals(await names(site), ['<script>"&gnp.']);
  assert(!reader.page.html.includes('<script>"'));
});

Deno.test("what no page of ours sends is refused without a trace", async () => {
  using site = await openPasskeys();
  const reader = await signIn(site);
  const { credential } = await (async () => {
    await reader.open(PAGE);
    return await answerOf(reader);
  })();
  const junk = [
    "x",
    "{}",
    "null",
    "[]",
    '"text"',
    `${credential.slice(0, -1)},"more":1}`,
    credential.replace('"id"', '"__proto__"'),
    "[".repeat(4_000),
  ];
  for (const text of junk) {
    await reader.open(PAGE);
    const sent = { ...fields(reader), name: "Laptop", credential: text };
    await reader.post(PAGE, sent);
    assertEquals(reader.page.status, 422, text.slice(0, 30));
    assertStringIncludes(reader.page.text, en("passkey.unreadable"));
  }
  const bare = await reader.post(PAGE, { name: "Laptop", credential });
  assertEquals(bare.status, 403);
  await reader.open(PAGE);
  const more = { ...fields(reader), name: "Laptop", credential, origin: "x" };
  assertEquals((await reader.post(PAGE, more)).status, 400);
  for (const page of ["rename", "remove"]) {
    const { url } = await reader.open(`${PAGE}/${page}/AAAAAAAAAAAA`);
    assertEquals(url.pathname, "/register");
  }
  assertEquals(await names(site), []);
  assertEquals(site.lines.filter((line) => line.includes("sys_crash")), []);
});

Deno.test("the page asks for a fresh proof first, and stays closed where the policy says so", async () => {
  using site = await openPasskeys();
  const reader = await signIn(site, { userName: "demo-phone" });
  site.wait(6 * 60_000);
  await reader.open(PAGE);
  assertStringIncludes(reader.page.url.search, "next=passkey");
  using closed = await openPasskeys({ methods: ["phone"] });
  const other = await signIn(closed);
  assertEquals((await other.open(PAGE)).url.pathname, "/register");
  const stranger = openReader(site, ORIGIN.development);
  assertEquals((await stranger.open(PAGE)).url.pathname, "/register");
});

Deno.test("ten passkeys are listed, and an eleventh is not offered", async () => {
  using site = await openPasskeys();
  const reader = await signIn(site);
  for (let i = 1; i <= 10; i++) await add(reader, `Key ${i}`);
  await reader.open(PAGE);
  assertStringIncludes(reader.page.text, en("passkey.full"));
  assertStringIncludes(reader.page.text, "Key 10");
  assertEquals(challengeOf(reader), "");
});

Deno.test("the well-known address says where passkeys are added, without a redirect", async () => {
  using site = await openPasskeys();
  const reader = await signIn(site);
  const path = "/.well-known/passkey-endpoints";
  const response = await reader.send(path);
  assertEquals(response.status, 200);
  assertEquals(response.headers.get("content-type"), "application/json");
  const { enroll, manage } = await response.json();
  for (const address of [enroll, manage]) {
    assert(address.startsWith(`${ORIGIN.development}/`));
    assertEquals((await reader.open(address)).status, 200);
  }
  const random = "/.well-known/resource-that-should-not-exist";
  assertEquals((await reader.send(random)).status, 404);
});

Deno.test("no cookie or token of a run with passkeys is in the store, the log or a URL", async () => {
  using site = await openPasskeys();
  const reader = await signIn(site);
  const secrets = new Set<string>([DEMO_PASSWORD]);
  const urls: string[] = [];
  for (const name of ["One", "Two"]) {
    await add(reader, name);
    urls.push(reader.page.url.href);
    await reader.open(PAGE);
    urls.push(reader.page.html.match(/href="[^"]*"/g)?.join() ?? "");
    secrets.add(fields(reader).csrf);
  }
  for (const value of reader.jar.values()) {
    if (value.includes(".")) secrets.add(value.split(".")[0] ?? "");
  }
  const parts: string[] = [];
  for await (const { key, value } of site.kv.list({ prefix: [] })) {
    parts.push(
      Deno.inspect([key, value], { depth: 20, strAbbreviateSize: 1e6 }),
    );
  }
  const [stored, log] = [parts.join("\n"), site.lines.join("\n")];
  assert(secrets.size > 3 && stored.includes("publicKey"));
  for (const text of [stored, log, urls.join("\n")]) {
    assertEquals([...secrets].filter((secret) => text.includes(secret)), []);
  }
  assert(!log.includes("One") && !log.includes("challenge"));
});
