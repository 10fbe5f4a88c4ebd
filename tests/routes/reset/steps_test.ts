/** Steps out of order, skipped, replayed, after the end and after expiry; and what a code page says. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Delivery, Receipt } from "@/lib/delivery/delivery.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { signedIn } from "@/tests/support/form_crowd.ts";
import { SEED } from "@/tests/support/people.ts";
import { openReader } from "@/tests/support/reader.ts";
import { NEW_PASSWORD, NUMBER, openResetSite } from "@/tests/support/reset.ts";
import {
  askForMail,
  askForText,
  begin,
  csrfOf,
} from "@/tests/support/reset_walk.ts";
import { dump } from "@/tests/support/secrets.ts";
import { openSite, ORIGIN } from "@/tests/support/site.ts";
import { appShows } from "@/tests/support/totp.ts";
import { MINUTE, readCode } from "@/tests/support/world.ts";

const en = translator("en");

const PAGES = [
  "/reset/why",
  "/reset/prove",
  "/reset/prove/send",
  "/reset/prove/code",
  "/reset/prove/app",
  "/reset/prove/recovery-code",
  "/reset/prove/passkey",
  "/reset/prove/questions",
  "/reset/password",
  "/reset/unlock",
];

Deno.test("every page leads whoever has no reset to the beginning, and says so", async () => {
  using site = await openSite();
  const reader = openReader(site, ORIGIN.development);
  for (const page of PAGES) {
    await reader.open(page);
    assertEquals(reader.page.url.pathname, "/reset", page);
    assertStringIncludes(reader.page.text, en("reset.over"));
  }
  await reader.open("/reset/done");
  assertEquals(reader.page.url.pathname, "/reset");
});

Deno.test("every page that is not open leads to the one that is", async () => {
  using site = await openResetSite(["totp", "email"]);
  const reader = await begin(site);
  const own = ["/reset/prove/app", "/reset/prove/send"];
  for (const page of PAGES) {
    await reader.open(page);
    const at = page === "/reset/prove/code"
      ? "/reset/prove/send"
      : own.includes(page)
      ? page
      : "/reset/prove/app";
    assertEquals(reader.page.url.pathname, at, page);
  }
  await reader.open("/reset/prove/send");
  await askForMail(reader);
  await reader.open("/reset/password");
  assertEquals(reader.page.url.pathname, "/reset/prove/code");
});

Deno.test("posts out of order change nothing and lead to the page that is open", async () => {
  using site = await openResetSite(["totp"]);
  const reader = await begin(site);
  const csrf = csrfOf(reader);
  const posts: readonly (readonly [string, Record<string, string>])[] = [
    ["/reset/password", { newPassword: NEW_PASSWORD }],
    ["/reset/unlock", {}],
    ["/reset/why", { goal: "unlock" }],
    ["/reset/prove/code", { code: "123456" }],
    ["/reset/prove/recovery-code", { code: "0123456789ABC" }],
    ["/reset/prove/questions", { answer1: "x" }],
    ["/reset/prove/resend", { channel: "sms" }],
    ["/reset/prove/send", { to: "0", number: "1" }],
  ];
  const before = await dump(site);
  for (const [path, fields] of posts) {
    await reader.post(path, { csrf, ...fields });
    assertEquals(reader.page.url.pathname, "/reset/prove/app", path);
    assertEquals(await dump(site), before, path);
  }
  const code = appShows(SEED, site.deps.now());
  await reader.press(en("code.submit"), { code });
  assertEquals(reader.page.url.pathname, "/reset/password");
});

Deno.test("what is replayed after a proof or after the end leads on, and the old token is worth nothing", async () => {
  using site = await openResetSite(["totp"]);
  const reader = await begin(site);
  const stale = new Map(reader.jar);
  const code = appShows(SEED, site.deps.now());
  const csrf = csrfOf(reader);
  await reader.press(en("code.submit"), { code });
  assertEquals(reader.page.url.pathname, "/reset/password");
  await reader.post("/reset/prove/app", { csrf, code });
  assertEquals(reader.page.url.pathname, "/reset/password");
  const thief = openReader(site, ORIGIN.development);
  stale.forEach((value, name) => thief.jar.set(name, value));
  await thief.open("/reset/password");
  assertStringIncludes(thief.page.text, en("reset.over"));
  const newPassword = NEW_PASSWORD;
  await reader.open("/reset/password");
  await reader.press(en("reset.password.go"), { newPassword });
  assertEquals(reader.page.url.pathname, "/reset/done");
  await reader.post("/reset/password", { csrf, newPassword });
  assertEquals(reader.page.url.pathname, "/reset/done");
  for (const page of PAGES) {
    assertEquals((await reader.open(page)).url.pathname, "/reset/done", page);
  }
  await reader.open("/reset");
  assertEquals(reader.page.url.pathname, "/reset");
  await reader.open("/register");
  assertStringIncludes(reader.page.text, en("signIn.submit"));
});

Deno.test("after 15 idle minutes it begins again", async () => {
  using site = await openResetSite(["totp"]);
  const reader = await begin(site);
  site.wait(15 * MINUTE - 1);
  await reader.open("/reset/prove/app");
  assertEquals(reader.page.url.pathname, "/reset/prove/app");
  site.wait(15 * MINUTE);
  await reader.open("/reset/prove/app");
  assertStringIncludes(reader.page.text, en("reset.over"));
});

Deno.test("no page of a reset takes the portal's session, and none of the portal takes a reset", async () => {
  using site = await openResetSite(["totp"]);
  const reader = await begin(site);
  const cookie = reader.jar.get("reset") ?? "";
  assert(cookie.length > 40);
  const other = openReader(site, ORIGIN.development);
  other.jar.set("aikagi", cookie);
  await other.open("/register");
  assertStringIncludes(other.page.text, en("signIn.submit"));
  const portal = (await signedIn(site)).jar.get("aikagi") ?? "";
  assertStringIncludes(portal, ".");
  const thief = openReader(site, ORIGIN.development);
  thief.jar.set("reset", portal);
  for (const page of PAGES) {
    await thief.open(page);
    assertStringIncludes(thief.page.text, en("reset.over"), page);
  }
  thief.jar.set("aikagi", portal);
  await thief.open("/register");
  assertStringIncludes(thief.page.html, 'action="/sign-out"');
});

Deno.test("a code goes nowhere before the whole number is typed, and what was typed stays", async () => {
  using site = await openResetSite(["phone"]);
  const reader = await begin(site);
  assert(!reader.page.html.includes("<select"));
  const wrong = [
    ["", en("phone.empty")],
    ["09", en("reset.number.short")],
    ["090#1234", en("reset.number.signs")],
    ["090-12", en.plural("reset.number.mismatch", 4)],
    ["090-1234-5699", en.plural("reset.number.mismatch", 3)],
  ];
  for (const [number = "", says = ""] of wrong) {
    await askForText(reader, "en", number);
    assertEquals(reader.page.status, 422, number);
    assertStringIncludes(reader.page.text, says);
    if (number) assertStringIncludes(reader.page.html, `value="${number}"`);
  }
  assertEquals(await site.outbox(), []);
  await askForText(reader);
  assertEquals((await site.outbox()).length, 1);
});

Deno.test("no country is taken beside the number", async () => {
  using site = await openResetSite(["phone"]);
  const reader = await begin(site);
  const typed = { csrf: csrfOf(reader), to: "0", number: NUMBER };
  await reader.post("/reset/prove/send", { ...typed, country: "JP" });
  assertEquals(reader.page.status, 400);
  assertEquals(await site.outbox(), []);
});

/** A gateway that answers that, and what it took. */
function gateway(receipt: Receipt) {
  const sent: string[] = [];
  const delivery: Delivery = {
    channels: ["sms", "voice", "email"],
    send(message) {
      if (state.receipt.ok) sent.push(message.text);
      return Promise.resolve(state.receipt);
    },
  };
  const state = { receipt, sent, delivery };
  return state;
}

