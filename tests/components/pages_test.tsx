/** Every page in every state and language, as markup. */
import { assert, assertEquals, assertMatch } from "@std/assert";
import { brotliCompressSync, constants } from "node:zlib";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { SHEET } from "@/lib/web/sheet.gen.ts";
import { classesOf, withStyle } from "@/lib/web/style.ts";
import { classesIn } from "@/lib/web/tasks/sheet.ts";
import { documentOf, pages } from "@/tests/components/states.tsx";

/** What a page may weigh without its headers: 5,000 in all, less about 900. */
const PAGE = 4_100;
/** The phone page with every country: 5,500 in all, less headers and islands. */
const PHONE_PAGE = 4_800;
const LIMITS: readonly (readonly [start: string, bytes: number])[] = [
  ["phone", PHONE_PAGE],
];

const styled = new Set(
  SHEET.trim().split("\n").map((line) => line.split(" ")[0]),
);

function all(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, found = ""]) => found);
}

function weigh(html: string): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  return brotliCompressSync(html, { params }).length;
}

for (const tag of TAGS) {
  const t = translator(tag);
  for (const [name, page] of Object.entries(pages(t))) {
    const html = documentOf(t, page);
    const called = `the page "${name}" in ${tag}`;

    Deno.test(`${called} uses only classes that have a rule`, () => {
      const lost = [...classesOf(html)].filter((used) => !styled.has(used));
      assertEquals(lost, []);
    });

    Deno.test(`${called} is one document that holds together`, () => {
      assertMatch(
        html,
        new RegExp(`^<!DOCTYPE html><html lang="${tag}" dir="${t.dir}">`),
      );
      assertEquals(all(html, /<(h1)[ >]/g).length, 1);
      const ids = all(html, / id="([^"]+)"/g);
      assertEquals(ids.length, new Set(ids).size);
      const refs = [
        ...all(html, / for="([^"]+)"/g),
        ...all(html, / href="#([^"]+)"/g),
        ...all(html, / aria-describedby="([^"]+)"/g).flatMap((list) =>
          list.split(" ")
        ),
      ];
      assertEquals(refs.filter((ref) => !ids.includes(ref)), []);
    });

    Deno.test(`${called} leaves judging and cutting to the server`, () => {
      const forms = all(html, /(<form.*?<\/form>)/gs);
      for (const form of forms) {
        assertMatch(form, /^<form method="post" novalidate/);
        assertEquals(all(form, /name="(csrf)"/g).length, 1);
      }
      assert(
        !/maxlength| on\w+=| style=|<script(?! defer src="\/)/i.test(html),
      );
    });

    Deno.test(`${called} has no hole in its words`, () => {
      const words = html.replace(/<[^>]*>/g, " ");
      assert(!/\{\w+\}|undefined|\[object|NaN/.test(words), words);
    });

    Deno.test(`${called} keeps to its weight`, () => {
      const limit = LIMITS.find(([start]) => name.startsWith(start))?.[1] ??
        PAGE;
      const weight = weigh(withStyle(html).html);
      assert(weight <= limit, `${weight} bytes, at most ${limit}`);
    });
  }
}

const islands = [["CountryPicker", "phone"], [
  "CodeInput",
  "code sent",
]] as const;
for (const [island, page] of islands) {
  Deno.test(`${island} brings no class that its page has no style for`, async () => {
    const file = new URL(`../../islands/${island}.tsx`, import.meta.url);
    const brought = classesIn(await Deno.readTextFile(file));
    const t = translator("en");
    const served = classesOf(documentOf(t, pages(t)[page] ?? <i />));
    assertEquals(brought.filter((name) => !served.has(name)), []);
  });
}
