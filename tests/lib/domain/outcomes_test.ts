import { assertEquals } from "@std/assert";
import { WHOLE } from "@/components/Outcome.tsx";
import { type OutcomeName, OUTCOMES, sayable } from "@/lib/domain/outcomes.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";

const NAMES = Object.keys(OUTCOMES) as OutcomeName[];

/** Microsoft's codes; 12 is of licences, which nobody has here. */
const SSPR = [9, 10, 11, 13, 14, 29, 30]
  .map((number) => `SSPR_${String(number).padStart(4, "0")}`);

Deno.test("OUTCOMES numbers each once, without a gap", () => {
  const codes = NAMES.map((name) => OUTCOMES[name].code);
  const wanted = NAMES.map((_, i) => `AK-${String(i + 1).padStart(2, "0")}`);
  assertEquals<string[]>(codes, wanted);
});

Deno.test("OUTCOMES has an equal of each of Microsoft's codes", () => {
  const known = new Set(NAMES.flatMap((name) => OUTCOMES[name].known));
  assertEquals<string[]>([...known].toSorted(), SSPR);
});

for (const tag of TAGS) {
  Deno.test(`the outcomes with a page of their own differ in their words in ${tag}`, () => {
    const t = translator(tag);
    const titles = WHOLE.map((name) => t(`outcome.${name}.title`));
    const words = WHOLE.map((name) => t(`outcome.${name}`));
    assertEquals(new Set(titles).size, WHOLE.length);
    assertEquals(new Set(words).size, WHOLE.length);
  });
}

Deno.test.each(NAMES)("sayable() says %s to whom it may", (name) => {
  const { audience } = OUTCOMES[name];
  assertEquals(sayable(name, true), audience === "log" ? "generic" : name);
  const everyone = audience === "everyone";
  assertEquals(sayable(name, false), everyone ? name : "generic");
});

Deno.test("what depends on the account alone is never said before a proof", () => {
  const hidden: OutcomeName[] = [
    "notPermitted",
    "notRegistered",
    "tooFew",
    "unusable",
    "nobody",
    "frozen",
  ];
  assertEquals(
    hidden.map((name) => sayable(name, false)),
    hidden.map(() => "generic"),
  );
});