const RECEIPTS: readonly Receipt[] = [
  { ok: true },
  { ok: false, why: "refused" },
  { ok: false, why: "unreachable" },
  { ok: false, why: "unknown" },
];

Deno.test("before anything is proved the page of the code says the same, whatever became of the message", async () => {
  const told: string[][] = [];
  for (const receipt of RECEIPTS) {
    const { delivery } = gateway(receipt);
    using site = await openResetSite(["email"], {}, { delivery });
    const reader = await begin(site);
    await askForMail(reader);
    const texts: string[] = [];
    for (const ms of [0, 4_999, 1, 54_999, 1]) {
      await site.settle();
      site.wait(ms);
      await reader.open("/reset/prove/code");
      texts.push(reader.page.text.replace(/\w{4}-\w{4}|\d+ seconds?/g, "N"));
    }
    told.push(texts);
  }
  for (const texts of told) assertEquals(texts, told[0]);
  const to = en("reset.to.email", { start: "a" });
  const says = ["queued", "queued", "sent", "sent"] as const;
  for (const [i, stage] of says.entries()) {
    const words = en(`code.${stage}.email`, { to });
    assertStringIncludes(told[0]?.[i] ?? "", words);
  }
  assertStringIncludes(
    told[0]?.[4] ?? "",
    en("reset.code.nothing.alone", { to }),
  );
});

