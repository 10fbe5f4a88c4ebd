/**
 * Props of islands as JSON that may stand inside `<script>`. `client/revive.ts`
 * reads it in the browser.
 *
 * Beyond JSON it carries `Date`, `URL`, `bigint`, `Map`, `Set` and `Uint8Array`
 * as `{"$": tag, "v": …}`. What it cannot carry is a fault of the page, and
 * throws with the place: functions, JSX, signals (pass their value), instances
 * of classes, lists with holes, numbers that are not finite, cycles.
 *
 * @module
 */

/** Where a value is, and the objects around it. */
interface Place {
  readonly path: string;
  readonly around: readonly object[];
}

/** Writes the props of a page's islands, by their number. Throws `TypeError`. */
export function serializeProps(
  islands: readonly (readonly [name: string, props: object])[],
): string {
  const list = islands.map(([name, props]) => [
    name,
    encode(props, { path: `island ${name}: props`, around: [] }),
  ]);
  return JSON.stringify(list).replaceAll("<", "\\u003c");
}

function encode(value: unknown, place: Place): unknown {
  switch (typeof value) {
    case "bigint":
      return { $: "n", v: String(value) };
    case "number":
      return Number.isFinite(value) ? value : refuse(place, String(value));
    case "function":
    case "symbol":
      return refuse(place, `a ${typeof value}`);
    case "object":
      return value === null ? null : encodeObject(value, place);
    default:
      return value;
  }
}

function encodeObject(value: object, { path, around }: Place): unknown {
  const inside = { path, around: [...around, value] };
  if (around.includes(value)) return refuse(inside, "a cycle");
  if (value instanceof Date) return { $: "d", v: dateText(value, inside) };
  if (value instanceof URL) return { $: "u", v: value.href };
  if (value instanceof Map) return { $: "m", v: encodeList(value, inside) };
  if (value instanceof Set) return { $: "s", v: encodeList(value, inside) };
  if (Array.isArray(value)) return encodeList(value, inside);
  if (value instanceof Uint8Array) return { $: "b", v: base64(value) };
  return encodeRecord(value, inside);
}

/** Of the view's own bytes, never of what lies around them. */
function base64(bytes: Uint8Array): string {
  const chars = Array.from(bytes, (byte) => String.fromCharCode(byte));
  return btoa(chars.join(""));
}

function dateText(date: Date, place: Place): string {
  const valid = Number.isFinite(date.getTime());
  return valid ? date.toISOString() : refuse(place, "an invalid date");
}

function encodeList(values: Iterable<unknown>, place: Place): unknown[] {
  return Array.from(values, (value, i) => {
    const item = { ...place, path: `${place.path}[${i}]` };
    return value === undefined
      ? refuse(item, "undefined")
      : encode(value, item);
  });
}

/** `__proto__` is left out: copying props by assignment would set a prototype. */
function encodeRecord(value: object, place: Place): unknown {
  refuseInstance(value, place);
  const entries = Object.entries(value)
    .filter(([key, item]) => key !== "__proto__" && item !== undefined)
    .map(([key, item]) => [
      key,
      encode(item, { ...place, path: `${place.path}.${key}` }),
    ]);
  const tagged = Object.hasOwn(value, "$");
  return tagged ? { $: "o", v: entries } : Object.fromEntries(entries);
}

function refuseInstance(value: object, place: Place): void {
  // Preact marks its nodes with an own `constructor` that is undefined.
  if (Object.hasOwn(value, "constructor") && value.constructor === undefined) {
    refuse(place, "JSX");
  }
  const prototype = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) return;
  refuse(place, `an instance of ${prototype.constructor?.name || "a class"}`);
}

function refuse({ path }: Place, what: string): never {
  throw new TypeError(`${path} cannot go to the browser: it is ${what}`);
}
