/** Two phones without JavaScript, over the real application. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import type { Reader } from "@/tests/support/reader.ts";
import { csrfOf, openSecretSite, signedIn } from "@/tests/support/secrets.ts";
import type { Site } from "@/tests/support/site.ts";
import { putHolder } from "@/tests/support/phone_holders.ts";
import { readCode } from "@/tests/support/world.ts";

const PHONES = { methods: ["phone"] } as const;
const MINUTE = 60_000;
const OLD = "+81 •• •••• ••34";
const NEW = "+81 •• •••• ••78";
const en = translator("en");

/** Types a number into the page in front, then its code; a minute later than before. */
async function confirm(
  site: Site,
  reader: Reader,
  { number = "090-1234-5678", t = en } = {},
): Promise<void> {
  site.wait(MINUTE);
  await reader.press(t("phone.sms"), { country: "JP", number });
  const code = readCode((await site.outbox()).at(-1));
  await reader.press(t("code.submit"), { code });
  assertEquals(reader.page.url.pathname, "/register/thanks");
}

async function withTwo(site: Site): Promise<Reader> {
  const reader = await signedIn(site, { userName: "demo-phone" });
  await reader.open("/register/phone");
  await confirm(site, reader);
  return reader;
}

/** The masked numbers in the order in which the list shows them. */
async function listed(reader: Reader): Promise<string[]> {
  await reader.open("/register");
  return reader.page.text.match(/\+81 •• •••• ••\d\d/g) ?? [];
}

for (const tag of TAGS) {
  Deno.test(`a second phone is added, offered first, changed and removed (${tag})`, async () => {
    using site = await openSecretSite(PHONES);
    const t = translator(tag);
    const reader = await signedIn(site, { userName: "demo-phone", tag });
    await reader.open("/register/phone");
    assertStringIncludes(reader.page.text, t("phone.title.second"));
    await confirm(site, reader, { t });
    assertEquals(await listed(reader), [OLD, NEW]);

    await reader.open("/register/phone/default");
    assertStringIncludes(reader.page.text, t("prefer.what", { number: NEW }));
    await reader.press(t("prefer.submit"));
    assertEquals(await listed(reader), [NEW, OLD]);

    await reader.open("/register/phone?replace=1");
    assertStringIncludes(reader.page.text, t("phone.now", { number: OLD }));
    await confirm(site, reader, { number: "080-1111-2256", t });
    assertEquals(await listed(reader), [NEW, "+81 •• •••• ••56"]);

    await reader.open("/register/phone/remove?phone=0");
    await reader.press(t("remove.submit"));
    assertEquals(await listed(reader), ["+81 •• •••• ••56"]);
  });
}

for (const tag of ["en", "ja"] as const) {
  Deno.test(`a number that is full is refused with one sentence, before and after its code (${tag})`, async () => {
    using site = await openSecretSite({ ...PHONES, accountsPerNumber: 1 });
    const t = translator(tag);
    const reader = await signedIn(site, { tag });
    await reader.open("/register/phone");
    const { length } = await site.outbox();
    const full = { country: "JP", number: "090-1234-5634" };
    await reader.press(t("phone.sms"), full);
    assertEquals(reader.page.status, 422);
    assertStringIncludes(reader.page.text, t("phone.taken"));
    assertStringIncludes(reader.page.html, 'value="090-1234-5634"');
    assertEquals((await site.outbox()).length, length);

    const free = { country: "JP", number: "090-1234-5678" };
    await reader.press(t("phone.sms"), free);
    const code = readCode((await site.outbox()).at(-1));
    const index = site.deps.keyring.digest("number", "+819012345678");
    await putHolder(site, "somebody", index);
    await reader.press(t("code.submit"), { code });
    assertEquals(reader.page.status, 422);
    assertStringIncludes(reader.page.text, t("phone.taken"));
    assertEquals(reader.page.text.includes("somebody"), false);
    assertEquals(await listed(reader), []);
  });
}

Deno.test("there is no third phone, and no place for one", async () => {
  using site = await openSecretSite(PHONES);
  const reader = await withTwo(site);
  const paths = [
    "/register/phone",
    "/register/phone?replace=2",
    "/register/phone?replace=__proto__",
    "/register/phone/remove",
    "/register/phone/remove?phone=2",
    "/register/phone/remove?phone=-1",
  ];
  for (const path of paths) {
    assertEquals((await reader.open(path)).url.pathname, "/register");
  }
  const csrf = csrfOf(reader);
  const posted = {
    csrf,
    country: "JP",
    number: "080-1111-2222",
    channel: "sms",
  };
  const before = (await site.outbox()).length;
  for (const path of ["/register/phone", "/register/phone?replace=0"]) {
    await reader.post(path, posted);
    assertEquals(reader.page.url.pathname, "/register");
  }
  assertEquals((await site.outbox()).length, before);
});

Deno.test("pages that were opened before the phones changed places do nothing to the wrong one", async () => {
  using site = await openSecretSite(PHONES);
  const reader = await withTwo(site);
  await reader.open("/register/phone/remove?phone=1");
  const [, stale] = /name="confirmedAt" value="(\d+)"/.exec(reader.page.html) ??
    [];
  const posted = { csrf: csrfOf(reader), confirmedAt: stale ?? "" };
  await reader.post("/register/phone/default", posted);
  assertEquals(await listed(reader), [NEW, OLD]);
  await reader.post("/register/phone/default", posted); // Sent twice.
  assertEquals(await listed(reader), [NEW, OLD]);
  await reader.post("/register/phone/remove?phone=1", posted);
  const number = { ...posted, country: "JP", number: "080-1111-2222" };
  await reader.post("/register/phone?replace=1", { ...number, channel: "sms" });
  assertEquals(reader.page.url.pathname, "/register");
  assertEquals(await listed(reader), [NEW, OLD]);
});

Deno.test("after a proof a person comes back to the phone that was meant", async () => {
  using site = await openSecretSite(PHONES);
  const reader = await withTwo(site);
  for (
    const path of [
      "/register/phone?replace=1",
      "/register/phone/remove?phone=1",
    ]
  ) {
    site.wait(6 * MINUTE);
    await reader.open(path);
    assertEquals(reader.page.url.pathname, "/register/prove");
    await reader.press(en("password.submit"), { password: DEMO_PASSWORD });
    const { pathname, search } = reader.page.url;
    assertEquals(pathname + search, path);
  }
});

Deno.test("a number that waits for its code to be added is not taken for a change", async () => {
  using site = await openSecretSite(PHONES);
  const reader = await signedIn(site, { userName: "demo-phone" });
  const typed = { country: "JP", number: "090-1234-5678" };
  await reader.open("/register/phone");
  await reader.press(en("phone.sms"), typed);
  await reader.open("/register/phone?replace=0");
  await reader.press(en("phone.sms"), typed);
  assertEquals(reader.page.status, 429);
  site.wait(MINUTE);
  await reader.press(en("phone.sms"), typed);
  const code = readCode((await site.outbox()).at(-1));
  await reader.press(en("code.submit"), { code });
  assertEquals(await listed(reader), [NEW]);
});
