/** The three doors: each leads where it says, in every language, and nobody has to be signed in to see what is there. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { openReader } from "@/tests/support/reader.ts";
import { openSite, ORIGIN } from "@/tests/support/site.ts";

const DOORS = [
  ["/register", "home.register", "signIn.title"],
  ["/reset", "home.reset", "reset.title"],
  ["/change", "home.change", "change.title"],
] as const;

Deno.test.each(TAGS)(
  "the doors say what they do and lead there in %s",
  async (tag) => {
    using site = await openSite();
    const t = translator(tag);
    const reader = openReader(site, ORIGIN.development, tag);
    for (const [href, title, there] of DOORS) {
      const { html, text } = await reader.open("/");
      assert(html.includes(`href="${href}">${t(title)}</a>`), href);
      assertStringIncludes(text, t(`${title}.why`));
      await reader.open(href);
      assertEquals(reader.page.status, 200);
      assertStringIncludes(reader.page.title, t(there));
    }
  },
);

Deno.test.each(TAGS)(
  "what holds is said before anything is typed in %s",
  async (tag) => {
    using site = await openSite();
    const t = translator(tag);
    const reader = openReader(site, ORIGIN.development, tag);
    assertStringIncludes((await reader.open("/reset")).text, t("reset.intro"));
    const { text } = await reader.open("/change");
    assertStringIncludes(text, t("newPassword.rule.length", { n: 15 }));
    assertStringIncludes(text, t("newPassword.rule.common"));
  },
);
