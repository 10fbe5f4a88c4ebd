/**
 * What every middleware and every handler is given.
 *
 * @module
 */
import { isValidElement } from "preact";
import type { ResolvedFreshConfig } from "@/lib/fresh/config.ts";
import type { Kit } from "@/lib/fresh/document.ts";
import type {
  LayoutConfig,
  RequestParts,
  Slot,
  Ui,
} from "@/lib/fresh/props.ts";
import { redirectTo } from "@/lib/fresh/redirect.ts";
import { htmlResponse, renderPage } from "@/lib/fresh/render.ts";

/** Where the parts of this library that are not the application's keep theirs. */
export const INTERNAL: unique symbol = Symbol("fresh");

/** What {@linkcode INTERNAL} holds. */
export interface Internal {
  /** Layouts and shell of the place where the request is. */
  ui: Ui;
  /** What rendering needs. */
  readonly kit: Kit;
}

/** What a request begins with. */
export interface ContextInit extends Internal {
  /** {@linkcode Context.req} */
  readonly req: Request;
  /** {@linkcode Context.url} */
  readonly url: URL;
  /** {@linkcode Context.info} */
  readonly info: Deno.ServeHandlerInfo;
  /** {@linkcode Context.route} */
  readonly route: string | null;
  /** {@linkcode Context.params} */
  readonly params: Record<string, string>;
  /** {@linkcode Context.config} */
  readonly config: ResolvedFreshConfig;
}

const Nothing: Slot = () => null;

/** One request on its way through the middlewares to its handler. */
export class Context<State> implements RequestParts<State> {
  /** The application's settings. */
  readonly config: ResolvedFreshConfig;
  /** The address, with runs of slashes in its path collapsed. */
  readonly url: URL;
  /** The request. */
  req: Request;
  /** The pattern that matched; `null` where none did. */
  readonly route: string | null;
  /** Named parts of the path, decoded as by `decodeURI`. */
  readonly params: Record<string, string>;
  /** Who is at the other end. */
  readonly info: Deno.ServeHandlerInfo;
  /** What the middlewares leave for the handler. It starts empty, whatever its type says. */
  readonly state: State = {} as State;
  /** Always false: there are no partials here. */
  readonly isPartial = false as const;
  /** What was thrown, once something was; else `null`. */
  error: unknown = null;
  /** What the handler gave to `page()`. */
  data: unknown = undefined;
  /** Nothing; pages and layouts get theirs as a prop. */
  Component: Slot = Nothing;
  /** Goes on to the next middleware or to the handler. Errors from there arrive as responses. */
  next: () => Promise<Response> = () =>
    Promise.reject(new TypeError("There is nothing to go on to"));
  /** Not for applications. */
  readonly [INTERNAL]: Internal;

  /** Made once for each request. */
  constructor(init: ContextInit) {
    this.config = init.config;
    this.url = init.url;
    this.req = init.req;
    this.route = init.route;
    this.params = init.params;
    this.info = init.info;
    this[INTERNAL] = { ui: init.ui, kit: init.kit };
  }

  /** Sends the browser to another path of this site. Throws a 400 where it leads elsewhere. */
  redirect(pathOrUrl: string, status = 302): Response {
    return redirectTo(pathOrUrl, this.url, status);
  }

  /** Renders a node inside the layouts and the shell of this place. */
  async render(
    vnode: object | null,
    init: ResponseInit = {},
    config: LayoutConfig = {},
  ): Promise<Response> {
    if (vnode !== null && !isValidElement(vnode)) {
      throw new TypeError("ctx.render() takes JSX");
    }
    const { ui: { app, layouts }, kit } = this[INTERNAL];
    const ui = {
      app: config.skipAppWrapper ? null : app,
      layouts: config.skipInheritedLayouts ? [] : layouts,
    };
    return await renderPage({ parts: this, ui, kit }, vnode, init);
  }

  /** Answers with plain text. */
  text(content: string, init?: ResponseInit): Response {
    return new Response(content, init);
  }

  /** Answers with HTML as it is. */
  html(content: string, init?: ResponseInit): Response {
    return htmlResponse(content, init);
  }

  /** Answers with JSON. */
  json(content: unknown, init?: ResponseInit): Response {
    return Response.json(content, init);
  }
}
