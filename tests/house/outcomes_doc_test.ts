/** The table in docs/outcomes.md is the outcomes that the code has, in its words. */
import { assertEquals } from "@std/assert";
import { WHOLE } from "@/components/Outcome.tsx";
import { type OutcomeName, OUTCOMES } from "@/lib/domain/outcomes.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { text } from "@/tests/house/tree.ts";

const ROWS = text("docs/outcomes.md").split("\n")
  .filter((line) => line.startsWith("| AK-"))
  .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));

Deno.test("docs/outcomes.md has each outcome, who it is said to, and Microsoft's code", () => {
  const names = Object.keys(OUTCOMES) as OutcomeName[];
  const rows = names.map((name) => {
    const { code, audience, known } = OUTCOMES[name];
    return [code, audience, known.join(", ") || "–"];
  });
  const written = ROWS.map(([code, , audience, known]) => [
    code,
    audience,
    known,
  ]);
  assertEquals(written, rows);
});

Deno.test("docs/outcomes.md has the words of each page of an outcome", () => {
  const t = translator("en");
  const said = new Map(ROWS.map(([code, words]) => [code, words]));
  for (const name of WHOLE) {
    const title = t(`outcome.${name}.title`);
    assertEquals(said.get(OUTCOMES[name].code), title);
  }
});

Deno.test("docs/outcomes.md says of each why it comes and what to do", () => {
  const empty = ROWS.filter((row) => row.some((cell) => cell === ""));
  assertEquals(empty, []);
});
