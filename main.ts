import manifest from "@/fresh.gen.ts";
import { loadBuild } from "@/lib/fresh/build.ts";
import { serve, settings } from "@/lib/serve.ts";

const root = new URL(`file://${Deno.cwd()}/`);

await serve({
  config: settings("production"),
  manifest,
  build: loadBuild(root),
});
