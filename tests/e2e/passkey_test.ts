/** Passkeys in Chromium, with an authenticator that the browser plays. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import type { Browser } from "playwright-core";
import { personRef } from "@/lib/store/people.ts";
import { list } from "@/lib/store/list.ts";
import { axeViolations } from "@/tests/e2e/support/axe.ts";
import { addAuthenticator } from "@/tests/e2e/support/authenticator.ts";
import {
  openBrowser,
  overflowsSideways,
  type Reader,
  screenshot,
} from "@/tests/e2e/support/browser.ts";
import { type Live, openLive } from "@/tests/e2e/support/live.ts";
import { Person } from "@/tests/e2e/support/person.ts";
import { setPolicy } from "@/tests/support/totp.ts";

const PAGE = "/register/passkey";

let browser: Browser;

Deno.test.beforeAll(async () => {
  browser = await openBrowser();
});

Deno.test.afterAll(async () => {
  await browser.close();
});

async function openPasskeys(): Promise<Live> {
  const live = await openLive();
  await setPolicy(live.site, { methods: ["phone", "passkey"] });
  return live;
}

async function stored({ site }: Live) {
  const people = await list(
    site.kv,
    { prefix: ["people"] },
    (key) => personRef(String(key[1])),
  );
  return people.flatMap(({ value }) => value?.passkeys ?? []);
}

/** Somebody who is signed in. */
async function arrive(live: Live, reader: Reader = {}): Promise<Person> {
  const person = await Person.come(browser, live, { ...reader, locale: "en" });
  await person.signIn();
  return person;
}

Deno.test("a person adds a passkey, and no second one on the same device", async () => {
  await using live = await openPasskeys();
  await using person = await arrive(live);
  const { page, t } = person;
  const device = await addAuthenticator(person.page);
  await person.open(PAGE);
  const button = page.getByRole("button", { name: t("passkey.submit") });
  await button.waitFor();
  assertEquals(await axeViolations(page), []);
  assertEquals(await overflowsSideways(page), false);
  await screenshot(page, "passkey");
  await page.fill("#name", "Laptop 💻");
  await person.press("passkey.submit");
  await person.sees("/register/thanks", "thanks.title");
  const [passkey] = await stored(live);
  assertEquals([passkey?.name, passkey?.verified], ["Laptop 💻", true]);
  assertEquals(passkey?.transports, ["internal"]);
  const { credentials } = await device.cdp.send("WebAuthn.getCredentials", {
    authenticatorId: device.authenticatorId,
  });
  assertEquals(
    credentials.map(({ isResidentCredential, rpId }) => [
      isResidentCredential,
      rpId,
    ]),
    [[true, "localhost"]],
  );

  await person.open(PAGE);
  await button.click();
  await page.getByText(t("passkey.held")).waitFor();
  assertEquals(await axeViolations(page), []);
  assertEquals((await stored(live)).length, 1);
});

Deno.test("a person proves who they are with the passkey before adding another", async () => {
  await using live = await openPasskeys();
  await using person = await arrive(live);
  const { page, t } = person;
  await addAuthenticator(person.page);
  await person.open(PAGE);
  await person.press("passkey.submit");
  live.site.wait(6 * 60_000);
  await person.open("/register/prove/passkey?next=passkey");
  const button = page.getByRole("button", { name: t("prove.passkey") });
  await button.waitFor();
  assertEquals(await axeViolations(page), []);
  await person.press("prove.passkey");
  await person.sees(PAGE, "passkey.title");
  const [passkey] = await stored(live);
  assertEquals(passkey?.usedAt, live.site.deps.now());
  assert((passkey?.counter ?? 0) > 0);
});

Deno.test("a device that does not know its owner is noted as one factor", async () => {
  await using live = await openPasskeys();
  await using person = await arrive(live);
  await addAuthenticator(person.page, false);
  await person.open(PAGE);
  await person.press("passkey.submit");
  await person.sees("/register/thanks", "thanks.title");
  assertEquals((await stored(live)).map(({ verified }) => verified), [false]);
});

Deno.test("Enter in the name's field asks as the button does, and a bad name asks for nothing", async () => {
  await using live = await openPasskeys();
  await using person = await arrive(live);
  const { page, t } = person;
  await addAuthenticator(person.page);
  await person.open(PAGE);
  await page.getByRole("button", { name: t("passkey.submit") }).waitFor();
  const posts = () => live.requests.filter((each) => each === `POST ${PAGE}`);
  for (
    const [name, key] of [
      [" \u202E ", "passkey.name.empty"],
      ["k".repeat(61), "passkey.name.long"],
    ] as const
  ) {
    await page.fill("#name", name);
    await page.press("#name", "Enter");
    await page.getByText(t(key)).waitFor();
    assertEquals(posts(), []);
  }
  await page.fill("#name", "Laptop");
  await page.press("#name", "Enter");
  await page.waitForURL("**/register/thanks*");
  assertEquals((await stored(live)).map(({ name }) => name), ["Laptop"]);
});

Deno.test.each(
  [
    ["NotAllowedError", "passkey.cancelled"],
    ["SecurityError", "passkey.address"],
    ["NotSupportedError", "passkey.device"],
    ["UnknownError", "passkey.failed"],
  ] as const,
)(
  "the browser's %s has words, and the button works again",
  async (name, key) => {
    await using live = await openPasskeys();
    await using person = await arrive(live);
    const { page, t } = person;
    await addAuthenticator(person.page);
    await person.open(PAGE);
    const button = page.getByRole("button", { name: t("passkey.submit") });
    await button.waitFor();
    await page.evaluate((name) => {
      const { credentials } = navigator;
      const create = credentials.create.bind(credentials);
      credentials.create = () => {
        credentials.create = create;
        return Promise.reject(new DOMException("", name));
      };
    }, name);
    await button.click();
    await page.getByText(t(key)).waitFor();
    await person.press("passkey.submit");
    await person.sees("/register/thanks", "thanks.title");
  },
);

Deno.test("a browser without passkeys and one without scripts read why there is no button", async () => {
  await using live = await openPasskeys();
  await using old = await arrive(live);
  await old.page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, "PublicKeyCredential");
  });
  await old.open(PAGE);
  await old.page.getByText(old.t("passkey.unsupported")).waitFor();
  assertEquals(await axeViolations(old.page), []);

  await using bare = await arrive(live, { javaScript: false });
  await bare.open(PAGE);
  const text = await bare.page.textContent("main") ?? "";
  assert(text.includes(bare.t("passkey.scripts")));
  assert(text.includes(bare.t("list.phone")));
  assertMatch(await bare.page.title(), /^Add a passkey/);
});
