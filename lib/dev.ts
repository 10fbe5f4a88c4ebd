/**
 * `deno task dev`: the development server, with demo accounts, an outbox page
 * and pages that reload themselves.
 *
 * @module
 */
import manifest from "@/fresh.gen.ts";
import { type DemoAccount, seedDemo } from "@/lib/flows/admin/seed_demo.ts";
import { bundleForDev, devReload } from "@/lib/fresh/dev.ts";
import { print, serve, settings } from "@/lib/serve.ts";

const root = new URL(`file://${Deno.cwd()}/`);
const config = settings("development");

await serve({
  config,
  manifest,
  build: await bundleForDev({ root }),
  first: [devReload(crypto.randomUUID())],
  async prepare({ deps, hasher }) {
    const accounts = await seedDemo({ ...deps, hasher });
    for (const line of welcome(accounts)) print(line);
  },
});

function welcome(accounts: readonly DemoAccount[]): string[] {
  const { origin } = config.origin;
  return [
    `Aikagi is at ${origin}`,
    `Register a phone at ${origin}/register`,
    `What would have been sent is at ${origin}/dev/outbox`,
    ...accounts.map(({ userName, note }) => `  ${userName}: ${note}`),
  ];
}
