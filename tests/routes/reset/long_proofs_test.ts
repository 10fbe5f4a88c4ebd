/** The pages that ask for a longer proof, without a script, in every language. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { showCode } from "@/lib/domain/code_text.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { SEED } from "@/tests/support/people.ts";
import { openResetSite } from "@/tests/support/reset.ts";
import { askForMail, askForText, begin } from "@/tests/support/reset_walk.ts";
import { appShows } from "@/tests/support/totp.ts";
import { MINUTE, readCode } from "@/tests/support/world.ts";

const ENTRA = { limits: "entra", unlock: "no" } as const;
const METHODS = ["email", "phone"] as const;

/** The digits of Arabic keyboards. */
function inArabic(code: string): string {
  return code.replace(/\d/g, (digit) => "٠١٢٣٤٥٦٧٨٩"[Number(digit)] ?? "");
}

for (const tag of TAGS) {
  const t = translator(tag);

  for (const method of METHODS) {
    Deno.test(`after five wrong codes by ${method} a long one is sent and gets its owner in, in ${tag}`, async () => {
      using site = await openResetSite([method], ENTRA);
      const reader = await begin(site, undefined, tag);
      const ask = method === "email" ? askForMail : askForText;
      await ask(reader, tag);
      assertStringIncludes(reader.page.text, t("code.hint"));
      for (let i = 0; i < 5; i++) {
        await reader.press(t("code.submit"), { code: "000000" });
      }
      assertStringIncludes(reader.page.text, t("code.tries"));
      const valid = t("code.valid", { time: t.duration(5 * MINUTE) });
      assert(!reader.page.text.includes(valid));
      await reader.open("/reset/prove/code");
      assertStringIncludes(reader.page.text, t("code.again.title"));
      assert(!reader.page.text.includes(valid));
      site.wait(MINUTE);
      const again = method === "email" ? "code.again.email" : "code.again.sms";
      await reader.press(t(again));
      assertStringIncludes(reader.page.text, t("code.hint.long"));
      await reader.press(t("code.submit"), { code: "123456" });
      assertStringIncludes(reader.page.text, t("code.short"));
      const message = (await site.outbox()).at(-1);
      const code = readCode(message);
      assertEquals(code.length, 20);
      const typed = method === "email"
        ? message?.text.match(/^(\d{5} ?){4}$/m)?.[0]
        : inArabic(showCode(code));
      assert(typed);
      await reader.press(t("code.submit"), { code: typed });
      assertEquals(reader.page.url.pathname, "/reset/password");
    });
  }

  Deno.test(`after five wrong codes of an app four in a row get its owner in, in ${tag}`, async () => {
    using site = await openResetSite(["totp"], ENTRA);
    const reader = await begin(site, undefined, tag);
    assertStringIncludes(reader.page.text, t("totp.hint"));
    for (let i = 0; i < 5; i++) {
      await reader.press(t("code.submit"), { code: "000000" });
    }
    assertEquals(reader.page.status, 422);
    assertStringIncludes(reader.page.text, t("totp.four"));
    assertStringIncludes(reader.page.text, t("totp.hint.four"));
    const shown = () => appShows(SEED, site.deps.now());
    await reader.press(t("code.submit"), { code: shown() });
    assertStringIncludes(reader.page.text, t("totp.four"));
    await reader.open("/reset/prove/app");
    assertStringIncludes(reader.page.text, t("totp.four"));
    await reader.press(t("code.submit"), { code: "0".repeat(24) });
    assertStringIncludes(reader.page.text, t("totp.apart"));
    const four: string[] = [];
    for (let i = 0; i < 4; i++) {
      four.push(shown());
      site.wait(30_000);
    }
    await reader.press(t("code.submit"), { code: four.join(" ") });
    assertEquals(reader.page.url.pathname, "/reset/password");
  });
}
