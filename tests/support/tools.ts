/**
 * Programs that tests drive and Debian packages: which are there, and what a
 * test says where one is not.
 *
 * @module
 */

/** Debian leaves its folder out of a user's PATH. */
export const EXIM = "/usr/sbin/exim4";

/** Each program and Debian's package of it. */
export const TOOLS: Readonly<Record<string, string>> = {
  w3m: "w3m",
  lynx: "lynx",
  tmux: "tmux",
  openssl: "openssl",
  [EXIM]: "exim4-daemon-light",
};

/** The programs of `names` that cannot be started here. */
export function missingTools(names: readonly string[]): string[] {
  return names.filter((name) => !isThere(name));
}

/** A test that drives programs. Where one is missing it is skipped and says so; in CI it fails. */
export function testWith(
  tools: readonly string[],
  name: string,
  fn: (test: Deno.TestContext) => Promise<void>,
): void {
  const why = lack(tools);
  if (why === null) return Deno.test(name, fn);
  if (Deno.env.get("CI") !== "true") {
    return Deno.test.ignore(`${name} (${why})`, fn);
  }
  Deno.test(name, () => {
    throw new Error(why);
  });
}

/** What is missing, and how it is got; `null` for nothing. */
function lack(tools: readonly string[]): string | null {
  const missing = missingTools(tools);
  if (missing.length === 0) return null;
  const packages = packagesOf(missing).join(" ");
  return `needs ${missing.join(" and ")}: apt-get install ${packages}`;
}

/** Debian's packages of programs. */
export function packagesOf(tools: readonly string[]): string[] {
  return tools.map((tool) => TOOLS[tool] ?? tool);
}

function isThere(name: string): boolean {
  if (name.startsWith("/")) return isFile(name);
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
