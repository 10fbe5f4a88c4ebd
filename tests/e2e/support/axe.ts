/**
 * What axe finds wrong with a page by WCAG 2.2 AA.
 *
 * @module
 */
import type axe from "axe-core";
import type { Page } from "playwright-core";
import { withScripts } from "@/tests/e2e/support/browser.ts";

const STANDARD = [
  "wcag2a",
  "wcag2aa",
  "wcag21a",
  "wcag21aa",
  "wcag22aa",
  "best-practice",
];

/** The small build: each page of each test reads it anew. */
const SOURCE = await Deno.readTextFile(
  new URL("axe.min.js", import.meta.resolve("axe-core")),
);

/** One line for each element that breaks one of the rules, all of the standard's by default: the rule, the element, what helps. */
export async function axeViolations(
  page: Page,
  rules: readonly string[] = STANDARD,
): Promise<string[]> {
  const options = { source: SOURCE, rules: [...rules] };
  const found = await withScripts(page, (page) => page.evaluate(RUN, options));
  return found.map(({ id, target, help }) => `${id} ${target}: ${help}`);
}

interface Found {
  id: string;
  target: string;
  help: string;
}

/** Runs in the page. Evaluated by the debugger, so the page's own policy does not apply. */
async function RUN(
  { source, rules }: { source: string; rules: string[] },
): Promise<Found[]> {
  const scope = globalThis as unknown as { axe?: typeof axe };
  if (!scope.axe) (0, eval)(source);
  const { violations } = await (scope.axe as typeof axe).run(document, {
    runOnly: rules,
    resultTypes: ["violations"],
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => ({ id, help, target: node.target.join(" ") }))
  );
}
