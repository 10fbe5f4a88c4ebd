/**
 * The group of settings that says where leaked passwords are looked up.
 *
 * @module
 */
import { readAddress, whole } from "@/lib/config/readings.ts";
import { type Env, given, or, reading, take } from "@/lib/config/setting.ts";
import type { BreachedOptions } from "@/lib/crypto/breached.ts";

/** What the settings of the group begin with. */
const PREFIX = "BREACHED_";

const GROUP = {
  LIST: or(
    reading(
      readList,
      "must be the https address that the first five digits of a hash are " +
        "appended to, such as https://api.pwnedpasswords.com/range/, or a file",
    ),
    null,
  ),
  TIMEOUT: or(whole(100, 10_000), 2_000),
};

/** The names of the group's settings. */
export const BREACHED_SETTINGS: readonly string[] = Object.keys(GROUP)
  .map((name) => PREFIX + name);

/** Reads the group; `null` where none of it is set, or something is wrong. */
export function readBreached(
  env: Env,
  { problems }: { problems: string[] },
): BreachedOptions | null {
  const group = given(env, PREFIX);
  const set = take(GROUP, group, { prefix: PREFIX, problems });
  if (set === null) return null;
  const { LIST: list, TIMEOUT: timeout } = set;
  return list?.kind === "range" ? { ...list, timeout } : list;
}

/** An address ends where the digits go; whatever has no scheme is a file. */
function readList(
  text: string,
): { kind: "range"; url: string } | { kind: "file"; path: string } | null {
  if (!text.includes("://")) return { kind: "file", path: text };
  const url = readAddress(text);
  const open = url !== null && /[/=]$/.test(url.href);
  return open ? { kind: "range", url: url.href } : null;
}
