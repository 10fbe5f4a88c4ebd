/** The headers of every kind of response, to the last one: over http in development, over https in production. */
import { assert, assertEquals } from "@std/assert";
import { createHash } from "node:crypto";
import { type Build, NO_BUILD, type StaticFile } from "@/lib/fresh/build.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { SEED } from "@/tests/support/people.ts";
import { openReader, type Page, type Reader } from "@/tests/support/reader.ts";
import { NEW_PASSWORD, openResetSite, USER } from "@/tests/support/reset.ts";
import { ORIGIN, type Site } from "@/tests/support/site.ts";
import { appShows } from "@/tests/support/totp.ts";

type Mode = keyof typeof ORIGIN;
type Fields = Readonly<Record<string, string>>;

const MODES = ["development", "production"] as const;
const SCRIPT = "/_fresh/js/a-AB12CD34.js";
const IMAGE = "/icon.svg";
const FOR_GOOD = "public, max-age=31536000, immutable";

const en = translator("en");

function fileOf(type: string, immutable: boolean): StaticFile {
  const body = new TextEncoder().encode("0");
  return { body, type, hash: "abc", immutable, br: null, gzip: null };
}

const BUILD: Build = {
  ...NO_BUILD,
  files: new Map([
    [SCRIPT, fileOf("text/javascript", true)],
    [IMAGE, fileOf("image/svg+xml", false)],
  ]),
};

function open(mode: Mode): Promise<Site> {
  return openResetSite(["totp"], {}, { mode, build: BUILD });
}

/** What every response has. */
function always(mode: Mode): Fields {
  return {
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    ...mode === "production"
      ? { "strict-transport-security": "max-age=63072000;includeSubDomains" }
      : {},
  };
}

/** All that something has that is no page, with what is its own. */
function noPage(mode: Mode, own: Fields): Fields {
  const policy = { "content-security-policy": "default-src 'none'" };
  return { ...always(mode), ...policy, ...own };
}

/** All that a page has. */
function page(mode: Mode, html: string, worker = false): Fields {
  const [, css = ""] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
  const hash = createHash("sha256").update(css).digest("base64");
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    ...worker ? ["worker-src 'self'"] : [],
    `style-src 'sha256-${hash}'`,
    ...mode === "development" ? ["connect-src 'self'"] : [],
    "img-src data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    ...always(mode),
    "cache-control": "no-store",
    "content-security-policy": policy.join(";"),
    "content-type": "text/html; charset=utf-8",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(),geolocation=(),microphone=()",
    "referrer-policy": "same-origin",
  };
}

/** All headers but the cookies, which have tests of their own. */
function sent(headers: Headers): Fields {
  return Object.fromEntries(
    [...headers].filter(([name]) => name !== "set-cookie"),
  );
}

function assertPage(mode: Mode, { headers, html }: Page, path: string): void {
  assertEquals(sent(headers), page(mode, html), path);
}

/** Opens a page and compares its status and all of its headers. */
async function assertOpens(
  mode: Mode,
  reader: Reader,
  [path, status]: readonly [path: string, status: number],
): Promise<void> {
  await reader.open(path);
  assertEquals([reader.page.url.pathname, reader.page.status], [path, status]);
  assertPage(mode, reader.page, path);
}

