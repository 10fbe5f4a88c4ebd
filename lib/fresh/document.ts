/**
 * From components to a whole HTML document: the outer elements that are
 * missing, the head's additions, and the scripts of the islands that it has.
 *
 * @module
 */
import { type ComponentChildren, Fragment, h } from "preact";
import { renderToString } from "preact-render-to-string";
import type { Build, IslandScripts } from "@/lib/fresh/build.ts";
import {
  BODY_TAIL,
  collect,
  HEAD_TAIL,
  type IslandNames,
  raw,
  type RenderState,
} from "@/lib/fresh/render_state.ts";
import { serializeProps } from "@/lib/fresh/serialize.ts";

/** What rendering needs to know of the application. */
export interface Kit {
  /** Files and scripts. */
  readonly build: Build;
  /** The islands. */
  readonly names: IslandNames;
  /** Goes before the path of each script. */
  readonly base: string;
}

/** Puts the shell around a page that is rendered already. */
export type Wrap = (inside: object) => unknown;

/**
 * Renders a page. The page comes before its shell, as in upstream Fresh, so a
 * shell can use what the page has left (its classes, for instance).
 */
export function renderDocument(
  kit: Kit,
  page: unknown,
  wrap: Wrap | null,
): string {
  const state: RenderState = {
    names: kit.names,
    islands: [],
    head: [],
    seen: new Set(),
    outer: null,
    opening: false,
  };
  const html = collect(state, () => {
    const inside = toHtml(page);
    return wrap === null ? inside : toHtml(wrap(raw(inside)));
  });
  const extra = collect(state, () => toHtml(state.head));
  const whole = complete(html, state.seen);
  return `<!DOCTYPE html>${fill(whole, extra, scriptsFor(kit, state))}`;
}

function toHtml(children: unknown): string {
  // A renderer takes anything; what is not a node or a text is left out.
  return renderToString(h(Fragment, null, children as ComponentChildren));
}

/** Adds html, head and body where the page has none of its own. */
function complete(html: string, seen: ReadonlySet<unknown>): string {
  if (seen.has("html") && seen.has("head") && seen.has("body")) return html;
  const [, open = "<html>", inner = html] =
    /^(<html(?:"[^"]*"|[^">])*>)(.*)<\/html>$/s.exec(html) ?? [];
  const end = seen.has("head") ? inner.indexOf("</head>") + 7 : 0;
  const head = end > 0
    ? inner.slice(0, end)
    : `<head><meta charset="utf-8">${HEAD_TAIL}</head>`;
  const rest = inner.slice(end);
  const body = seen.has("body") ? rest : `<body>${rest}${BODY_TAIL}</body>`;
  return `${open}${head}${body}</html>`;
}

interface Scripts {
  readonly head: string;
  readonly body: string;
}

function scriptsFor({ build, base, names }: Kit, state: RenderState): Scripts {
  const used = new Set(state.islands.map(([name]) => name));
  const scripts = [...names.values()].filter((name) => used.has(name))
    .map((name) => build.islands.get(name))
    .filter((script): script is IslandScripts => script !== undefined);
  const links = new Set(scripts.flatMap((script) => script.preload));
  const sources = scripts.map((script) => script.src);
  if (build.reload) sources.push("/_fresh/reload.js");
  const block = used.size === 0
    ? ""
    : `<script type="application/json" id="fresh-islands">${
      serializeProps(state.islands)
    }</script>`;
  return {
    head: [...links]
      .map((path) => `<link rel="modulepreload" href="${base}${path}">`)
      .join(""),
    body: block + sources
      .map((path) => `<script type="module" src="${base}${path}"></script>`)
      .join(""),
  };
}

/** Puts scripts and the children of `<Head>` in their places. A title among them replaces the shell's. */
function fill(html: string, extra: string, scripts: Scripts): string {
  const [headEnd, headSkip] = placeOf(html, html.indexOf(HEAD_TAIL), "head");
  const [bodyEnd, bodySkip] = placeOf(
    html,
    html.lastIndexOf(BODY_TAIL),
    "body",
  );
  let head = html.slice(0, headEnd);
  if (extra.includes("<title")) {
    head = head.replace(/<title[^>]*>[^<]*<\/title>/, "");
  }
  const middle = html.slice(headEnd + headSkip, bodyEnd);
  const end = html.slice(bodyEnd + bodySkip);
  return `${head}${extra}${scripts.head}${middle}${scripts.body}${end}`;
}

/** A mark's place and length; without one (inner HTML replaced it), the end of the element. */
function placeOf(
  html: string,
  mark: number,
  element: "head" | "body",
): [at: number, length: number] {
  const tail = element === "head" ? HEAD_TAIL : BODY_TAIL;
  if (mark >= 0) return [mark, tail.length];
  const end = element === "head"
    ? html.indexOf("</head>")
    : html.lastIndexOf("</body>");
  return [end, 0];
}
