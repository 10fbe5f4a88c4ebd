/**
 * Programs that tests drive and Debian packages: which are there, and what a
 * test says where one is not.
 *
 * @module
 */

/** Each program and Debian's package of it. */
export const TOOLS: Readonly<Record<string, string>> = {
  w3m: "w3m",
  lynx: "lynx",
  tmux: "tmux",
};

/** The programs of `names` that cannot be started here. */
export function missingTools(names: readonly string[]): string[] {
  return names.filter((name) => !isThere(name));
}

/** A test that drives programs. Where one is missing it is skipped and says so; in CI it fails. */
export function testWith(
  tools: readonly string[],
  name: string,
  fn: () => Promise<void>,
): void {
  const missing = missingTools(tools);
  if (missing.length === 0) return Deno.test(name, fn);
  const why = `needs ${missing.join(" and ")}: apt-get install ${
    packagesOf(missing).join(" ")
  }`;
  if (Deno.env.get("CI") !== "true") {
    return Deno.test.ignore(`${name} (${why})`, fn);
  }
  Deno.test(name, () => {
    throw new Error(why);
  });
}

/** Debian's packages of programs. */
export function packagesOf(tools: readonly string[]): string[] {
  return tools.map((tool) => TOOLS[tool] ?? tool);
}

function isThere(name: string): boolean {
  return (Deno.env.get("PATH") ?? "").split(":").some((folder) =>
    isFile(`${folder}/${name}`)
  );
}

function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}
