/** Recovery codes without JavaScript, over the real application. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { openVisit } from "@/lib/flows/open_visit.ts";
import { isSignedIn } from "@/lib/flows/visit.ts";
import { proofCase } from "@/lib/flows/proofs/proof_case.ts";
import { proveRecoveryCode } from "@/lib/flows/proofs/prove_recovery_code.ts";
import type { Reader } from "@/tests/support/reader.ts";
import {
  csrfOf,
  dump,
  openSecretSite,
  signedIn,
} from "@/tests/support/secrets.ts";
import { ORIGIN, type Site } from "@/tests/support/site.ts";

const PAGE = "/register/recovery-codes";
const POLICY = { methods: ["phone", "recoveryCodes"] } as const;
const MINUTE = 60_000;
const en = translator("en");

function codesOn({ page }: Reader): string[] {
  return [...page.html.matchAll(/<code>([^<]*)<\/code>/g)]
    .map(([, code = ""]) => code);
}

async function make(reader: Reader, tag = "en"): Promise<string[]> {
  const t = translator(tag);
  await reader.open(PAGE);
  await reader.press(t("recovery.make"));
  assertEquals(reader.page.status, 200);
  return codesOn(reader);
}

async function use(site: Site, reader: Reader, code: string) {
  const cookie = [...reader.jar.values()].find((each) => each.includes("."));
  const visit = await openVisit(site.deps, cookie ?? "");
  assert(isSignedIn(visit));
  const plain = code.replaceAll("-", "");
  return await proveRecoveryCode(site.deps, proofCase(visit), plain);
}

/** Gives the password again. */
async function again(site: Site, tag = "en"): Promise<Reader> {
  return await signedIn(site, { tag });
}

/** Saves the codes as a file, as the page in front offers. */
async function assertSaved(
  reader: Reader,
  codes: readonly string[],
  note: string,
): Promise<void> {
  const csrf = csrfOf(reader);
  const body = new URLSearchParams({ csrf, codes: codes.join(" ") });
  const file = await reader.send(`${PAGE}/save`, { method: "POST", body });
  assertEquals(file.status, 200);
  assertEquals(
    file.headers.get("content-disposition"),
    'attachment; filename="aikagi-recovery-codes.txt"',
  );
  assertEquals(file.headers.get("content-type"), "text/plain; charset=utf-8");
  assertEquals(file.headers.get("cache-control"), "no-store");
  const text = await file.text();
  for (const code of codes) assertStringIncludes(text, `${code}\r\n`);
  assertStringIncludes(text, note);
}

for (const tag of TAGS) {
  Deno.test(`codes are made, saved, replaced and removed without JavaScript (${tag})`, async () => {
    using site = await openSecretSite(POLICY);
    const t = translator(tag);
    const reader = await signedIn(site, { tag });
    assertStringIncludes(reader.page.text, t("list.recovery.unset"));
    const codes = await make(reader, tag);
    assertEquals(codes.length, 10);
    assertStringIncludes(reader.page.text, t("recovery.new.once"));

    await assertSaved(reader, codes, t("recovery.file.note"));
    await reader.open("/register/thanks?for=recoveryCodes");
    assertStringIncludes(reader.page.text, t("thanks.recovery"));
    await reader.open("/register");
    assertStringIncludes(reader.page.text, t.plural("list.recovery.left", 10));

    assertEquals((await use(site, reader, codes[2] ?? "")).kind, "right");
    const next = await again(site, tag);
    assertEquals(next.page.url.pathname, PAGE); // The next visit begins here.
    assertStringIncludes(next.page.text, t.plural("recovery.replace", 1));
    await next.press(t("recovery.replace.submit"));
    assertEquals(codesOn(next).length, 1);
    assertStringIncludes(next.page.text, t("recovery.new.one.once"));
    assertEquals(codes.includes(codesOn(next)[0] ?? ""), false);

    await next.open(`${PAGE}/remove`);
    await next.press(t("remove.submit"));
    assertStringIncludes(next.page.text, t("list.recovery.unset"));
  });
}

