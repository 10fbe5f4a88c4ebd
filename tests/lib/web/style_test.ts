import { assert, assertEquals, assertMatch } from "@std/assert";
import { createHash } from "node:crypto";
import { BASE_CSS } from "@/lib/web/base_css.ts";
import { SHEET } from "@/lib/web/sheet.gen.ts";
import { classesOf, styleFor, withStyle } from "@/lib/web/style.ts";
import { classesIn, sheetSource, usedClasses } from "@/lib/web/tasks/sheet.ts";
import { utilities } from "@/lib/web/utility_css.ts";

Deno.test("classesOf() reads class attributes, and no text that looks like one", () => {
  const html =
    `<p class="flex gap-3">a class=&quot;b&quot;</p><i class="flex"></i>`;
  assertEquals([...classesOf(html)], ["flex", "gap-3"]);
});

Deno.test("styleFor() takes the rules of the used classes in the sheet's order", () => {
  const { css, hash } = styleFor(`<p class="py-2.5 unknown flex">`);
  assertEquals(
    css,
    BASE_CSS + ".flex{display:flex}" +
      ".py-2\\.5{padding-top:.625rem;padding-bottom:.625rem}",
  );
  assertEquals(
    hash,
    "sha256-" + createHash("sha256").update(css).digest("base64"),
  );
});

Deno.test("withStyle() puts the style at the end of the head, with the hash of its bytes", () => {
  const { html, styleHash } = withStyle(
    `<html><head><title>a</title></head><body class="flex"></body></html>`,
  );
  const [, css = ""] = /<\/title><style>(.*)<\/style><\/head>/s.exec(html) ??
    [];
  const digest = createHash("sha256").update(css).digest("base64");
  assertEquals(styleHash, `sha256-${digest}`);
  assert(css.endsWith(".flex{display:flex}"));
});

Deno.test("withStyle() leaves what has no head as it is", () => {
  assertEquals(withStyle("<p>a"), { html: "<p>a", styleHash: null });
});

Deno.test("the sheet is what twind makes of the classes in the markup", async () => {
  const classes = await usedClasses();
  const rules = utilities(classes);
  const named = new Set(rules.map(({ name }) => name));
  assertEquals(classes.filter((name) => !named.has(name)), []);
  assert(
    sheetSource(rules).includes(SHEET.trim()),
    "run lib/web/tasks/sheet.ts",
  );
});

Deno.test("utilities() leaves out what has no rule, such as those twind lacks", () => {
  const rules = utilities(["size-4", "text-balance", "ms-2", "flex"]);
  assertEquals(rules, [{ name: "flex", rule: ".flex{display:flex}" }]);
});

Deno.test("classesIn() finds classes in strings, expressions and props", () => {
  const source =
    `<a class="b c" /><d class={e ? "f" : "g h"} /> { class: "i" }`;
  assertEquals(classesIn(source), ["b", "c", "f", "g", "h", "i"]);
});

/** WCAG 2.2, relative luminance, of a colour such as #147. */
function luminance(color: string): number {
  const [r = 0, g = 0, b = 0] = [...color.slice(1)]
    .map((digit) => parseInt(digit + digit, 16) / 255)
    .map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) =>
    y - x
  );
  return (high + 0.05) / (low + 0.05);
}

/** The colours of each mode, by name. */
const modes = [...BASE_CSS.matchAll(/:root\{([^}]*)\}/g)]
  .map(([, list = ""]): Record<string, string> => {
    const pairs = [...list.matchAll(/--(\w+):(#\w{3})/g)];
    return Object.fromEntries(
      pairs.map(([, name = "", color = ""]) => [name, color]),
    );
  });
for (const [i, mode] of ["light", "dark"].entries()) {
  Deno.test(`the ${mode} colours reach AA, text and borders`, () => {
    const { paper = "", ...colors } = modes[i] ?? {};
    assertMatch(paper, /^#\w{3}$/);
    assertEquals(Object.keys(colors), [
      "ink",
      "dim",
      "line",
      "ai",
      "red",
      "ok",
    ]);
    for (const [name, color] of Object.entries(colors)) {
      const least = name === "line" ? 3 : 4.5;
      assert(
        contrast(color, paper) >= least,
        `${name} ${contrast(color, paper)}`,
      );
    }
  });
}

Deno.test("the preflight names no side, so that pages mirror", () => {
  assert(!/left|right/.test(BASE_CSS + SHEET));
});
