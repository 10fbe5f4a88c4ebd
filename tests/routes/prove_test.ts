/** Fresh proofs over the real application, without JavaScript where the way allows it. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { checkAttestation } from "@/lib/crypto/attestation.ts";
import { hashSecret } from "@/lib/crypto/slow_secret.ts";
import { METHODS } from "@/lib/domain/method.ts";
import type { Passkey } from "@/lib/domain/proofs.ts";
import type { Person } from "@/lib/domain/person.ts";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { codeSecret } from "@/lib/flows/recovery_codes/draw_codes.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import {
  makePasskey,
  type SoftPasskey,
} from "@/tests/support/authenticator.ts";
import {
  appOf,
  emailOf,
  phoneOf,
  putPerson,
  SEED,
} from "@/tests/support/people.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";
import { appDoesNotShow, appShows, setPolicy } from "@/tests/support/totp.ts";
import { MINUTE, NOON, readCode } from "@/tests/support/world.ts";

const BEFORE = NOON - 60 * MINUTE;
const CODE = "0123456789ABC";
const en = translator("en");
const HERE = { origin: ORIGIN.development, host: "localhost" };

/** The demo person with a phone, an address and what else is given. */
async function open(
  more: (site: Site, id: string) => Promise<Partial<Person>> | Partial<Person> =
    () => ({}),
): Promise<Site> {
  const site = await openSite();
  const methods = METHODS.filter((method) => method !== "officePhone");
  await setPolicy(site, { methods });
  const id = (await findAccount(site.kv, "demo-phone"))?.id ?? "";
  await putPerson(site.deps, id, {
    phones: [phoneOf(site.deps, "+819012345634", BEFORE)],
    email: emailOf(site.deps, "ann@example.com", BEFORE),
    ...await more(site, id),
  });
  return site;
}

const withApp = (site: Site) => ({ totp: appOf(site.deps, BEFORE) });

async function signIn(site: Site, tag = "en"): Promise<Reader> {
  const reader = openReader(site, ORIGIN.development, tag);
  await reader.open("/register");
  const typed = { userName: "demo-phone", password: DEMO_PASSWORD };
  await reader.press(translator(tag)("signIn.submit"), typed);
  return reader;
}

for (const tag of TAGS) {
  Deno.test(`the password is asked for again after five minutes (${tag})`, async () => {
    using site = await open();
    const t = translator(tag);
    const reader = await signIn(site, tag);
    site.wait(5 * MINUTE - 1);
    await reader.open("/register/phone?replace=0");
    assertEquals(reader.page.url.pathname, "/register/phone");
    site.wait(1);
    await reader.open("/register/phone?replace=0");
    assertEquals(reader.page.url.pathname, "/register/prove");
    await reader.press(t("password.submit"), { password: "" });
    assertStringIncludes(reader.page.text, t("signIn.password.missing"));
    await reader.press(t("password.submit"), { password: "wrong" });
    assertStringIncludes(reader.page.text, t("password.refused"));
    const before = [...reader.jar.values()].join();
    await reader.press(t("password.submit"), { password: DEMO_PASSWORD });
    assertEquals(
      reader.page.url.href.split("8000")[1],
      "/register/phone?replace=0",
    );
    assert([...reader.jar.values()].join() !== before, "a new session");
  });

  Deno.test(`where there is an app, its code is asked for and the password is not enough (${tag})`, async () => {
    using site = await open(withApp);
    const t = translator(tag);
    const reader = await signIn(site, tag);
    await reader.open("/register/email/remove");
    assertEquals(reader.page.url.pathname, "/register/prove/app");
    const { csrf } = fields(reader);
    await reader.post("/register/prove?next=email.remove", {
      csrf,
      password: DEMO_PASSWORD,
    });
    assertEquals(reader.page.url.pathname, "/register/prove/app");
    const wrong = appDoesNotShow(SEED, site.deps.now());
    await reader.press(t("code.submit"), { code: wrong });
    assertEquals(reader.page.status, 422);
    const right = appShows(SEED, site.deps.now());
    await reader.press(t("code.submit"), { code: right });
    assertEquals(reader.page.url.pathname, "/register/email/remove");
  });
}

function fields({ page }: Reader): { csrf: string } {
  const csrf = /name="csrf" value="([^"]*)"/.exec(page.html)?.[1] ?? "";
  return { csrf };
}

Deno.test("somebody who has lost the app is told who can help: a code to the phone or the address proves nothing", async () => {
  using site = await open(withApp);
  const reader = await signIn(site);
  await reader.open("/register/app/remove");
  assertEquals(reader.page.url.pathname, "/register/prove/app");
  assertStringIncludes(reader.page.text, en("prove.lost"));
  assertStringIncludes(reader.page.html, 'href="/reset/help"');
  assert(!reader.page.text.includes(en("prove.send")));
  for (const step of ["send", "code"]) {
    await reader.open(`/register/prove/${step}?next=totp.remove`);
    assertEquals(reader.page.url.pathname, "/register/prove/app");
  }
  const { csrf } = fields(reader);
  await reader.post("/register/prove/send?next=totp.remove", { csrf, to: "0" });
  assertEquals((await site.outbox()).length, 0);
});

