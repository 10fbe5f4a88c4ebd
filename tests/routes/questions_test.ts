/** Security questions without JavaScript, over the real application. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { VETTED_QUESTIONS } from "@/lib/domain/questions.ts";
import { DEMO_PASSWORD } from "@/lib/flows/admin/seed_demo.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { formsOf, type Reader } from "@/tests/support/reader.ts";
import {
  csrfOf,
  dump,
  openSecretSite,
  signedIn,
} from "@/tests/support/secrets.ts";
import { ORIGIN } from "@/tests/support/site.ts";

const PAGE = "/register/questions";
const MINUTE = 60_000;
const OWN = "Who, at last, sold you <b>hay</b>?";
const POLICY = {
  methods: ["phone", "questions"],
  questions: [...VETTED_QUESTIONS.slice(0, 19), OWN],
} as const;
const ANSWERS = ["brickworks", "windmill", "lighthouse", "sandpit", "O’Rourke"];
const en = translator("en");

function typed(answers: readonly string[] = ANSWERS): Record<string, string> {
  const questions = [OWN, ...VETTED_QUESTIONS];
  return Object.fromEntries(answers.flatMap((answer, i) => [
    [`question${i + 1}`, questions[i] ?? ""],
    [`answer${i + 1}`, answer],
  ]));
}

async function set(reader: Reader, tag = "en", answers = ANSWERS) {
  const t = translator(tag);
  await reader.open(PAGE);
  await reader.press(t("questions.submit"), typed(answers));
}

for (const tag of TAGS) {
  Deno.test(`questions are set up, changed and removed without JavaScript (${tag})`, async () => {
    using site = await openSecretSite(POLICY);
    const t = translator(tag);
    const reader = await signedIn(site, { tag });
    assertStringIncludes(reader.page.text, t("list.questions.unset"));
    await reader.open(PAGE);
    assertStringIncludes(reader.page.text, t("question.argument"));
    await reader.press(t("questions.submit"), typed());
    assertEquals(reader.page.url.pathname, "/register/thanks");
    assertStringIncludes(reader.page.text, t("thanks.questions"));
    await reader.open("/register");
    assertStringIncludes(reader.page.text, t.plural("list.questions.set", 5));

    await reader.open(PAGE);
    assertStringIncludes(reader.page.text, t("questions.now"));
    await reader.press(t("questions.submit"), typed());
    assertEquals(reader.page.url.pathname, "/register/thanks");

    await reader.open(`${PAGE}/remove`);
    await reader.press(t("remove.submit"));
    assertStringIncludes(reader.page.text, t("list.questions.unset"));
  });
}

Deno.test("each field says what is wrong; choices are kept and answers never come back", async () => {
  using site = await openSecretSite(POLICY);
  const reader = await signedIn(site);
  const answers = ["demo", "pizza", "", "ab", "a good answer"];
  await set(reader, "en", answers);
  const { status, text, html, title } = reader.page;
  assertEquals(status, 422);
  assert(title.startsWith("Error:"));
  for (const why of ["name", "common", "missing", "short"] as const) {
    assertStringIncludes(text, en(`questions.fault.${why}`));
  }
  assertStringIncludes(text, en("questions.anew"));
  assert(!html.includes("pizza") && !html.includes("a good answer"));
  const fields = formsOf(html).find(({ fields }) => "question1" in fields)
    ?.fields ?? {};
  assertEquals(fields.question2, VETTED_QUESTIONS[0]);
  assertEquals(fields.answer5, "");
});

Deno.test("an answer that is the password is refused by its field, and too many sets for a while", async () => {
  using site = await openSecretSite(POLICY);
  const reader = await signedIn(site);
  const answers = ANSWERS.with(2, DEMO_PASSWORD);
  await set(reader, "en", answers);
  assertEquals(reader.page.status, 422);
  assertStringIncludes(reader.page.text, en("questions.fault.password"));
  assert(!reader.page.html.includes(DEMO_PASSWORD));
  await set(reader, "en", answers);
  await set(reader, "en", answers);
  assertEquals(reader.page.status, 429);
  const time = en.duration(15 * 60_000);
  assertStringIncludes(reader.page.text, en("reset.limit", { time }));
});

Deno.test("the fields let people paste, see what they type, and correct nothing", async () => {
  using site = await openSecretSite(POLICY);
  const reader = await signedIn(site);
  await reader.open(PAGE);
  const inputs = [
    ...reader.page.html.matchAll(/<input[^>]*name="answer\d"[^>]*>/g),
  ]
    .map(([input]) => input);
  assertEquals(inputs.length, 5);
  for (const input of inputs) {
    assertStringIncludes(input, 'type="text"');
    assertStringIncludes(input, 'autocomplete="off"');
    assertStringIncludes(input, 'spellcheck="false"');
    assert(!/onpaste|maxlength/.test(input));
  }
  assert(!reader.page.html.includes("<b>hay"));
});

Deno.test("questions need a fresh proof, an open policy and somebody signed in", async () => {
  using site = await openSecretSite(POLICY);
  const reader = await signedIn(site);
  await set(reader);
  await reader.open(PAGE);
  const csrf = csrfOf(reader);
  site.wait(5 * MINUTE);
  for (const path of [PAGE, `${PAGE}/remove`]) {
    await reader.open(path);
    assert(reader.page.url.pathname.startsWith("/register/prove"), path);
  }
  await reader.post(PAGE, { csrf, ...typed() });
  assert(reader.page.url.pathname.startsWith("/register/prove"));

  using closed = await openSecretSite({ methods: ["phone"] });
  const other = await signedIn(closed);
  assertEquals((await other.open(PAGE)).url.pathname, "/register");
  await other.press(en("app.signOut"));
  assertEquals((await other.open(PAGE)).url.pathname, "/register");
});

Deno.test("hostile answers and questions are refused, and nothing is kept", async () => {
  using site = await openSecretSite(POLICY);
  const reader = await signedIn(site);
  await reader.open(PAGE);
  const csrf = csrfOf(reader);
  const before = await dump(site);
  const bad: Record<string, string>[] = [
    { answer1: "x".repeat(10_000) },
    { answer1: "\u202eevil\u202c" + "\u200b".repeat(200) },
    { question1: "__proto__" },
    { question1: "lost\u0301" },
    { question1: VETTED_QUESTIONS[20] ?? "" },
    { answer1: "\r\n\r\n" },
    { answer1: "🔥".repeat(50) },
  ];
  for (const fields of bad) {
    await reader.post(PAGE, { csrf, ...typed(), ...fields });
    assertEquals(reader.page.status, 422, JSON.stringify(fields).slice(0, 60));
  }
  await reader.post(PAGE, { csrf, ...typed(), answer6: "x" });
  assertEquals(reader.page.status, 400);
  await reader.post(PAGE, { csrf });
  assertEquals(reader.page.status, 422);
  assertEquals(await dump(site), before);
});

Deno.test("no answer is in the store, the log, a message, a page or an address", async () => {
  using site = await openSecretSite(POLICY, "production");
  const origin = ORIGIN.production;
  const reader = await signedIn(site, { userName: "demo-phone", origin });
  const pages: string[] = [];
  await set(reader, "en", [...ANSWERS.slice(0, 4), "pizza"]);
  pages.push(reader.page.html, reader.page.url.href);
  await set(reader);
  for (const path of ["/register", PAGE, `${PAGE}/remove`]) {
    await reader.open(path);
    pages.push(reader.page.html, reader.page.url.href);
  }
  await site.settle();
  const log = site.lines.join("\n");
  assert(log.includes('"method":"questions"'));
  const stored = await dump(site);
  assert(stored.match(/\$argon2id\$v=19\$m=19456,t=2,p=1\$/));
  const text = [stored, log, ...pages].join("\n").toLowerCase();
  const forms = [...ANSWERS, "orourke"].map((answer) => answer.toLowerCase());
  assertEquals(forms.filter((form) => text.includes(form)), []);
});

Deno.test("whoever is in a privileged group has no questions on any page, and is asked for two ways", async () => {
  using site = await openSecretSite({
    ...POLICY,
    register: "everyone",
    privilegedGroups: ["staff"],
  });
  const reader = await signedIn(site);
  assert(!reader.page.html.includes(PAGE));
  assertStringIncludes(reader.page.text, en.plural("list.needed", 2));
  await reader.open(PAGE);
  assertEquals(reader.page.url.pathname, "/register");
  await reader.post(PAGE, { csrf: csrfOf(reader), ...typed() });
  assertEquals(reader.page.url.pathname, "/register");
  assert(!(await dump(site)).includes("recipe"));
  const other = await signedIn(site, { userName: "demo-outside" });
  assertStringIncludes(other.page.html, PAGE);
});
