/**
 * `deno task dev`: the development server, with demo accounts, an outbox page
 * and pages that reload themselves.
 *
 * @module
 */
import manifest from "@/fresh.gen.ts";
import { METHODS } from "@/lib/domain/method.ts";
import {
  DEMO_PASSWORD,
  type DemoAccount,
  seedDemo,
} from "@/lib/flows/admin/seed_demo.ts";
import { bundleForDev, devReload } from "@/lib/fresh/dev.ts";
import { serve, settings } from "@/lib/serve.ts";

/** Every method but the one that is better left off. */
const SHOWN = METHODS.filter((method) => method !== "questions");

const root = new URL(`file://${Deno.cwd()}/`);
const config = settings("development");

await serve({
  config,
  manifest,
  build: await bundleForDev({ root }),
  first: [devReload(crypto.randomUUID())],
  // `Deno.exit()` would end the run alone, and leave `--watch` waiting for a change.
  end: () => Deno.kill(Deno.pid, "SIGTERM"),
  async prepare({ deps, hasher }) {
    return welcome(await seedDemo({ ...deps, hasher }, SHOWN));
  },
});

function welcome(accounts: readonly DemoAccount[] | null): string[] {
  const { origin } = config.origin;
  return [
    `Aikagi is at ${origin}`,
    `Register a way to get back in at ${origin}/register`,
    `What would have been sent is at ${origin}/dev/outbox`,
    ...accounts === null
      ? ["This store has accounts of its own, so no demo accounts were added."]
      : [`Demo accounts, all with the password ${DEMO_PASSWORD}:`],
    ...(accounts ?? []).map(({ userName, note }) => `  ${userName}: ${note}`),
  ];
}
