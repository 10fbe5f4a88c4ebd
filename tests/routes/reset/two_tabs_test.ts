/** Two tabs of one browser, each with a reset of its own: the older one's forms act on nothing. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { SEED } from "@/tests/support/people.ts";
import type { Reader } from "@/tests/support/reader.ts";
import {
  NEW_PASSWORD,
  NUMBER,
  openResetSite,
  USER,
} from "@/tests/support/reset.ts";
import { begin, csrfOf } from "@/tests/support/reset_walk.ts";
import type { Site } from "@/tests/support/site.ts";
import { appShows } from "@/tests/support/totp.ts";

const en = translator("en");
const METHODS = ["totp", "phone", "email", "recoveryCodes"] as const;

const FORMS: readonly (readonly [string, Record<string, string>])[] = [
  ["/reset/why", { goal: "unlock" }],
  ["/reset/prove/app", { code: "123456" }],
  ["/reset/prove/send", { to: "0", number: NUMBER }],
  ["/reset/prove/code", { code: "123456" }],
  ["/reset/prove/resend", { channel: "sms" }],
  ["/reset/prove/recovery-code", { code: "0123456789ABC" }],
  ["/reset/prove/passkey", { credential: "{}" }],
  ["/reset/prove/questions", { answer1: "x" }],
  ["/reset/password", { newPassword: NEW_PASSWORD }],
  ["/reset/unlock", {}],
];

/** Begins another reset in the same browser, as a second tab does. */
async function beginAgain(reader: Reader, identifier: string): Promise<void> {
  await reader.open("/reset");
  await reader.press(en("reset.go"), { identifier });
}

async function dump({ kv }: Site): Promise<string> {
  const kept: string[] = [];
  for await (const { key, value } of kv.list({ prefix: [] })) {
    kept.push(JSON.stringify([key, value]));
  }
  return kept.join("\n");
}

for (const [path, fields] of FORMS) {
  Deno.test(`POST ${path} of a reset that is not this browser's any more changes nothing`, async () => {
    using site = await openResetSite(METHODS, { unlock: "yes" });
    const reader = await begin(site, "nobody");
    const csrf = csrfOf(reader);
    await beginAgain(reader, USER);
    const before = await dump(site);
    await reader.post(path, { csrf, ...fields });
    assertEquals(reader.page.status, 409);
    assertStringIncludes(reader.page.text, en("error.other"));
    assertEquals(await dump(site), before);
    assertStringIncludes(reader.page.html, 'href="/reset?over"');
    await reader.open("/reset?over");
    assertEquals(reader.page.url.pathname, "/reset/why");
  });
}

Deno.test("an older tab sets no password in a reset that is proved, and is not told of its end", async () => {
  using site = await openResetSite(["totp"]);
  const newPassword = NEW_PASSWORD;
  const reader = await begin(site, "nobody");
  const older = csrfOf(reader);
  await beginAgain(reader, USER);
  const code = appShows(SEED, site.deps.now());
  await reader.press(en("code.submit"), { code });
  assertEquals(reader.page.url.pathname, "/reset/password");
  await reader.post("/reset/password", { csrf: older, newPassword });
  assertEquals(reader.page.status, 409);
  await reader.open("/reset?over");
  assertEquals(reader.page.url.pathname, "/reset/password");
  await reader.press(en("reset.password.go"), { newPassword });
  assertEquals(reader.page.url.pathname, "/reset/done");
  await reader.post("/reset/prove/app", { csrf: older, code });
  assertEquals(reader.page.status, 409);
});

Deno.test("the older tab can begin anew, ask for help and sign out", async () => {
  using site = await openResetSite(["totp"]);
  const reader = await begin(site, "nobody");
  const csrf = csrfOf(reader);
  await beginAgain(reader, USER);
  await reader.post("/reset/help", { csrf, identifier: "nobody" });
  assert(reader.page.status < 400, `${reader.page.status}`);
  await reader.post("/sign-out", { csrf });
  assertEquals(reader.page.status, 200);
  await reader.open("/reset/prove/app");
  await reader.post("/reset", { csrf: csrfOf(reader), identifier: "nobody" });
  assertEquals(reader.page.url.pathname, "/reset/prove/app");
});

Deno.test.each(TAGS)(
  "the refusal is the same for every name, in %s",
  async (tag) => {
    using site = await openResetSite(["totp"]);
    const pages: string[] = [];
    for (const names of [["nobody", USER], [USER, "nobody"]] as const) {
      const reader = await begin(site, names[0], tag);
      const csrf = csrfOf(reader);
      await reader.open("/reset");
      await reader.press(translator(tag)("reset.go"), { identifier: names[1] });
      await reader.post("/reset/prove/app", { csrf, code: "123456" });
      assertEquals(reader.page.status, 409);
      pages.push(reader.page.html.replace(/[0-9A-Z]{4}-[0-9A-Z]{4}/g, ""));
    }
    assertEquals(pages[0], pages[1]);
  },
);
