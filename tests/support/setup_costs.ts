/**
 * What setting up each method asks of the store, over HTTP and without a script.
 *
 * @module
 */
import type { Delivery, Message } from "@/lib/delivery/delivery.ts";
import { type Method, METHODS } from "@/lib/domain/method.ts";
import { VETTED_QUESTIONS } from "@/lib/domain/questions.ts";
import { makePasskey } from "@/tests/support/authenticator.ts";
import { countingKv, type KvCount } from "@/tests/support/counting_kv.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { csrfOf, signedIn } from "@/tests/support/secrets.ts";
import { openSite, ORIGIN, type Site } from "@/tests/support/site.ts";
import { appShows, seedOn, setPolicy } from "@/tests/support/totp.ts";
import { readCode } from "@/tests/support/world.ts";

/** What one set-up cost, by who asked. */
export interface SetupCost {
  /** The method's page and each form sent, from the first page to the answer that it is done. */
  asked: KvCount;
  /** The pages that answers lead to, the thanks among them. */
  shown: KvCount;
  /** Handing messages over, after the answers. */
  delivery: KvCount;
  /** How many requests it took, redirects followed. */
  requests: number;
}

/** The most that `asked` may be (issue 3: "Numbers"). */
export const MOST: KvCount = { reads: 4, commits: 4 };

/** A way to set a method up; `code` is the one in the last message. */
type SetUp = (reader: Reader, site: Site, code: () => string) => Promise<void>;

const QUESTIONS = VETTED_QUESTIONS.slice(0, 5);

const SETUPS = {
  async phone(reader, _site, code) {
    await reader.open("/register/phone");
    const number = "090-8765-4321";
    await fill(reader, { country: "JP", number, channel: "sms" });
    await fill(reader, { code: code() });
  },
  async email(reader, _site, code) {
    await reader.open("/register/email");
    await fill(reader, { address: "ann@example.net" });
    await fill(reader, { code: code() });
  },
  async totp(reader, site) {
    const { html } = await reader.open("/register/app");
    await fill(reader, { code: appShows(seedOn(html), site.deps.now()) });
  },
  async passkey(reader) {
    const { html } = await reader.open("/register/passkey");
    const [, challenge = ""] = /"challenge":"([\w-]+)"/.exec(html) ?? [];
    const here = { origin: ORIGIN.development, host: "localhost" };
    const { attestation } = await makePasskey({ challenge, ...here });
    const credential = JSON.stringify(attestation);
    await fill(reader, { name: "Laptop", credential });
  },
  async recoveryCodes(reader) {
    await reader.open("/register/recovery-codes");
    await fill(reader, { edition: "none" });
  },
  async questions(reader) {
    await reader.open("/register/questions");
    const fields = QUESTIONS.flatMap((question, i) => [
      [`question${i + 1}`, question],
      [`answer${i + 1}`, `Lake number ${"abcde"[i]} of Otsu`],
    ]);
    await fill(reader, Object.fromEntries(fields));
  },
} satisfies Partial<Record<Method, SetUp>>;

/** What a person sets up. */
export type SetUpMethod = keyof typeof SETUPS;

/** All of them: the office phone comes from the directory. */
export const SET_UP: readonly SetUpMethod[] = METHODS.filter((method) =>
  method !== "officePhone"
);

/** Sets the method up for somebody who has a phone, so that a notice leaves as well. */
export async function setupCost(method: SetUpMethod): Promise<SetupCost> {
  const count = { reads: 0, commits: 0 };
  using kv = await Deno.openKv(":memory:");
  const sent: Message[] = [];
  const delivery: Delivery = {
    channels: ["sms", "voice", "email"],
    send(message) {
      sent.push(message);
      return Promise.resolve({ ok: true });
    },
  };
  using site = await openSite({ kv: countingKv(kv, count), delivery });
  await setPolicy(site, { methods: SET_UP, questions: QUESTIONS });
  const { jar } = await signedIn(site, { userName: "demo-phone" });
  const { watched, cost } = watch(site, count);
  const reader = openReader(watched, ORIGIN.development);
  jar.forEach((value, name) => reader.jar.set(name, value));
  await SETUPS[method](reader, site, () => readCode(sent.at(-1)));
  const { page: { url, html, text } } = reader;
  if (!url.pathname.endsWith("/thanks") && !html.includes("<code>")) {
    throw new Error(`${method} was not set up: ${text}`);
  }
  return cost;
}

/** Sends the form of the page in front. */
async function fill(
  reader: Reader,
  fields: Record<string, string>,
): Promise<void> {
  const { pathname } = reader.page.url;
  await reader.post(pathname, { csrf: csrfOf(reader), ...fields });
}

/** The site, noting what each request and what follows it asks of the store. */
function watch(site: Site, count: KvCount) {
  const none = () => ({ reads: 0, commits: 0 });
  const counts = { asked: none(), shown: none(), delivery: none() };
  const cost: SetupCost = { ...counts, requests: 0 };
  const { later } = site.deps;
  const waiting: Parameters<typeof later>[0][] = [];
  site.deps.later = (task) => void waiting.push(task);
  let led: string | null = null;
  const watched: Site = {
    ...site,
    async handler(request) {
      const into = request.url === led ? cost.shown : cost.asked;
      const before = { ...count };
      cost.requests++;
      const response = await site.handler(request);
      add(into, before, count);
      const to = response.headers.get("location");
      led = to && new URL(to, request.url).href;
      return response;
    },
    async settle() {
      const before = { ...count };
      waiting.splice(0).forEach((task) => later(task));
      await site.settle();
      add(cost.delivery, before, count);
    },
  };
  return { watched, cost };
}

function add(to: KvCount, before: KvCount, after: KvCount): void {
  to.reads += after.reads - before.reads;
  to.commits += after.commits - before.commits;
}
