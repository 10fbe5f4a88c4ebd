import manifest from "@/fresh.gen.ts";
// The page that most come to first, in the one file that a server starts with.
import "@/routes/register/index.tsx";
import { loadBuild } from "@/lib/fresh/build.ts";
import { serve, settings } from "@/lib/serve.ts";

const root = new URL(`file://${Deno.cwd()}/`);

await serve({
  config: settings("production"),
  manifest,
  build: loadBuild(root),
});
