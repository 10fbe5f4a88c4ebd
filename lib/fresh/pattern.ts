/**
 * Paths that code names, as patterns of `URLPattern` and as the names of the
 * folders that lie on the way.
 *
 * @module
 */

const SPECIAL = /[*:{}+?()\\]/;

/** Whether a path needs `URLPattern`, or can be looked up. */
export function isPattern(path: string): boolean {
  return SPECIAL.test(path);
}

/** Whether a folder is a group: in the project, but not in the address. */
export function isGroup(folder: string): boolean {
  return folder.startsWith("(") && folder.endsWith(")");
}

/** Appends a path to where it is mounted: `""` or a path without a slash at its end. */
export function joinPath(mount: string, path: string): string {
  if (path === "*") return `${mount}/*`;
  if (path === "/" || path === "") return mount || "/";
  return mount + (path.startsWith("/") ? path : `/${path}`);
}

/** The place that `use("/admin")`, `use("/admin/*")` and `fsRoutes("/admin")` name: without a wildcard. */
export function placePath(path: string): string {
  return path.replace(/\/?\*?$/, "");
}

/** The names on the way to a place. */
export function folderNames(place: string): string[] {
  return placePath(place).split("/").filter((name) => name !== "");
}

/** Whether a path's percent-encoding is that of UTF-8. */
export function isDecodable(path: string): boolean {
  if (!path.includes("%")) return true;
  try {
    decodeURI(path);
    return true;
  } catch {
    return false;
  }
}