for (const mode of MODES) {
  Deno.test(`every page of a reset has all headers of a page, and is kept nowhere (${mode})`, async () => {
    using site = await open(mode);
    const reader = openReader(site, ORIGIN[mode]);
    await assertOpens(mode, reader, ["/reset", 200]);
    const walk = [
      ["reset.go", { identifier: USER }, "/reset/prove/app"],
      [
        "code.submit",
        { code: appShows(SEED, site.deps.now()) },
        "/reset/password",
      ],
      ["reset.password.go", { newPassword: "short" }, "/reset/password"],
      ["reset.password.go", { newPassword: NEW_PASSWORD }, "/reset/done"],
    ] as const;
    for (const [button, typed, path] of walk) {
      await reader.press(en(button), typed);
      assertEquals(reader.page.url.pathname, path);
      assertPage(mode, reader.page, path);
    }
  });

  Deno.test(`a page, an error page and the page of a refused form have the same headers (${mode})`, async () => {
    using site = await open(mode);
    const reader = openReader(site, ORIGIN[mode]);
    const pages = [
      ["/", 200],
      ["/register", 200],
      ["/change", 200],
      ["/stop", 200],
      ["/reset/help", 200],
      ["/nothing-here", 404],
      ["/%FF", 400],
    ] as const;
    for (const each of pages) await assertOpens(mode, reader, each);
    for (const path of ["/reset", "/register", "/change", "/stop"]) {
      await reader.post(path, {});
      assertEquals(reader.page.status, 403, path);
      assertPage(mode, reader.page, path);
    }
  });

  Deno.test(`a page that starts a worker has that allowed besides, and nothing more (${mode})`, async () => {
    using site = await open(mode);
    const reader = openReader(site, ORIGIN[mode]);
    await reader.open("/reset");
    const typed = { identifier: USER, website: "https://example.com" };
    await reader.press(en("reset.go"), typed);
    const { headers, html } = reader.page;
    assert(html.includes("data-work"));
    assertEquals(sent(headers), page(mode, html, true));
  });

  Deno.test(`what is no page may do nothing at all (${mode})`, async () => {
    using site = await open(mode);
    const reader = openReader(site, ORIGIN[mode]);
    const one = { "content-length": "1" };
    const kept = { ...one, "cache-control": FOR_GOOD };
    const asked = { ...one, "cache-control": "no-cache", etag: '"abc"' };
    const others: readonly (readonly [string, number, Fields])[] = [
      [SCRIPT, 200, { ...kept, "content-type": "text/javascript" }],
      [IMAGE, 200, { ...asked, "content-type": "image/svg+xml" }],
      ["/healthz", 200, { "content-type": "text/plain" }],
      ["/passwordreset", 308, { location: "/reset" }],
      ["/register/phone", 303, { location: "/register" }],
      ["/reset/password", 303, { location: "/reset?over" }],
      ["/api/v1/registration/demo", 401, {
        "cache-control": "no-store",
        "content-type": "application/problem+json",
        "www-authenticate": "Bearer",
      }],
    ];
    for (const [path, status, own] of others) {
      const response = await reader.send(path);
      await response.body?.cancel();
      assertEquals(response.status, status, path);
      assertEquals(sent(response.headers), noPage(mode, own), path);
    }
  });

  Deno.test(`the redirect after a form has no less than any other (${mode})`, async () => {
    using site = await open(mode);
    const reader = openReader(site, ORIGIN[mode]);
    await reader.open("/reset");
    const csrf = /name="csrf" value="([^"]*)"/.exec(reader.page.html)?.[1];
    const body = new URLSearchParams({ identifier: USER, csrf: csrf ?? "" });
    const { status, headers } = await reader.send("/reset", {
      method: "POST",
      body,
    });
    assertEquals(status, 303);
    const location = headers.get("location") ?? "";
    assertEquals(sent(headers), noPage(mode, { location }));
  });

  Deno.test(`a method that a file does not have is refused with 405, and is no fault (${mode})`, async () => {
    using site = await open(mode);
    const reader = openReader(site, ORIGIN[mode]);
    for (const method of ["POST", "PUT", "DELETE"]) {
      const response = await reader.send(SCRIPT, { method });
      await response.body?.cancel();
      assertEquals(response.status, 405, method);
      assertEquals(response.headers.get("allow"), "GET, HEAD, OPTIONS");
      for (const [name, value] of Object.entries(always(mode))) {
        assertEquals(response.headers.get(name), value, name);
      }
    }
    assert(!site.lines.some((line) => line.includes("sys_crash")));
  });
}