Deno.test("a code to the phone or the address opens again what is frozen, where nothing is stronger", async () => {
  const frozen = { frozenAt: NOON, doubtedSince: NOON };
  using site = await open(() => frozen);
  const sent = ["+81 •• •••• ••34", "+819012345634"] as const;
  const reader = await signIn(site);
  await reader.open("/register/prove?next=lift");
  assertEquals(reader.page.url.pathname, "/register/prove/send");
  assert(!reader.page.text.includes(en("prove.lost")), "nothing is taken off");
  await reader.press(en("prove.to.voice", { to: sent[0] }));
  const call = (await site.outbox()).at(-1);
  assertEquals([call?.to, call?.channel], [sent[1], "voice"]);
  await reader.open("/register/prove/send?next=lift");
  await reader.press(en("prove.to.email", { to: maskedOn(reader) }));
  const mail = (await site.outbox()).at(-1);
  assertEquals(mail?.to, "ann@example.com");
  await reader.press(en("code.submit"), { code: "12" });
  assertStringIncludes(reader.page.text, en("code.short"));
  await reader.press(en("code.submit"), { code: readCode(mail) });
  assertEquals(reader.page.url.pathname, "/register/lift");
});

/** The masked address on the page in front. */
function maskedOn({ page }: Reader): string {
  return /Email (\S+@\S+?)</.exec(page.html)?.[1] ?? "";
}

Deno.test("a recovery code proves it once", async () => {
  using site = await open(async (site, id) => {
    const hash = await hashSecret(site.deps, codeSecret(id, CODE));
    const recoveryCodes = { hashes: [hash], confirmedAt: BEFORE };
    return { ...withApp(site), recoveryCodes };
  });
  const reader = await signIn(site);
  await reader.open("/register/prove/recovery-code?next=totp");
  await reader.press(en("code.submit"), { code: "9999-9999-99999" });
  assertEquals(reader.page.status, 422);
  await reader.press(en("code.submit"), { code: "0123-4567 89abc" });
  assertEquals(reader.page.url.pathname, "/register/app");
  await reader.open("/register/prove/recovery-code?next=totp");
  assertEquals(reader.page.url.pathname, "/register/prove/app");
});

Deno.test("where there is a passkey, it is asked for; what it signs goes on", async () => {
  const passkey = await makePasskey({ challenge: "YQ", ...HERE });
  using site = await open(async (site) => ({
    ...withApp(site),
    passkeys: [await recordOf(passkey)],
  }));
  const reader = await signIn(site);
  await reader.open("/register/phone?replace=0");
  assertEquals(reader.page.url.pathname, "/register/prove/passkey");
  assertStringIncludes(reader.page.text, en("passkey.scripts"));
  assertStringIncludes(reader.page.text, en("prove.totp"));
  const path = "/register/prove/passkey?next=phone.0";
  await reader.post(path, { ...fields(reader), credential: "" });
  assertEquals(reader.page.status, 422);
  const use = async (challenge: string) =>
    JSON.stringify(await passkey.assert({ challenge, ...HERE }));
  await reader.post(path, {
    ...fields(reader),
    credential: await use("Zm9yZWlnbg"),
  });
  assertEquals(reader.page.status, 422);
  const challenge = /"challenge":"([\w-]+)"/.exec(reader.page.html)?.[1] ?? "";
  await reader.post(path, {
    ...fields(reader),
    credential: await use(challenge),
  });
  assertEquals(reader.page.url.pathname, "/register/phone");
});

/** What the store has of a passkey. */
async function recordOf({ id, attestation }: SoftPasskey): Promise<Passkey> {
  const ceremony = { challenge: "YQ", ...HERE };
  const checked = await checkAttestation(attestation, ceremony);
  assert(checked.ok);
  const { publicKey, counter, verified } = checked;
  const made = { id, publicKey, counter, verified, transports: [] };
  return { ...made, name: "Laptop", confirmedAt: BEFORE, usedAt: null };
}

Deno.test("what follows a proof is never an address from outside", async () => {
  using site = await open();
  const reader = await signIn(site);
  for (
    const next of ["//evil.example", "https://evil.example", "__proto__", ""]
  ) {
    await reader.open(`/register/prove?next=${encodeURIComponent(next)}`);
    await reader.press(en("password.submit"), { password: DEMO_PASSWORD });
    assertEquals(reader.page.url.pathname, "/register", next);
    assertEquals(reader.page.url.origin, ORIGIN.development);
  }
});

const PAGES = [
  "/register/prove",
  "/register/prove/app",
  "/register/prove/code",
  "/register/prove/passkey",
  "/register/prove/recovery-code",
  "/register/prove/send",
  "/register/lift",
];
for (const path of PAGES) {
  Deno.test(`${path} asks a stranger to sign in`, async () => {
    using site = await openSite();
    const reader = openReader(site, ORIGIN.development);
    await reader.open(path);
    assertEquals(reader.page.url.pathname, "/register");
  });
}

Deno.test("a way that the person has not is no page of theirs", async () => {
  using site = await open();
  const reader = await signIn(site);
  for (const path of PAGES.slice(1, 6)) {
    await reader.open(path);
    assertEquals(reader.page.url.pathname, "/register/prove", path);
  }
  await reader.open("/register/lift");
  assertEquals(reader.page.url.pathname, "/register");
});

Deno.test("where nothing is left that opens recovery again, the page leads to help", async () => {
  const frozen = {
    frozenAt: NOON,
    doubtedSince: NOON,
    email: null,
    phones: [],
  };
  using site = await open(() => frozen);
  const reader = await signIn(site);
  await reader.open("/register/prove?next=lift");
  assertStringIncludes(reader.page.text, en("prove.none"));
  assertStringIncludes(reader.page.html, 'href="/reset/help"');
  assert(!reader.page.text.includes(en("prove.lost")));
});
