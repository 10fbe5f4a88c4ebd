/**
 * Finds what a path leads to: exact paths by one look-up, then patterns in the
 * order in which they were added.
 *
 * @module
 */
import { isPattern } from "@/lib/fresh/pattern.ts";

/** Where a path leads. */
export interface Match<Target> {
  /** What was added. */
  readonly target: Target;
  /** The pattern that it was added under. */
  readonly pattern: string;
  /** Named parts of the path, decoded. */
  readonly params: Record<string, string>;
}

interface Exact<Target> {
  readonly target: Target;
  readonly pattern: string;
}

/** The named parts of a path, still encoded; `null` where it does not match. It is given whole, and cut at its slashes. */
type Matcher = (
  path: string,
  cut: readonly string[],
) => Record<string, string | undefined> | null;

interface Pattern<Target> extends Exact<Target> {
  /** Made when it is first needed: Deno 2.9 loads `URLPattern` with its first use. */
  matcher: Matcher | null;
}

/** A table of paths. */
export class Router<Target> {
  readonly #exact = new Map<string, Exact<Target>>();
  readonly #patterns: Pattern<Target>[] = [];

  /** Adds a pattern; each only once. */
  add(pattern: string, target: Target): void {
    if (isPattern(pattern)) {
      this.#patterns.push({ target, pattern, matcher: null });
    } else {
      this.#exact.set(encoded(pattern), { target, pattern });
    }
  }

  /** Looks a path up; an exact one with or without a slash at its end. The path must be decodable. */
  match(path: string): Match<Target> | null {
    const exact = this.#exact.get(path) ?? this.#exact.get(otherForm(path));
    if (exact) return { ...exact, params: {} };
    const cut = path.split("/");
    for (const each of this.#patterns) {
      const { target, pattern } = each;
      each.matcher ??= matcherOf(pattern);
      const groups = each.matcher(path, cut);
      if (groups) return { target, pattern, params: decodeAll(groups) };
    }
    return null;
  }
}

function matcherOf(pattern: string): Matcher {
  const parts = pattern.split("/");
  if (parts.every(isWhole)) return (_, cut) => matchWhole(parts, cut);
  const compiled = new URLPattern({ pathname: pattern });
  return (path) => compiled.exec({ pathname: path })?.pathname.groups ?? null;
}

/** Whether a part is written out in ASCII, or named as a whole: most are, and `URLPattern` takes 20 µs. */
function isWhole(part: string): boolean {
  return /^:\w+$|^[\w-]*$/.test(part);
}

function matchWhole(
  parts: readonly string[],
  cut: readonly string[],
): Record<string, string> | null {
  const fits = parts.length === cut.length &&
    parts.every((part, i) =>
      part === cut[i] || (part.startsWith(":") && cut[i] !== "")
    );
  if (!fits) return null;
  const groups: Record<string, string> = {};
  parts.forEach((part, i) => {
    if (part.startsWith(":")) groups[part.slice(1)] = cut[i] ?? "";
  });
  return groups;
}

/** Addresses arrive percent-encoded; names of files are not. */
function encoded(path: string): string {
  if (/^[\w/-]*$/.test(path)) return path;
  return new URL(path, "http://here.invalid").pathname;
}

function otherForm(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) : `${path}/`;
}

function decodeAll(
  groups: Record<string, string | undefined>,
): Record<string, string> {
  const params: Record<string, string> = {};
  for (const [name, value] of Object.entries(groups)) {
    params[name] = decodeURI(value ?? "");
  }
  return params;
}
