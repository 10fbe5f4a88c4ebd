/**
 * Puts a page into its layouts and its shell, and answers with the HTML.
 *
 * @module
 */
import {
  type ComponentChildren,
  type ComponentType,
  Fragment,
  h,
} from "preact";
import { type Kit, renderDocument, type Wrap } from "@/lib/fresh/document.ts";
import type {
  PageProps,
  RequestParts,
  RouteComponent,
  Slot,
  Ui,
} from "@/lib/fresh/props.ts";

/** A request and what lies around its page. */
export interface View<State> {
  /** The request. */
  readonly parts: RequestParts<State>;
  /** Layouts and shell. */
  readonly ui: Ui;
  /** Islands and scripts. */
  readonly kit: Kit;
}

const HTML = "text/html; charset=utf-8";
const AsyncFunction = (async () => {}).constructor;
const Nothing: Slot = () => null;

/** Renders `page` inside its layouts and its shell. */
export async function renderPage<State>(
  { parts, ui, kit }: View<State>,
  page: unknown,
  init: ResponseInit,
): Promise<Response> {
  let inner = page;
  for (const layout of ui.layouts.toReversed()) {
    const child = nodeOf(inner);
    inner = await make(layout, propsOf(parts, null, () => child));
    if (inner instanceof Response) return inner;
  }
  let wrap: Wrap | null = null;
  if (ui.app !== null) {
    let inside: object | null = null;
    const shell = await make(ui.app, propsOf(parts, null, () => inside));
    if (shell instanceof Response) return shell;
    wrap = (html) => {
      inside = html;
      return shell;
    };
  }
  return htmlResponse(renderDocument(kit, inner, wrap), init);
}

/** Calls a route's component, or makes a node of it that is called later. */
export function renderComponent<State>(
  component: RouteComponent<never>,
  parts: RequestParts<State>,
  data: unknown,
): unknown {
  return make(component, propsOf(parts, data, Nothing));
}

function nodeOf(rendered: unknown): object {
  return h(Fragment, null, rendered as ComponentChildren);
}

function make<State>(
  component: RouteComponent<never>,
  props: PageProps<unknown, State>,
): unknown {
  // Which data and state a component takes is settled by `define.page`, beyond the types here.
  const known = component as ComponentType<typeof props>;
  if (component.constructor !== AsyncFunction) return h(known, props);
  const call = component as (props: unknown) => Promise<unknown>;
  return call(props);
}

function propsOf<State>(
  parts: RequestParts<State>,
  data: unknown,
  Component: Slot,
): PageProps<unknown, State> {
  const { config, url, req, route, params, info, state, error } = parts;
  return {
    config,
    url,
    req,
    route,
    params,
    info,
    state,
    isPartial: false,
    error,
    data,
    Component,
  };
}

/** A response with this HTML; the content type is always ours. */
export function htmlResponse(html: string, init: ResponseInit = {}): Response {
  if (init.headers === undefined) {
    return new Response(html, { ...init, headers: { "content-type": HTML } });
  }
  const headers = new Headers(init.headers);
  headers.set("content-type", HTML);
  return new Response(html, { ...init, headers });
}
