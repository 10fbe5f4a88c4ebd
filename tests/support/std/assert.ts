/**
 * Deno's `@std/assert` from npm, where it comes without types: these are those
 * of the original, so moving to it is one line of the import map.
 *
 * @module
 */
// @ts-types="./assert.d.ts"
export * from "deno-std/assert/mod.js";
