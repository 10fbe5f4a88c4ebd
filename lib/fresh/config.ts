/**
 * What an application is started with.
 *
 * @module
 */

/** Settings of an `App`. */
export interface FreshConfig {
  /** Path under which the whole application lies, as in `/portal`. */
  readonly basePath?: string;
  /** What pages are told; nothing here depends on it. */
  readonly mode?: "development" | "production";
  /** Believes `X-Forwarded-Proto` and `X-Forwarded-Host`: only behind a proxy that sets them. */
  readonly trustProxy?: boolean;
  /** Told of every error that is answered with a 5xx; by default it goes to the console. */
  readonly onFault?: (error: unknown, req: Request) => void;
}

/** {@linkcode FreshConfig} with what was left out filled in. */
export interface ResolvedFreshConfig {
  /** Directory of the application, for upstream's sake. */
  readonly root: string;
  /** Without a slash at its end; empty for the root. */
  readonly basePath: string;
  /** {@linkcode FreshConfig.mode} */
  readonly mode: "development" | "production";
  /** {@linkcode FreshConfig.trustProxy} */
  readonly trustProxy: boolean;
  /** {@linkcode FreshConfig.onFault} */
  readonly onFault: (error: unknown, req: Request) => void;
}

/** Fills in what was left out. */
export function resolveConfig(config: FreshConfig): ResolvedFreshConfig {
  return {
    root: ".",
    basePath: (config.basePath ?? "").replace(/\/+$/, ""),
    mode: config.mode ?? "production",
    trustProxy: config.trustProxy ?? false,
    onFault: config.onFault ?? toConsole,
  };
}

function toConsole(error: unknown): void {
  // deno-lint-ignore no-console -- where there is no hook, a fault must still be seen
  console.error(error);
}

/** Reports a fault. A hook that throws must not cost the person the answer. */
export function report(
  config: ResolvedFreshConfig,
  error: unknown,
  req: Request,
): void {
  try {
    config.onFault(error, req);
  } catch (second) {
    toConsole(error);
    toConsole(second);
  }
}