Deno.test("codes are shown once: neither back, nor reload, nor the form again shows or makes any", async () => {
  using site = await openSecretSite(POLICY);
  const reader = await signedIn(site);
  await reader.open(PAGE);
  const [, edition = ""] = /name="edition" value="([^"]*)"/.exec(
    reader.page.html,
  ) ?? [];
  const codes = await make(reader);
  const { headers } = reader.page;
  assertEquals(headers.get("cache-control"), "no-store");
  const before = await dump(site);
  await reader.post(PAGE, { csrf: csrfOf(reader), edition });
  assertEquals(reader.page.url.pathname, PAGE);
  assertEquals(codesOn(reader), []);
  assertStringIncludes(reader.page.text, en("recovery.shown"));
  assertStringIncludes(reader.page.text, en("recovery.anew.submit"));
  for (const path of [PAGE, `${PAGE}/replace`, `${PAGE}/save`]) {
    await reader.open(path);
    assertEquals(codesOn(reader), []);
    assert(!codes.some((code) => reader.page.html.includes(code)));
  }
  assertEquals(await dump(site), before);
  await reader.open(PAGE);
  await reader.press(en("recovery.anew.submit"));
  const fresh = codesOn(reader);
  assertEquals(fresh.length, 10);
  assertEquals(fresh.filter((code) => codes.includes(code)), []);
});

Deno.test("making, replacing and removing codes asks for a fresh proof", async () => {
  using site = await openSecretSite(POLICY);
  const reader = await signedIn(site);
  await make(reader);
  await reader.open(PAGE);
  const form = { csrf: csrfOf(reader), edition: "none" };
  site.wait(5 * MINUTE);
  for (const path of [PAGE, `${PAGE}/remove`]) {
    await reader.open(path);
    assert(reader.page.url.pathname.startsWith("/register/prove"), path);
  }
  await reader.post(PAGE, form);
  assert(reader.page.url.pathname.startsWith("/register/prove"));
});

Deno.test("a policy without recovery codes, and nobody signed in, get none", async () => {
  using site = await openSecretSite({ methods: ["phone"] });
  const reader = await signedIn(site);
  for (const path of [PAGE, `${PAGE}/replace`, `${PAGE}/save`]) {
    assertEquals((await reader.open(path)).url.pathname, "/register");
  }
  await reader.press(en("app.signOut"));
  for (const path of [PAGE, `${PAGE}/remove`, `${PAGE}/save`]) {
    assertEquals((await reader.open(path)).url.pathname, "/register");
  }
});

Deno.test("the file holds codes alone, whatever is sent", async () => {
  using site = await openSecretSite(POLICY);
  const reader = await signedIn(site);
  const codes = await make(reader);
  const csrf = csrfOf(reader);
  const bad = [
    "",
    "<script>",
    `${codes[0]}\r\nx: y`,
    [...codes, codes[0]].join(" "),
    "A".repeat(13) + "U",
  ];
  for (const text of bad) {
    const body = new URLSearchParams({ csrf, codes: text });
    const answer = await reader.send(`${PAGE}/save`, { method: "POST", body });
    assertEquals(answer.status, 422, text);
    await answer.body?.cancel();
  }
  const forged = new URLSearchParams({ csrf: "x", codes: codes.join(" ") });
  const answer = await reader.send(`${PAGE}/save`, {
    method: "POST",
    body: forged,
  });
  assertEquals(answer.status, 403);
  await answer.body?.cancel();
});

Deno.test("no recovery code is in the store, the log, a message or an address", async () => {
  using site = await openSecretSite(POLICY, "production");
  const reader = await signedIn(site, {
    userName: "demo-phone",
    origin: ORIGIN.production,
  });
  const codes = await make(reader);
  const urls = [reader.page.url.href];
  const body = new URLSearchParams({
    csrf: csrfOf(reader),
    codes: codes.join(" "),
  });
  const saved = await reader.send(`${PAGE}/save`, { method: "POST", body });
  await saved.body?.cancel();
  await use(site, reader, codes[0] ?? "");
  await use(site, reader, "0000000000000");
  await reader.open(PAGE);
  await reader.press(en("recovery.replace.submit"));
  codes.push(...codesOn(reader));
  urls.push(reader.page.url.href);
  await site.settle();
  const forms = codes.flatMap((code) => {
    const plain = code.replaceAll("-", "");
    return [code, plain, plain.toLowerCase(), code.toLowerCase()];
  });
  const log = site.lines.join("\n");
  assert(log.includes("authn_token_fail") && log.includes("recoveryCodes"));
  const text = [await dump(site), log, ...urls].join("\n");
  assertEquals(forms.filter((form) => text.includes(form)), []);
  assert((await dump(site)).match(/\$argon2id\$v=19\$m=19456,t=2,p=1\$/));
});
