/**
 * The house rules that a linter can tell, for `deno lint` and editors.
 *
 * @module
 */
import { importDirection, noBarrel } from "@/tests/house/rules/imports.ts";
import {
  exportCount,
  fileLength,
  functionLength,
  nesting,
  parameters,
} from "@/tests/house/rules/sizes.ts";
import {
  domainIsPure,
  ignoreReason,
  world,
} from "@/tests/house/rules/world.ts";

/** What deno.json names. */
const plugin: Deno.lint.Plugin = {
  name: "house",
  rules: {
    "domain-is-pure": domainIsPure,
    "export-count": exportCount,
    "file-length": fileLength,
    "function-length": functionLength,
    "ignore-reason": ignoreReason,
    "import-direction": importDirection,
    "no-barrel": noBarrel,
    nesting,
    parameters,
    world,
  },
};

export default plugin;
