/**
 * The home page while many people reset at once and slow hashes take the cores.
 *
 * @module
 */
import { RECOVERY_CODE, withRecoveryCodes } from "@/tests/bench/lost_people.ts";
import { median } from "@/tests/bench/medians.ts";
import { atMost, ratioAtMost, type Row } from "@/tests/bench/report.ts";
import { openSite, type Site } from "@/tests/bench/site.ts";
import type { Shown, Visitor } from "@/tests/support/visitor.ts";

/** How many people reset at once. */
const PEOPLE = 200;
/** How long the home page is asked for while nothing else goes on, in milliseconds. */
const IDLE = 3_000;
/** What somebody waits who was told that too many wait: as long as those take, in milliseconds. */
const PATIENCE = 3_000;

/** How much longer the home page takes, and whether all came to the end. */
export async function homeRows(): Promise<Row[]> {
  await using site = await openSite({
    accounts: PEOPLE,
    furnish: withRecoveryCodes,
  });
  await home(site, pause(IDLE)); // So that all is compiled and loaded.
  const idle = await home(site, pause(IDLE));
  let done = 0;
  const resets = Array.from({ length: PEOPLE }, async () => {
    if (await reset(site) === "/reset/done") done++;
  });
  const busy = await home(site, Promise.all(resets));
  const what = `home page while ${PEOPLE} people reset, beside idle`;
  const left = { what: "of them not at the end", is: PEOPLE - done };
  return [
    ratioAtMost(what, [busy, idle], 3),
    atMost({ ...left, must: 0, unit: "people" }),
  ];
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The median time of the home page until then, in milliseconds. */
async function home(
  { server }: Site,
  until: Promise<unknown>,
): Promise<number> {
  const probe = new Worker(new URL("./home_probe.ts", import.meta.url), {
    type: "module",
  });
  const { promise: times, ...answer } = Promise.withResolvers<number[]>();
  probe.onmessage = ({ data }) => answer.resolve(data);
  probe.onerror = ({ message }) => answer.reject(new Error(message));
  probe.postMessage(server.port);
  try {
    await Promise.race([until, times]);
    probe.postMessage(null);
    return median(await times);
  } finally {
    probe.terminate();
  }
}

/** By recovery code, and with a new password: three slow hashes. Returns where it ended. */
async function reset(site: Site): Promise<string> {
  const { userName: identifier } = site.registrant();
  using visitor = await site.visitor();
  await visitor.open("/reset");
  await persist(visitor, { identifier });
  await persist(visitor, { code: RECOVERY_CODE });
  const newPassword = "violet harbour lantern 42";
  const { path } = await persist(visitor, { newPassword });
  return path;
}

/** Sends the form, and again as long as too many wait already. */
async function persist(
  visitor: Visitor,
  form: Readonly<Record<string, string>>,
): Promise<Shown> {
  const { path } = visitor.page;
  for (;;) {
    const shown = await visitor.send(form, path);
    if (shown.status !== 503) return shown;
    await pause(PATIENCE);
    await visitor.open(path);
  }
}
