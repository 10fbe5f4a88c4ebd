/**
 * Names that are almost those of settings. A server that may read the settings
 * alone cannot list what else is set, so it looks for the likely slips.
 *
 * @module
 */

/** More letters to put right than this, and another thing is meant. */
const MOST = 2;

/** How the names of settings begin that come in groups: a server may read all that begin so. */
const GROUPS = /^(BREACHED|SMS|SMTP|VOICE)_/;

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ_"];

/** Whether a name is one of a group of settings, or looks like one. */
export function isGrouped(name: string): boolean {
  return GROUPS.test(name);
}

/** What is said of each of `names` that is none of `known`, with the one that may be meant. */
export function misnamed(
  names: readonly string[],
  known: readonly string[],
): string[] {
  return names.filter((name) => !known.includes(name)).map((name) => {
    const meant = nearest(name, known);
    const hint = meant === null ? "" : `, to ${meant} perhaps,`;
    return `${name} is not a setting: correct its name${hint} or remove it`;
  });
}

/** The nearest of `known`; `null` where none is near. */
export function nearest(name: string, known: readonly string[]): string | null {
  const [[best, meant] = [Infinity, null]] = known
    .map((each) => [distance(name, each), each] as const)
    .toSorted(([a], [b]) => a - b);
  return best <= MOST ? meant : null;
}

/**
 * The names that are one slip away from those of `known` that come in groups: a
 * letter too many, too few, wrong, or two the wrong way round, after the first
 * word; and those without their second word.
 */
export function slips(known: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const name of known.filter(isGrouped)) {
    const [group = ""] = GROUPS.exec(name) ?? [];
    const rest = name.slice(group.length);
    for (const slip of around(rest)) found.add(group + slip);
    found.add(group + rest.replace(/^[A-Z]+_/, ""));
  }
  known.forEach((name) => found.delete(name));
  return found;
}

function* around(word: string): Generator<string> {
  for (let i = 0; i <= word.length; i++) {
    const [before, after] = [word.slice(0, i), word.slice(i)];
    for (const letter of LETTERS) {
      yield before + letter + after;
      if (after !== "") yield before + letter + after.slice(1);
    }
    yield before + after.slice(1);
    yield before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2);
  }
}

/** Letters to add, take away or replace, or neighbours to swap (optimal string alignment). */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const other = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + other,
        swapped ? at(i - 2, j - 2) + 1 : Infinity,
      ));
    }
  }
  return at(a.length, b.length);
}
