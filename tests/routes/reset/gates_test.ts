/** More than one gate, passkeys, questions, limits, and a directory that does not answer. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { checkAttestation } from "@/lib/crypto/attestation.ts";
import type { Person } from "@/lib/domain/person.ts";
import type { Passkey } from "@/lib/domain/proofs.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { findAccount } from "@/lib/store/accounts.ts";
import { personRef } from "@/lib/store/people.ts";
import { read } from "@/lib/store/records.ts";
import { questionsOf, RIGHT, WRONG } from "@/tests/support/answers.ts";
import {
  makePasskey,
  type SoftPasskey,
} from "@/tests/support/authenticator.ts";
import { appOf, phoneOf, putPerson, SEED } from "@/tests/support/people.ts";
import type { Reader } from "@/tests/support/reader.ts";
import {
  NEW_PASSWORD,
  openResetSite,
  RECOVERY_CODE,
  USER,
} from "@/tests/support/reset.ts";
import { askForText, begin, csrfOf } from "@/tests/support/reset_walk.ts";
import { ORIGIN, type Site } from "@/tests/support/site.ts";
import { appShows } from "@/tests/support/totp.ts";
import { MINUTE } from "@/tests/support/world.ts";
import { BEFORE } from "@/tests/support/moments.ts";

const en = translator("en");
const HERE = { origin: ORIGIN.development, host: "localhost" };

async function idOf(site: Site): Promise<string> {
  return (await findAccount(site.kv, USER))?.id ?? "";
}

async function put(site: Site, has: Partial<Person>): Promise<void> {
  await putPerson(site.deps, await idOf(site), has);
}

/** What the store has of a passkey. */
async function recordOf({ id, attestation }: SoftPasskey): Promise<Passkey> {
  const ceremony = { challenge: "YQ", ...HERE };
  const checked = await checkAttestation(attestation, ceremony);
  assert(checked.ok);
  const { publicKey, counter, verified } = checked;
  const made = { id, publicKey, counter, verified, transports: [] };
  return { ...made, name: "Laptop", confirmedAt: BEFORE, usedAt: null };
}

Deno.test("a passkey is asked for first, and is enough where two are needed", async () => {
  const passkey = await makePasskey({ challenge: "YQ", ...HERE });
  using site = await openResetSite(["passkey", "totp"], { required: 2 });
  await put(site, {
    passkeys: [await recordOf(passkey)],
    totp: appOf(site.deps, BEFORE),
  });
  const reader = await begin(site);
  const path = "/reset/prove/passkey";
  assertEquals(reader.page.url.pathname, path);
  assert(!reader.page.html.includes(passkey.id));
  assertStringIncludes(reader.page.html, 'href="/reset/prove/app"');
  const use = async (challenge: string) =>
    JSON.stringify(await passkey.assert({ challenge, ...HERE }));
  const csrf = csrfOf(reader);
  await reader.post(path, { csrf, credential: "" });
  assertStringIncludes(reader.page.text, en("passkey.scripts"));
  await reader.post(path, { csrf, credential: await use("Zm9yZWlnbg") });
  assertEquals(reader.page.status, 422);
  const challenge = /"challenge":"([\w-]+)"/.exec(reader.page.html)?.[1] ?? "";
  await reader.post(path, { csrf, credential: await use(challenge) });
  assertEquals(reader.page.url.pathname, "/reset/password");
});

/** Three questions beside what the person has. */
async function putQuestions(site: Site): Promise<void> {
  const account = await idOf(site);
  const [{ value }] = await read(site.kv, [personRef(account)] as const);
  const questions = await questionsOf(site.deps, account);
  await put(site, { ...value, questions });
}

/** A browser that has proved the app. */
async function beginByApp(site: Site): Promise<Reader> {
  const reader = await begin(site);
  await reader.open("/reset/prove/app");
  const code = appShows(SEED, site.deps.now());
  await reader.press(en("code.submit"), { code });
  return reader;
}

Deno.test("questions are asked after another proof, the same ones until they are answered", async () => {
  using site = await openResetSite(["totp", "recoveryCodes", "questions"], {
    questionsToReset: 3,
  });
  await putQuestions(site);
  const path = "/reset/prove/questions";
  const reader = await begin(site);
  await reader.open(path);
  assertEquals(reader.page.url.pathname, "/reset/prove/app");
  const code = appShows(SEED, site.deps.now());
  await reader.press(en("code.submit"), { code });
  assertEquals(reader.page.url.pathname, path);
  assert(!reader.page.html.includes("<script type"), "no script");
  const labels = () =>
    [...reader.page.html.matchAll(/<label for="answer\d">([^<]*)/g)]
      .map(([, text]) => text);
  const asked = labels();
  assertEquals(asked.length, 3);
  await reader.press(en("reset.go"), { answer1: "seat answer" });
  assertEquals(reader.page.status, 422);
  assert(!reader.page.html.includes("seat answer"), "no answer comes back");
  await reader.press(en("reset.go"), WRONG);
  assertStringIncludes(reader.page.text, en.plural("questions.wrong", 4));
  assertEquals(labels(), asked);
  await reader.open("/reset/password");
  assertEquals(reader.page.url.pathname, path);
  await reader.press(en("reset.go"), RIGHT);
  assertEquals(reader.page.url.pathname, "/reset/password");
});

