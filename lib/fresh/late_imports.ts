/**
 * Keeps Deno from reading at the start what is imported later.
 *
 * Deno 2.9 looks through a program for `import("./a.js")` before it runs it,
 * and reads and checks every module that could ever be imported so. Of a
 * module named in any other way it learns when the import runs.
 *
 * @module
 */

/** An import of a chunk, as esbuild writes it. */
const IMPORT = /\bimport\(("\.\/chunk-[A-Z0-9]+\.js")\)/g;

/** The same module with its dynamic imports of chunks hidden. Takes what esbuild wrote. */
export function lateImports(source: string): string {
  return source.replace(IMPORT, "import((0,$1))");
}
