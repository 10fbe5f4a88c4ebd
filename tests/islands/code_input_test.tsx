import { assert, assertEquals } from "@std/assert";
import { renderToString } from "preact-render-to-string";
import CodeInput from "@/islands/CodeInput.tsx";
import CountryPicker from "@/islands/CountryPicker.tsx";
import { translator } from "@/lib/i18n/translator.ts";

const waits: [number, string, string][] = [
  [
    25,
    "You can get it again in 25 seconds.",
    "25秒後にもう一度受け取れます。",
  ],
  [1, "You can get it again in 1 second.", "1秒後にもう一度受け取れます。"],
  [120, "You can get it again in 2 minutes.", "2分後にもう一度受け取れます。"],
  [0, "You can get it again now.", "もう一度受け取れます。"],
  [-5, "You can get it again now.", "もう一度受け取れます。"],
];
for (const [wait, en, ja] of waits) {
  Deno.test(`CodeInput says without a script that ${wait} s are left`, () => {
    for (const [tag, sentence] of [["en", en], ["ja", ja]] as const) {
      const t = translator(tag);
      const html = renderToString(
        <CodeInput
          wait={wait}
          later={t("code.again.at")}
          now={t("code.again.now")}
          tag={tag}
        />,
      );
      assert(html.includes(`<p aria-hidden="false">${sentence}</p>`), html);
    }
  });
}

Deno.test("CountryPicker is nothing before its script runs", () => {
  const html = renderToString(
    <CountryPicker label="a" none="c" />,
  );
  assertEquals(html, "");
});
