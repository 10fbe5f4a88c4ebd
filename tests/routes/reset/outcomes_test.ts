/** Every outcome comes about: its code is on the page, unless it would tell a stranger something, and in the log. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { SetPasswordAnswer } from "@/lib/directory/directory.ts";
import { type OutcomeName, OUTCOMES } from "@/lib/domain/outcomes.ts";
import type { Person } from "@/lib/domain/person.ts";
import { inGroups } from "@/lib/domain/support_code.ts";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { policyRef } from "@/lib/store/policy.ts";
import { barredAt, questionsOf } from "@/tests/support/answers.ts";
import { appOf, putPerson, SEED } from "@/tests/support/people.ts";
import { openReader, type Reader } from "@/tests/support/reader.ts";
import { NEW_PASSWORD, openResetSite, USER } from "@/tests/support/reset.ts";
import { askForText, begin, csrfOf } from "@/tests/support/reset_walk.ts";
import { ORIGIN, type Site } from "@/tests/support/site.ts";
import { appShows, setPolicy } from "@/tests/support/totp.ts";
import { MINUTE } from "@/tests/support/world.ts";
import { BEFORE } from "@/tests/support/moments.ts";

const en = translator("en");
const NAMES = Object.keys(OUTCOMES) as OutcomeName[];

/** How an outcome comes about. */
interface Cause {
  /** The site; one with an app alone where absent. */
  open?: () => Promise<Site>;
  act(site: Site): Promise<Reader>;
  /** Whether no reset is under way, so that there is no support code. */
  loose?: true;
}

const withPhone = () => openResetSite(["phone"]);

async function opened(site: Site, path: string): Promise<Reader> {
  const reader = openReader(site, ORIGIN.development);
  await reader.open(path);
  return reader;
}

async function proved(site: Site): Promise<Reader> {
  const reader = await begin(site);
  const code = appShows(SEED, site.deps.now());
  await reader.press(en("code.submit"), { code });
  return reader;
}

async function finished(site: Site, newPassword = NEW_PASSWORD) {
  const reader = await proved(site);
  await reader.press(en("reset.password.go"), { newPassword });
  return reader;
}

function directorySays(answer: Exclude<SetPasswordAnswer, { kind: "set" }>) {
  return async (site: Site) => {
    site.deps.directory.setPassword = () => Promise.resolve(answer);
    return await finished(site);
  };
}

async function changed(site: Site, password: string): Promise<Reader> {
  const reader = await opened(site, "/change");
  const typed = { userName: USER, password, newPassword: NEW_PASSWORD };
  await reader.press(en("change.submit"), typed);
  return reader;
}

async function put(site: Site, has: Partial<Person>): Promise<void> {
  const id = (await findAccount(site.kv, USER))?.id ?? "";
  await putPerson(site.deps, id, has);
}

async function typeNumbers(site: Site, times: number): Promise<Reader> {
  const reader = await begin(site);
  for (let i = 0; i < times; i++) {
    await askForText(reader, "en", `090-1234-567${i}`);
  }
  return reader;
}

