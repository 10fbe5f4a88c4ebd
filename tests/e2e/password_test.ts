/** The button that shows a new password: by name, by state, and hidden again when it is sent. */
import { assertEquals } from "@std/assert";
import type { Browser } from "playwright-core";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { openBrowser } from "@/tests/e2e/support/browser.ts";
import { openLive } from "@/tests/e2e/support/live.ts";
import { Person } from "@/tests/e2e/support/person.ts";

let browser: Browser;

Deno.test.beforeAll(async () => {
  browser = await openBrowser();
});

Deno.test.afterAll(() => browser.close());

Deno.test.each(["en", "ja", "ar"] as const)(
  "PasswordField shows the new password and hides it again (%s)",
  async (locale) => {
    await using live = await openLive();
    await using person = await Person.come(browser, live, { locale });
    const { page, t } = person;
    await person.open("/change");
    const name = t("newPassword.show");
    const button = page.getByRole("button", { name });
    const field = page.locator("#newPassword");
    const type = () => field.getAttribute("type");
    await field.fill("purple tiger kitchen");
    assertEquals(await button.getAttribute("aria-pressed"), "false");
    assertEquals(await type(), "password");

    await button.focus();
    await page.keyboard.press("Enter");
    assertEquals(await button.getAttribute("aria-pressed"), "true");
    assertEquals(await type(), "text");
    await button.click();
    assertEquals(await type(), "password");
    await button.click();
    assertEquals(await field.inputValue(), "purple tiger kitchen");

    const sent = page.evaluate(() =>
      new Promise<string>((resolve) => {
        const input = document.querySelector<HTMLInputElement>("#newPassword");
        input?.form?.addEventListener("submit", () => resolve(input.type));
      })
    );
    await page.fill("#userName", "demo");
    await page.fill("#password", DEMO_PASSWORD);
    const submit = page.getByRole("button", { name: t("change.submit") });
    await Promise.all([sent, submit.click()]);
    assertEquals(await sent, "password");
    await page.waitForURL("**/change/done");
  },
);