Deno.test("what else is on file takes the place of the questions, on the same page", async () => {
  const methods = ["totp", "recoveryCodes", "questions"] as const;
  using site = await openResetSite(methods);
  await putQuestions(site);
  const reader = await beginByApp(site);
  assertEquals(reader.page.url.pathname, "/reset/prove/questions");
  const other = "/reset/prove/recovery-code";
  assertStringIncludes(reader.page.html, `href="${other}"`);
  await reader.open(other);
  await reader.press(en("code.submit"), { code: RECOVERY_CODE });
  assertEquals(reader.page.url.pathname, "/reset/password");
});

Deno.test("questions that are blocked on purpose let nobody past them, and the page says what helps", async () => {
  using site = await openResetSite(["totp", "questions"]);
  await putQuestions(site);
  const reader = await beginByApp(site);
  for (let i = 0; i < 5; i++) await reader.press(en("reset.go"), WRONG);
  assertEquals(reader.page.status, 429);
  const words = `${en("questions.blocked.long")} (AK-30)`;
  assertStringIncludes(reader.page.text, words);
  await reader.open("/reset/password");
  assertEquals(reader.page.url.pathname, "/reset/prove");
  assertStringIncludes(reader.page.text, en("outcome.questions"));
  assertStringIncludes(reader.page.text, "AK-30");
  assertStringIncludes(reader.page.html, 'href="/reset/help"');
});

Deno.test("whoever has nothing left is told who can help", async () => {
  using site = await openResetSite(["recoveryCodes"], { limits: "entra" });
  const reader = await begin(site);
  for (let i = 0; i < 5; i++) {
    await reader.press(en("code.submit"), { code: "Z".repeat(13) });
  }
  assertEquals(reader.page.status, 429);
  await reader.open("/reset/prove/recovery-code");
  assertEquals(reader.page.url.pathname, "/reset/prove");
  assertStringIncludes(reader.page.text, en("reset.prove.none"));
  assertStringIncludes(reader.page.html, 'href="/reset/help"');
});

Deno.test("the fourth beginning within minutes meets a challenge, with the name kept", async () => {
  using site = await openResetSite(["totp"]);
  for (let i = 0; i < 3; i++) {
    const { page } = await begin(site);
    assertEquals(page.url.pathname, "/reset/prove/app");
  }
  const { page, jar } = await begin(site);
  assertEquals([page.url.pathname, page.status], ["/reset", 200]);
  assertStringIncludes(page.html, 'name="challenge"');
  assertStringIncludes(page.html, `name="identifier" value="${USER}"`);
  assert(!jar.has("reset"), "nothing has begun");
});

Deno.test("past the limit the page says until when, keeps the name and names who can help", async () => {
  using site = await openResetSite(["totp"], { limits: "entra" });
  for (let i = 0; i < 5; i++) {
    await begin(site);
    site.wait(15 * MINUTE);
  }
  const { page, jar } = await begin(site);
  assertEquals([page.url.pathname, page.status], ["/reset", 429]);
  const time = en.duration(24 * 60 * MINUTE - 75 * MINUTE);
  assertStringIncludes(page.text, en("reset.limit", { time }));
  assertStringIncludes(page.html, `value="${USER}"`);
  assertStringIncludes(page.html, 'href="/reset/help"');
  assert(!jar.has("reset"), "nothing has begun");
});

Deno.test("a number of another country is another number: it stays typed, and nothing is sent", async () => {
  using site = await openResetSite(["phone"]);
  await put(site, { phones: [phoneOf(site.deps, "+819012345634", BEFORE)] });
  const reader = await begin(site);
  await askForText(reader, "en", "+44 7700 900123");
  assertEquals(reader.page.status, 422);
  assertStringIncludes(reader.page.html, "+44 7700 900123");
  assertEquals(await site.outbox(), []);
});

Deno.test("a directory that does not answer keeps the proof, and a second try is safe", async () => {
  using site = await openResetSite(["totp"]);
  const reader = await begin(site);
  const code = appShows(SEED, site.deps.now());
  await reader.press(en("code.submit"), { code });
  const { directory } = site.deps;
  const { setPassword } = directory;
  directory.setPassword = () => Promise.resolve({ kind: "unreachable" });
  const newPassword = NEW_PASSWORD;
  await reader.press(en("reset.password.go"), { newPassword });
  assertEquals(reader.page.status, 503);
  assertStringIncludes(reader.page.text, en("reset.unreachable"));
  assert(!reader.page.html.includes(NEW_PASSWORD), "no password comes back");
  directory.setPassword = setPassword;
  await reader.press(en("reset.password.go"), { newPassword });
  assertEquals(reader.page.url.pathname, "/reset/done");
});

Deno.test("a password that the directory refuses is refused with its rule, and the proof stays", async () => {
  using site = await openResetSite(["totp"]);
  const reader = await begin(site);
  const code = appShows(SEED, site.deps.now());
  await reader.press(en("code.submit"), { code });
  const { directory } = site.deps;
  const { setPassword } = directory;
  const rule = { kind: "classes", least: 3 } as const;
  directory.setPassword = () => Promise.resolve({ kind: "policy", rule });
  const newPassword = NEW_PASSWORD;
  await reader.press(en("reset.password.go"), { newPassword });
  assertEquals(reader.page.status, 422);
  assertStringIncludes(
    reader.page.text,
    en("newPassword.rule.classes", { n: 3 }),
  );
  directory.setPassword = setPassword;
  await reader.press(en("reset.password.go"), { newPassword });
  assertEquals(reader.page.url.pathname, "/reset/done");
});
