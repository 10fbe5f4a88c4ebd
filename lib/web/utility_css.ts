/**
 * Utility classes into rules, by twind. Loading twind and its first use take
 * about 30 ms and nothing of it is needed to serve, so only the task that
 * writes the sheet, and the tests, import this.
 *
 * @module
 */
import { twind, virtual } from "@twind/core";
import tailwind from "@twind/preset-tailwind";

/** The colours of the preflight, by their names there. */
const COLORS = Object.fromEntries(
  ["paper", "ink", "dim", "line", "ai", "red", "ok"]
    .map((name) => [name, `var(--${name})`]),
);

/** One class and the rule that it stands for. */
export interface Utility {
  /** The class as markup writes it. */
  name: string;
  /** The rule as a style sheet writes it. */
  rule: string;
}

/** The rules of the classes, in the order in which a style sheet must hold them. A class without a rule is left out. */
export function utilities(classes: Iterable<string>): Utility[] {
  const sheet = virtual(true);
  const tw = twind({
    presets: [tailwind({ disablePreflight: true })],
    theme: { extend: { colors: COLORS } },
    hash: false,
  }, sheet);
  for (const name of new Set(classes)) tw(name);
  const rules = sheet.target.flatMap(readRule);
  tw.destroy();
  return rules;
}

/** Twind notes the class before each rule: two numbers in base 36, then its name. */
function readRule(text: string): Utility[] {
  const [, name = "", rule = ""] = /^\/\*!\w+,\w+,(.+?)\*\/(.+)$/s.exec(text) ??
    [];
  return name === "" ? [] : [{ name, rule: rule.replaceAll(":0.", ":.") }];
}
