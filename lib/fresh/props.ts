/**
 * What pages, layouts and the application's shell are given.
 *
 * @module
 */
import type { ResolvedFreshConfig } from "@/lib/fresh/config.ts";

/** A request, as far as rendering is concerned. */
export interface RequestParts<State> {
  /** The application's settings. */
  readonly config: ResolvedFreshConfig;
  /** The address, with runs of slashes in its path collapsed. */
  readonly url: URL;
  /** The request itself. */
  req: Request;
  /** The pattern that matched; `null` where none did. */
  readonly route: string | null;
  /** Named parts of the path, decoded as by `decodeURI`. */
  readonly params: Record<string, string>;
  /** Who is at the other end. */
  readonly info: Deno.ServeHandlerInfo;
  /** What the middlewares left. */
  readonly state: State;
  /** Always false: there are no partials here. */
  readonly isPartial: boolean;
  /** What was thrown, on an error page; else `null`. */
  error: unknown;
}

/** What a component of a route gets. */
export interface PageProps<Data = unknown, State = unknown>
  extends RequestParts<State> {
  /** What the handler gave to `page()`. */
  data: Data;
  /** In a layout and in the shell: what lies inside. */
  Component: Slot;
}

/** A component that takes nothing and stands for what lies inside. */
export type Slot = () => object | null;

/** What a component may return; of objects nodes, lists, responses and promises. */
export type Rendered = object | string | number | boolean | null | undefined;

/** A component of a page, a layout or a shell; an `async` one may answer with a response. */
export type RouteComponent<State, Data = never> =
  | ((props: PageProps<Data, State>) => Rendered)
  | (new (props: PageProps<Data, State>) => object);

/** What a layout leaves out. */
export interface LayoutConfig {
  /** Leaves out the layouts around this one. */
  skipInheritedLayouts?: boolean;
  /** Leaves out `_app`. */
  skipAppWrapper?: boolean;
}

/** What lies around a page, whatever the state that it takes. */
export interface Ui {
  /** The shell of `_app`. */
  readonly app: RouteComponent<never> | null;
  /** Outermost first. */
  readonly layouts: readonly RouteComponent<never>[];
}
