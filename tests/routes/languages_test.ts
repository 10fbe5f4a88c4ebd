/** The languages over HTTP: asked for, chosen without JavaScript, remembered. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { ENDONYMS, TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { openReader } from "@/tests/support/reader.ts";
import { openSite, ORIGIN } from "@/tests/support/site.ts";

for (const tag of TAGS) {
  const { dir } = translator(tag);

  Deno.test(`every page offers ${tag} by its own name, and remembers it`, async () => {
    using site = await openSite();
    const reader = openReader(site, ORIGIN.development);
    await reader.open("/reset?x=1");
    assertStringIncludes(reader.page.html, `href="?x=1&amp;lang=${tag}"`);
    assertStringIncludes(reader.page.html, `>${ENDONYMS[tag]}</a>`);

    await reader.open(`/reset?x=1&lang=${tag}`);
    const { pathname, search } = reader.page.url;
    assertEquals(pathname + search, "/reset?x=1");
    await reader.open("/register");
    assertStringIncludes(
      reader.page.html,
      `<html lang="${tag}" dir="${dir}">`,
    );
    assertEquals(reader.page.html.match(/ aria-current=/g)?.length, 1);
  });
}

const asked: [string, string][] = [
  ["zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"],
  ["zh-TW,en;q=0.8", "en"],
  ["ar-EG", "ar"],
];
for (const [header, tag] of asked) {
  Deno.test(`a browser that asks for ${header} gets ${tag}`, async () => {
    using site = await openSite();
    const reader = openReader(site, ORIGIN.development, header);
    await reader.open("/");
    assertStringIncludes(reader.page.html, `<html lang="${tag}"`);
  });
}