Deno.test("where no code came the page names another way only where there is one", async () => {
  using site = await openResetSite(["email", "totp"]);
  const reader = await begin(site);
  await reader.open("/reset/prove/send");
  await askForMail(reader);
  site.wait(MINUTE);
  await reader.open("/reset/prove/code");
  const to = en("reset.to.email", { start: "a" });
  assertStringIncludes(reader.page.text, en("reset.code.nothing", { to }));
  assertStringIncludes(reader.page.html, 'href="/reset/prove/app"');
});

Deno.test("after a proof the page of the code says what became of the message, and sends it again", async () => {
  const took = gateway({ ok: false, why: "refused" });
  const { delivery } = took;
  const policy = { required: 2 } as const;
  using site = await openResetSite(["phone", "totp"], policy, { delivery });
  const reader = await begin(site);
  const code = appShows(SEED, site.deps.now());
  await reader.press(en("code.submit"), { code });
  await askForText(reader);
  await site.settle();
  await reader.open("/reset/prove/code");
  const to = en("reset.to.phone", { end: "34" });
  assertStringIncludes(
    reader.page.text,
    en("reset.code.failed.alone", { to }),
  );
  assertStringIncludes(reader.page.text, en("code.check"));
  await reader.press(en("code.instead.voice"));
  assertEquals(reader.page.status, 429);
  site.wait(MINUTE);
  took.receipt = { ok: true };
  await reader.open("/reset/prove/code");
  await reader.press(en("code.instead.voice"));
  assertEquals(reader.page.url.pathname, "/reset/prove/code");
  await site.settle();
  await reader.open("/reset/prove/code");
  assertStringIncludes(reader.page.text, en("code.sent.voice", { to }));
  assertEquals(took.sent.length, 1);
});

Deno.test("of 200 right codes at once one moves the reset on", async () => {
  using site = await openResetSite(["phone"]);
  const reader = await begin(site);
  await askForText(reader);
  const code = readCode((await site.outbox()).at(-1));
  const body = () => new URLSearchParams({ csrf: csrfOf(reader), code });
  const cookie = [...reader.jar].map(([name, value]) => `${name}=${value}`)
    .join("; ");
  const answers = await Promise.all(
    Array.from({ length: 200 }, () =>
      site.handler(
        new Request(`${ORIGIN.development}/reset/prove/code`, {
          method: "POST",
          headers: { cookie },
          body: body(),
        }),
      )),
  );
  const on = answers.filter(({ headers }) =>
    headers.get("location") === "/reset/password"
  );
  assertEquals(on.length, 1);
});

Deno.test("that no code is waiting is said once, with the way to one", async () => {
  using site = await openResetSite(["phone", "email"]);
  const reader = await begin(site);
  const csrf = csrfOf(reader);
  await reader.post("/reset/prove/code", { csrf, code: "123456" });
  assertEquals(reader.page.status, 422);
  const said = reader.page.html.split(en("code.none")).length - 1;
  assertEquals(said, 1, reader.page.text);
  assertStringIncludes(reader.page.html, 'href="/reset/prove/send"');
});
