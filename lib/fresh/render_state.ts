/**
 * What a render finds out beside the HTML: which islands were met, which of
 * the outer elements, and what belongs into the head.
 *
 * Preact calls `options.__b` before each node, which is where upstream Fresh
 * looks as well. The hooks are in place only while a render runs; rendering is
 * synchronous, so two renders never see each other.
 *
 * @module
 */
import { type ComponentChildren, h, options, type VNode } from "preact";
import { jsxTemplate } from "preact/jsx-runtime";
import { Head } from "@/lib/fresh/runtime.ts";

/** Stands where the head ends until the page is complete. Text cannot forge it: `<` is escaped there. */
export const HEAD_TAIL = "<!--fresh:head-->";
/** Stands where the body ends until the page is complete. */
export const BODY_TAIL = "<!--fresh:body-->";

/** Names of islands by their component. */
export type IslandNames = ReadonlyMap<unknown, string>;

/** What one page's render has met. */
export interface RenderState {
  /** What counts as an island. */
  readonly names: IslandNames;
  /** The islands met, by their number. */
  readonly islands: [name: string, props: object][];
  /** Children of `<Head>`. */
  readonly head: unknown[];
  /** Which of html, head and body the page has itself. */
  readonly seen: Set<unknown>;
  /** The outermost island that is being rendered. */
  outer: object | null;
  /** That island's frame is about to be called. */
  opening: boolean;
}

interface FrameProps {
  readonly of: () => null;
  readonly props: Record<string, unknown>;
}

let current: RenderState | null = null;

/** Runs a synchronous render that reports to `state`. */
export function collect<T>(state: RenderState, render: () => T): T {
  // `__b` is the name that Preact's build gives to its hook; it has no type.
  const hooks = options as typeof options & { __b?: (vnode: VNode) => void };
  const { __b: before, diffed: after } = hooks;
  const outside = current;
  current = state;
  hooks.__b = (vnode) => {
    enter(vnode, state);
    before?.(vnode);
  };
  hooks.diffed = (vnode) => {
    if (vnode === state.outer) state.outer = null;
    after?.(vnode);
  };
  try {
    return render();
  } finally {
    current = outside;
    restore(hooks, { __b: before, diffed: after });
  }
}

function restore(hooks: object, before: Record<string, unknown>): void {
  Object.assign(hooks, before);
}

function enter(vnode: VNode, state: RenderState): void {
  const { type } = vnode;
  if (typeof type === "string") return element(vnode, state);
  if (type === Head) state.head.push(vnode.props.children);
  else if (state.outer === null) claim(vnode, state);
}

function element(vnode: VNode, { seen }: RenderState): void {
  const { type } = vnode;
  if (type === "head") addTail(vnode, HeadTail);
  else if (type === "body") addTail(vnode, BodyTail);
  else if (type !== "html") return;
  seen.add(type);
}

/** Puts the island into a frame, which marks it. A node may be rendered again on the next page. */
function claim(vnode: VNode, state: RenderState): void {
  if (state.names.has(vnode.type)) {
    const framed = { of: vnode.type, props: vnode.props };
    Object.assign(vnode, { type: Frame, props: framed });
  }
  if (vnode.type !== Frame) return;
  state.outer = vnode;
  state.opening = true;
}

function Frame({ of, props }: FrameProps): ComponentChildren {
  const state = current;
  if (!state?.opening) return h(of, props);
  state.opening = false;
  const index = state.islands.push([state.names.get(of) ?? "", props]) - 1;
  return [raw(`<!--fresh:${index}-->`), h(of, props), raw("<!--/fresh-->")];
}

function addTail(vnode: VNode, Tail: () => object): void {
  const { children } = vnode.props;
  if (Array.isArray(children) && hasType(children.at(-1), Tail)) return;
  Object.assign(vnode, {
    props: { ...vnode.props, children: [children, h(Tail, null)] },
  });
}

function hasType(child: unknown, type: unknown): boolean {
  return typeof child === "object" && child !== null && "type" in child &&
    child.type === type;
}

function HeadTail(): object {
  return raw(HEAD_TAIL);
}

function BodyTail(): object {
  return raw(BODY_TAIL);
}

/** HTML as it is: for markers and for what is rendered already. */
export function raw(html: string): object {
  return jsxTemplate([html]);
}