const CAUSES: Readonly<Record<OutcomeName, Cause>> = {
  generic: {
    async act(site) {
      const reader = await begin(site);
      await setPolicy(site, { methods: ["email"] });
      await reader.open("/reset/prove");
      return reader;
    },
  },
  off: {
    open: () => openResetSite(["questions"]),
    act: (site) => begin(site),
    loose: true,
  },
  notPermitted: {
    open: () =>
      openResetSite(["totp"], {
        register: "groups",
        groups: ["no such group"],
      }),
    act: (site) => begin(site),
  },
  notRegistered: { act: (site) => begin(site, "demo") },
  tooFew: {
    async act(site) {
      const reader = await proved(site);
      await setPolicy(site, { methods: ["totp"], required: 2 });
      await reader.open("/reset/password");
      return reader;
    },
  },
  unusable: {
    open: () =>
      openResetSite(["phone"], { smsCountries: ["US"], voiceCountries: [] }),
    act: (site) => begin(site),
  },
  refused: { act: (site) => changed(site, "wrong"), loose: true },
  nobody: { act: (site) => begin(site, "nobody@example.org") },
  frozen: {
    async act(site) {
      await put(site, { totp: appOf(site.deps, BEFORE), frozenAt: BEFORE });
      return await begin(site);
    },
  },
  number: { open: withPhone, act: (site) => typeNumbers(site, 1) },
  tries: {
    open: withPhone,
    async act(site) {
      const reader = await begin(site);
      await askForText(reader);
      for (let i = 0; i < 5; i++) {
        await reader.press(en("code.submit"), { code: "000000" });
      }
      return reader;
    },
  },
  sends: {
    open: () => openResetSite(["phone"], { limits: "azure-2016" }),
    async act(site) {
      const reader = await begin(site);
      await askForText(reader);
      for (let i = 0; i < 5; i++) {
        site.wait(5 * MINUTE);
        await reader.open("/reset/prove/code");
        const again = { channel: "sms", csrf: csrfOf(reader) };
        await reader.post("/reset/prove/resend", again);
      }
      return reader;
    },
  },
  undelivered: {
    open: () =>
      openResetSite(["phone", "totp"], { required: 2 }, {
        delivery: {
          channels: ["sms", "voice", "email"],
          send: () => Promise.resolve({ ok: false, why: "refused" }),
        },
      }),
    async act(site) {
      const reader = await proved(site);
      await askForText(reader);
      await site.settle();
      await reader.open("/reset/prove/code");
      return reader;
    },
  },
  limit: {
    open: () => openResetSite(["totp"], { limits: "entra" }),
    async act(site) {
      for (let i = 0; i < 5; i++) {
        await begin(site);
        site.wait(15 * MINUTE);
      }
      return await begin(site);
    },
    loose: true,
  },
  challenge: {
    async act(site) {
      const reader = await opened(site, "/reset");
      const csrf = csrfOf(reader);
      const altered = { challenge: "x", answer: "", website: "" };
      await reader.post("/reset", { csrf, identifier: USER, ...altered });
      return reader;
    },
    loose: true,
  },
  over: { act: (site) => opened(site, "/reset/password"), loose: true },
  browser: {
    async act(site) {
      const reader = await opened(site, "/reset");
      await reader.post("/reset", { identifier: USER });
      return reader;
    },
    loose: true,
  },
  link: { act: (site) => opened(site, "/reset/link"), loose: true },
  policy: { act: directorySays({ kind: "policy", rule: null }) },
  history: { act: directorySays({ kind: "history" }) },
  young: {
    async act(site) {
      site.deps.directory.changePassword = () =>
        Promise.resolve({ kind: "young", until: null });
      return await changed(site, DEMO_PASSWORD);
    },
    loose: true,
  },
  weak: { act: (site) => finished(site, "short") },
  forbidden: { act: directorySays({ kind: "forbidden" }) },
  unreachable: { act: directorySays({ kind: "unreachable" }) },
  unknown: { act: directorySays({ kind: "unknown" }) },
  fault: {
    async act(site) {
      await site.kv.set(policyRef().key, { v: 1, value: { limits: "none" } });
      return await opened(site, "/reset/help");
    },
    loose: true,
  },
  reset: { act: (site) => finished(site) },
  unlocked: {
    open: () => openResetSite(["totp"], { unlock: "yes" }),
    async act(site) {
      const reader = await begin(site);
      await reader.press(en("reset.why.unlock"));
      const code = appShows(SEED, site.deps.now());
      await reader.press(en("code.submit"), { code });
      await reader.press(en("reset.unlock.go"));
      return reader;
    },
  },
  asked: {
    open: () =>
      openResetSite(["totp"], { passwordAdmins: ["help@example.com"] }),
    async act(site) {
      const reader = await begin(site);
      await reader.open("/reset/help");
      await reader.press(en("help.submit"), { identifier: USER });
      return reader;
    },
  },
  questions: {
    open: () => openResetSite(["totp", "questions"]),
    async act(site) {
      await put(site, {
        totp: appOf(site.deps, BEFORE),
        questions: await questionsOf(site.deps, USER),
        failures: { questions: barredAt(site.deps.now()) },
      });
      return await proved(site);
    },
  },
};

/** The lines of the log that have that outcome. */
function told(site: Site, code: string): { support?: string }[] {
  return site.lines.filter((line) => line.includes(`"outcome":"${code}"`))
    .map((line) => JSON.parse(line));
}

for (const name of NAMES) {
  const { code, audience } = OUTCOMES[name];
  Deno.test(`${code} (${name}) comes about, with its code and the way to help`, async () => {
    const { open = () => openResetSite(["totp"]), act, loose } = CAUSES[name];
    using site = await open();
    const { page } = await act(site);
    const said = [en("outcome.code", { code }), `(${code})`]
      .some((each) => page.text.includes(each));
    assertEquals(said, audience !== "log", page.text);
    const line = told(site, code).at(-1);
    assert(line, "no line in the log");
    if (page.url.pathname !== "/change/done" && name !== "asked") {
      assertStringIncludes(page.html, 'href="/reset/help"');
    }
    if (loose) return;
    assert(line.support, "no support code in the log");
    assertStringIncludes(page.text, inGroups(line.support));
  });
}

Deno.test("what is said of a changed password has its code and is in the log", async () => {
  using site = await openResetSite(["totp"]);
  const { page } = await changed(site, DEMO_PASSWORD);
  const { code } = OUTCOMES.reset;
  assertEquals(page.url.pathname, "/change/done");
  assertStringIncludes(page.text, code);
  assertEquals(told(site, code).length, 1);
});

Deno.test("a fault in the middle of a reset keeps the support code on the page", async () => {
  using site = await openResetSite(["totp"]);
  const reader = await proved(site);
  site.deps.directory.passwordRules = () => Promise.reject(new Error("broken"));
  await reader.open("/reset/password");
  assertEquals(reader.page.status, 500);
  const [line] = told(site, OUTCOMES.fault.code);
  assert(line?.support);
  assertStringIncludes(reader.page.text, inGroups(line.support));
  assertStringIncludes(reader.page.text, OUTCOMES.fault.code);
});

Deno.test("the last wrong number is said to be the last, and the next one that nothing was sent", async () => {
  using site = await withPhone();
  const last = await typeNumbers(site, 5);
  assertEquals(last.page.status, 422);
  assertStringIncludes(last.page.text, en("reset.number.last"));
  await askForText(last, "en", "090-1234-5679");
  assertEquals(last.page.status, 429);
  const time = en.duration(60 * MINUTE);
  assertStringIncludes(last.page.text, en("reset.number.over", { time }));
  assertStringIncludes(last.page.text, OUTCOMES.tries.code);
});
