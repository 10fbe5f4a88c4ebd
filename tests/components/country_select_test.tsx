import { assert, assertEquals, assertMatch } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import { CountrySelect } from "@/components/CountrySelect.tsx";
import { REGIONS } from "@/lib/domain/countries.ts";
import { type Tag, TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";

function render(
  tag: Tag,
  regions: "all" | readonly string[] = "all",
  chosen: string | null = null,
): string {
  const t = translator(tag);
  return renderToString(
    <CountrySelect t={t} regions={regions} chosen={chosen} error={null} />,
  );
}

/** Values and texts of the options, as a parser reads them. */
function options(html: string): [value: string, text: string][] {
  return [
    ...html.matchAll(/<option value(?:=([A-Z]{2}))?(?: selected)?>([^<]*)/g),
  ]
    .map(([, value = "", text = ""]) => [value, text.replaceAll("&amp;", "&")]);
}

for (const tag of TAGS) {
  Deno.test(`CountrySelect lists every region once in ${tag}, in its order`, () => {
    const [first, ...rest] = options(render(tag));
    assertEquals(first, ["", translator(tag)("phone.country.choose")]);
    assertEquals(rest.map(([value]) => value).sort(), [...REGIONS].sort());
    const texts = rest.map(([, text]) => text);
    assertEquals(texts, texts.toSorted(new Intl.Collator(tag).compare));
    const names = new Intl.DisplayNames(tag, { type: "region" });
    for (const [value, text] of rest) assertEquals(text, names.of(value));
  });

  Deno.test(`CountrySelect holds nothing but options in ${tag}`, () => {
    const inner = /<select[^>]*>(.*)<\/select>/s.exec(render(tag))?.[1] ?? "";
    assertMatch(inner, /^(<option value(=[A-Z]{2})?>[^<>"]+)+$/);
  });
}

Deno.test("CountrySelect says countries in the reader's language", () => {
  assert(render("en").includes("<option value=JP>Japan<"));
  assert(render("ja").includes("<option value=JP>日本<"));
  assert(render("zh-Hans").includes("<option value=JP>日本<"));
  assert(render("ar").includes("<option value=JP>اليابان<"));
});

const choices: [string | null, string[]][] = [
  ["GB", ["GB"]],
  ["gb", []],
  ["", []],
  [null, []],
  ["XX", []],
  ["null", []],
  ["G", []],
  ["$&", []],
  ["GB><script>", []],
];
for (const [chosen, marked] of choices) {
  Deno.test(`CountrySelect marks ${marked.length} option for ${chosen}`, () => {
    const html = render("en", "all", chosen);
    const found = [...html.matchAll(/value=(\S+) selected/g)].map(([, v]) => v);
    assertEquals(found, marked);
    assert(!html.includes("script"));
  });
}

Deno.test("CountrySelect lists only what the policy allows", () => {
  const html = render("en", ["JP", "US"], "GB");
  assertEquals(options(html).map(([value]) => value), ["", "JP", "US"]);
  assert(!html.includes("selected"));
});
