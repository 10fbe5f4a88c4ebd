/**
 * What every page of the portal weighs on the wire.
 *
 * @module
 */
import type { Build } from "@/lib/fresh/build.ts";
import { openPortal, type Portal } from "@/tests/support/portal.ts";
import {
  INSIDE,
  OUTSIDE,
  type PageState,
  type PortalPage,
} from "@/tests/support/portal_pages.ts";
import type { Shown } from "@/tests/support/visitor.ts";
import { BUDGET, type Weight, weight } from "@/tests/support/weights.ts";

/** Weighs the pages in that language; throws where one is not the page that it should be. */
export async function weighPortal(
  build: Build,
  language: string,
): Promise<Weight[]> {
  await using portal = await openPortal(build, language);
  const weights: Weight[] = [];
  const weigh = async (pages: readonly PortalPage[]) => {
    for (const page of pages) {
      weights.push(...weightsOf(page, await show(portal, page)));
    }
  };
  await weigh(OUTSIDE);
  await portal.signIn();
  await weigh(INSIDE);
  return weights;
}

async function show(
  { visitor, put }: Portal,
  [what, path, state = {}]: PortalPage,
): Promise<Shown> {
  const { has, form, first = false, island, done } = state;
  if (done) visitor.take("__Host-done", done);
  if (has) await put(has);
  if (first) visitor.forget();
  let shown = await visitor.open(linkTo(path, visitor.page.html));
  if (form) shown = await visitor.send(form);
  const scripts = shown.html.includes('<script type="module"');
  if (!isIt(shown, path, state) || scripts !== (island !== undefined)) {
    throw new Error(
      `${what}: ${shown.path} came with ${shown.status}, scripts: ${scripts}`,
    );
  }
  return shown;
}

/** The addresses of passkeys are known to the pages before alone. */
function linkTo(path: string, html: string): string {
  if (path === "/" || !path.endsWith("/")) return path;
  return new RegExp(`${path}[\\w-]+`).exec(html)?.[0] ?? path;
}

function isIt(
  shown: Shown,
  path: string,
  { at = path, status = 200 }: PageState,
): boolean {
  return shown.path.startsWith(at) && shown.status === status;
}

/** Of a first view, all of it, its scripts, and what comes again the next time. */
function weightsOf(
  [what, , { first = false } = {}]: PortalPage,
  { bytes, script }: Shown,
): Weight[] {
  if (!first) return [weight(what, bytes, BUDGET.later)];
  return [
    weight(`${what}, first view`, bytes, BUDGET.first),
    weight(`${what}, its scripts`, script, BUDGET.script),
    weight(what, bytes - script, BUDGET.later),
  ];
}
