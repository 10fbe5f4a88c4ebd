/**
 * The style of a page: the preflight and the rules of the classes that its
 * markup uses, as one inline `<style>` that the policy of the page allows by
 * its hash. It needs nothing of a framework but the finished HTML.
 *
 * @module
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { BASE_CSS } from "@/lib/web/base_css.ts";
import { SHEET } from "@/lib/web/sheet.gen.ts";

/** What one page's `<style>` holds. */
export interface Style {
  /** The rules. */
  css: string;
  /** The source expression for `style-src`: "sha256-" and base64 (CSP Level 3 §2.3.1). */
  hash: string;
}

/** Each line of the sheet is a class, a space and its rule; order is precedence. */
const RULES = SHEET.trim().split("\n").map((line) => {
  const cut = line.indexOf(" ");
  return { name: line.slice(0, cut), rule: line.slice(cut + 1) };
});

/** In rendered markup text cannot forge this: its quotes are escaped. */
const CLASSES = / class="([^"]*)"/g;

/** Pages differ in a few sets of classes; the bound is against a mistake, not a load. */
const MAX_KEPT = 500;
const kept = new Map<string, Style>();

/** The classes of rendered HTML, as its `class` attributes write them. */
export function classesOf(html: string): Set<string> {
  return namesIn(listsOf(html));
}

/** The attributes as they stand, each once. */
function listsOf(html: string): Set<string> {
  const lists = new Set<string>();
  for (const [, list = ""] of html.matchAll(CLASSES)) lists.add(list);
  return lists;
}

function namesIn(lists: ReadonlySet<string>): Set<string> {
  return new Set([...lists].flatMap((list) => list.split(" ")));
}

/** The style of a rendered page; kept for each set of classes. */
export function styleFor(html: string): Style {
  const lists = listsOf(html);
  const key = [...lists].join(" ");
  const known = kept.get(key);
  if (known) return known;
  const used = namesIn(lists);
  const rules = RULES.filter(({ name }) => used.has(name));
  const css = BASE_CSS + rules.map(({ rule }) => rule).join("");
  const digest = sha256(new TextEncoder().encode(css)).toBase64();
  const style = { css, hash: `sha256-${digest}` };
  if (kept.size < MAX_KEPT) kept.set(key, style);
  return style;
}

/** Puts the page's style at the end of its `<head>`. Without a head there is no style and no hash. */
export function withStyle(
  html: string,
): { html: string; styleHash: string | null } {
  const end = html.indexOf("</head>");
  if (end < 0) return { html, styleHash: null };
  const { css, hash } = styleFor(html);
  const styled = `${html.slice(0, end)}<style>${css}</style>${html.slice(end)}`;
  return { html: styled, styleHash: hash };
}
