/**
 * How one setting is read from its text, and what its operator is told.
 *
 * A problem says what the setting must be, never what it was: some are secrets.
 *
 * @module
 */

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

/** Takes the end of the sentence "NAME …". */
export type Complain = (fault: string) => void;

/** Reads a setting; `undefined` where it is left out. After a complaint there is no value: `null`. */
export type Reading<Value> = (
  text: string | undefined,
  complain: Complain,
) => { value: Value } | null;

/** A setting that `read` makes something of, or nothing (`null`); `must` ends the sentence "NAME …". */
export function reading<Value>(
  read: (text: string) => Value | null,
  must: string,
): Reading<Value> {
  return (text, complain) => {
    const value = text === undefined ? null : read(text);
    if (value !== null) return { value };
    complain(text === undefined ? `is missing: it ${must}` : must);
    return null;
  };
}

/** A setting that may be left out: then it is `value`. */
export function or<Value, const Default>(
  read: Reading<Value>,
  value: Default,
): Reading<Value | Default> {
  return (text, complain) =>
    text === undefined ? { value } : read(text, complain);
}

/** What each of several readings makes of its setting. */
export type Settings<Readings> = {
  readonly [Name in keyof Readings]: Readings[Name] extends Reading<infer Value>
    ? Value
    : never;
};

/** Reads settings by their names; each problem goes to `problems`, and the result is then `null`. */
export function take<
  Readings extends Readonly<Record<string, Reading<unknown>>>,
>(
  readings: Readings,
  settings: Record<string, string>,
  { prefix = "", problems }: { prefix?: string; problems: string[] },
): Settings<Readings> | null {
  const values = Object.entries(readings).flatMap(([name, read]) => {
    const complain = (fault: string) =>
      problems.push(`${prefix}${name} ${fault}`);
    const made = read(settings[name], complain);
    return made === null ? [] : [[name, made.value] as const];
  });
  const whole = values.length === Object.keys(readings).length;
  // Each name has what its own reading made.
  return whole ? Object.fromEntries(values) as Settings<Readings> : null;
}
