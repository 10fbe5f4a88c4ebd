/**
 * How one setting is read from its text, and what its operator is told.
 *
 * A problem says what the setting must be, never what it was: some are secrets.
 *
 * @module
 */
import * as z from "zod/mini";

/** The environment: settings by name. */
export type Env = Readonly<Record<string, string | undefined>>;

/** The settings that are given; an empty one counts as left out, as in `NAME=`. */
export function given(env: Env, prefix = ""): Record<string, string> {
  const found = Object.entries(env).flatMap(([name, text]) => {
    const value = text?.trim();
    return value && name.startsWith(prefix)
      ? [[name.slice(prefix.length), value] as const]
      : [];
  });
  return Object.fromEntries(found);
}

/** What a transform of zod is given to complain to. */
export interface Complaints {
  /** Takes the end of the sentence "NAME …", as zod keeps it. */
  readonly issues: { push(issue: Complaint): void };
}

/** One complaint. No interface: zod's issues may have any other property. */
export type Complaint = {
  /** What zod calls an issue of ours. */
  code: "custom";
  /** The end of the sentence "NAME …". */
  message: string;
  /** What was set. */
  input: unknown;
};

/** Reads a setting: a transform of zod. */
export type Reading<Value> = (text: unknown, complaints: Complaints) => Value;

/** A setting that `read` makes something of, or nothing (`null`); `must` ends the sentence "NAME …". */
export function reading<Value>(
  read: (text: string) => Value | null,
  must: string,
): Reading<Value> {
  return (text, { issues }) => {
    const value = typeof text === "string" ? read(text) : null;
    if (value !== null) return value;
    const message = text === undefined ? `is missing: it ${must}` : must;
    issues.push({ code: "custom", message, input: text });
    return z.NEVER;
  };
}

/** A setting that is a whole number from `min` to `max`. */
export function whole(min: number, max: number): Reading<number> {
  return reading((text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : -1;
    return value >= min && value <= max ? value : null;
  }, `must be a whole number from ${min} to ${max}`);
}

/**
 * The address of another server: https, or http on this machine alone. `null`
 * for anything else, and for one with a user name, which no request may carry.
 */
export function readAddress(text: string): URL | null {
  const url = URL.parse(text);
  if (url === null || url.username || url.password || url.hash) return null;
  const near = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  const fine = url.protocol === "https:" || near && url.protocol === "http:";
  return fine ? url : null;
}

/** What of a schema of zod is used here. */
export interface Schema<Value> {
  /** Reads the settings, or says what is wrong with which. */
  safeParse(settings: Record<string, string>):
    | { success: true; data: Value }
    | { success: false; error: { issues: readonly Issue[] } };
}

/** One thing that is wrong. */
export interface Issue {
  /** The setting's name without its prefix. */
  readonly path: readonly PropertyKey[];
  /** The end of the sentence "NAME …". */
  readonly message: string;
}

/** What a schema makes of the settings; each problem goes to `problems`, and the result is then `null`. */
export function take<Value>(
  schema: Schema<Value>,
  settings: Record<string, string>,
  { prefix = "", problems }: { prefix?: string; problems: string[] },
): Value | null {
  const read = schema.safeParse(settings);
  if (read.success) return read.data;
  for (const { path, message } of read.error.issues) {
    problems.push(`${prefix}${path.map(String).join("")} ${message}`);
  }
  return null;
}
