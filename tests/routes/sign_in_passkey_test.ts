/** Signing in by a passkey over HTTP: what the page offers, what its script sends, and what hostile requests come to. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { userHandle } from "@/lib/crypto/passkey_ids.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import {
  type Asked,
  makePasskey,
  type SoftPasskey,
} from "@/tests/support/authenticator.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { csrfOf, openSecretSite, signedIn } from "@/tests/support/secrets.ts";
import { ORIGIN, type Site } from "@/tests/support/site.ts";

const PAGE = "/register/sign-in";
const HERE = { origin: ORIGIN.development, host: "localhost" };

const opened = () => openSecretSite({ methods: ["phone", "passkey"] });

function challengeOf({ page }: Reader): string {
  return /"challenge":"([\w-]+)"/.exec(page.html)?.[1] ?? "";
}

/** A passkey of the demo account. */
async function havePasskey(site: Site): Promise<SoftPasskey> {
  const reader = await signedIn(site);
  await reader.open("/register/passkey");
  const challenge = challengeOf(reader);
  const passkey = await makePasskey({ challenge, ...HERE });
  const credential = JSON.stringify(passkey.attestation);
  const fields = { csrf: csrfOf(reader), name: "Laptop", credential };
  await reader.post("/register/passkey", fields);
  return passkey;
}

/** Uses it for the page in front, as that page's script does. */
async function choose(
  site: Site,
  reader: Reader,
  { passkey, ...asked }: { passkey: SoftPasskey } & Partial<Asked>,
): Promise<void> {
  const { id = "" } = await findAccount(site.kv, "demo") ?? {};
  const used = await passkey.assert({
    challenge: challengeOf(reader),
    userHandle: userHandle(id),
    ...HERE,
    ...asked,
  });
  const credential = JSON.stringify(used);
  await reader.post(PAGE, { csrf: csrfOf(reader), credential });
}

for (const tag of TAGS) {
  Deno.test(`a passkey that the browser offers signs in (${tag})`, async () => {
    using site = await opened();
    const passkey = await havePasskey(site);
    const t = translator(tag);
    const reader = openReader(site, ORIGIN.development, tag);
    await reader.open("/register");
    assertStringIncludes(reader.page.html, 'autocomplete="username webauthn"');
    await choose(site, reader, { passkey, verified: false });
    assertEquals(reader.page.status, 422);
    assertStringIncludes(reader.page.text, t("signIn.passkey.refused"));
    // The page of the answer offers passkeys again, and takes the password.
    await choose(site, reader, { passkey });
    assertEquals(reader.page.url.pathname, "/register");
    assertStringIncludes(reader.page.text, t("app.signOut"));
    assertStringIncludes(reader.page.text, "Laptop");
  });
}

Deno.test("the page of a refused passkey signs in by password", async () => {
  using site = await opened();
  const t = translator("en");
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/register");
  const passkey = await makePasskey({ challenge: "AAAA" });
  await choose(site, reader, { passkey });
  assertEquals([reader.page.url.pathname, reader.page.status], [PAGE, 422]);
  const typed = { userName: "demo", password: "demo-spare-key-2026" };
  await reader.press(t("signIn.submit"), typed);
  assertEquals(reader.page.url.pathname, "/register");
  assertStringIncludes(reader.page.text, t("app.signOut"));
});

Deno.test("a challenge that was answered, or made for another browser, is late", async () => {
  using site = await opened();
  const passkey = await havePasskey(site);
  const t = translator("en");
  const first = openReader(site, ORIGIN.development);
  await first.open("/register");
  const other = openReader(site, ORIGIN.development);
  await other.open("/register");
  const challenge = challengeOf(first);
  await choose(site, other, { passkey, challenge });
  assertStringIncludes(other.page.text, t("signIn.passkey.late"));
  await choose(site, first, { passkey });
  assertStringIncludes(first.page.text, t("app.signOut"));
});

Deno.test("the answer to a passkey that nobody has is that to one that is signed wrong", async () => {
  using site = await opened();
  const passkey = await havePasskey(site);
  const { id = "" } = await findAccount(site.kv, "demo") ?? {};
  const pages: string[] = [];
  const strange = await makePasskey({ challenge: "AAAA" });
  const tries = [
    { used: strange.id, owner: "AAAA" },
    { used: strange.id, owner: userHandle(id) },
    { used: passkey.id, owner: "AAAA" },
    // The right passkey of the right person, but for the key that signs.
    { used: passkey.id, owner: userHandle(id) },
  ];
  for (const { used, owner } of tries) {
    const reader = openReader(site, ORIGIN.development);
    await reader.open("/register");
    const asserted = await strange.assert({
      challenge: challengeOf(reader),
      userHandle: owner,
      ...HERE,
    });
    const credential = JSON.stringify({ ...asserted, id: used });
    await reader.post(PAGE, { csrf: csrfOf(reader), credential });
    const { page } = reader;
    assertEquals([page.url.pathname, page.status], [PAGE, 422]);
    assertStringIncludes(page.text, translator("en")("signIn.passkey.refused"));
    const headers = [...page.headers].filter(([name]) => name !== "set-cookie");
    pages.push(JSON.stringify([page.status, headers, masked(page.html)]));
  }
  assertEquals(new Set(pages).size, 1);
  const reader = openReader(site, ORIGIN.development);
  await reader.open("/register");
  await choose(site, reader, { passkey });
  assertStringIncludes(reader.page.text, translator("en")("app.signOut"));
});

Deno.test("where the policy has no passkeys the page is as it was, to the byte", async () => {
  using site = await openSecretSite({ methods: ["phone"] });
  const reader = openReader(site, ORIGIN.development);
  const { html } = await reader.open("/register");
  assert(!html.includes("webauthn") && !html.includes("<script"));
  assert(!html.includes(PAGE) && !html.includes("challenge"));
  const credential = JSON.stringify({
    id: "AAAA",
    clientDataJSON: "AAAA",
    authenticatorData: "AAAA",
    signature: "AAAA",
    userHandle: "AAAA",
  });
  await reader.post(PAGE, { csrf: csrfOf(reader), credential });
  assertEquals(reader.page.status, 422);
});

Deno.test("what no script of ours sends is answered plainly, and signs nobody in", async () => {
  using site = await opened();
  const reader = openReader(site, ORIGIN.development);
  for (
    const credential of [
      "",
      "null",
      "[]",
      "{",
      '{"__proto__":{"id":"AAAA"}}',
      "A".repeat(10_000),
      JSON.stringify({ id: "é" }),
    ]
  ) {
    await reader.open("/register");
    await reader.post(PAGE, { csrf: csrfOf(reader), credential });
    assertEquals(reader.page.status, 422, credential);
  }
  await reader.post(PAGE, { csrf: "A".repeat(43), credential: "" });
  assertEquals(reader.page.status, 403);
  await reader.open(PAGE);
  assertEquals(reader.page.url.pathname, "/register");
});

/** The page without what is random on it. */
function masked(html: string): string {
  return html.replace(/[\w-]{43}/g, "…");
}
