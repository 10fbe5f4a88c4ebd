import { assert, assertEquals, assertMatch } from "@std/assert";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import { readSetting } from "@/lib/domain/policy_setting.ts";
import {
  questionsWarnings,
  writeQuestions,
} from "@/lib/domain/question_settings.ts";
import { DEFAULT_QUESTIONS } from "@/lib/domain/question_defaults.ts";
import {
  lintQuestion,
  MOST_QUESTIONS,
  VETTED_QUESTIONS,
} from "@/lib/domain/questions.ts";
import { questionWords } from "@/lib/flows/questions/question_words.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { LOCALES, translator } from "@/lib/i18n/translator.ts";

Deno.test("there are at least 30 vetted questions, each once", () => {
  assert(VETTED_QUESTIONS.length >= 30);
  assertEquals(new Set(VETTED_QUESTIONS).size, VETTED_QUESTIONS.length);
});

for (const tag of TAGS) {
  Deno.test(`every vetted question has its own words in ${tag}, none of them poor`, () => {
    const t = translator(tag);
    const words = VETTED_QUESTIONS.map((id) => questionWords(t, id));
    assertEquals(new Set(words).size, VETTED_QUESTIONS.length);
    for (const text of words) {
      assertEquals(lintQuestion(text), [], text);
      assert(!/\{/.test(text) && text.length > 8, text);
    }
    const ours = Object.keys(LOCALES[tag]).filter((key) =>
      key.startsWith("question.")
    );
    assertEquals(ours.length, VETTED_QUESTIONS.length);
  });
}

Deno.test("an administrator's own question is shown as it was written", () => {
  assertEquals(
    questionWords(translator("ja"), "Who sold you hay?"),
    "Who sold you hay?",
  );
});

Deno.test.each([
  ["What is your date of birth? (birthday)"],
  ["What is your favourite food?"],
  ["What is your favorite colour?"],
  ["好きな食べ物は何ですか"],
  ["What is your mother’s maiden name?"],
  ["母の旧姓は何ですか"],
  ["What was the name of your first pet?"],
  ["What was your first car?"],
  ["子どものころのあだ名は何ですか"],
  ["What are the last digits of your phone number?"],
  ["What is your password?"],
  ["Which city were you born in?"],
])("lintQuestion() finds %j poor", (question) => {
  assert(lintQuestion(question).length > 0);
});

const own = "What, in all those years, did you never tell?";

Deno.test.each([
  ["lost,tree, toy", ["lost", "tree", "toy"]],
  ["lost|tree|lost", ["lost", "tree"]],
  [`lost|${own}|toy`, ["lost", own, "toy"]],
  [own, [own]],
  ["  先生に　隠したことは何ですか  ", ["先生に 隠したことは何ですか"]],
  ["none", []],
  [`a ${"x".repeat(198)}`, [`a ${"x".repeat(198)}`]],
  ["a b", ["a b"]],
])("readSetting() reads the questions %j", (text, questions) => {
  const read = readSetting(DEFAULT_POLICY, "questions", text);
  assertEquals(read, { ok: true, policy: { ...DEFAULT_POLICY, questions } });
  const again = writeQuestions(questions);
  assertEquals(readSetting(DEFAULT_POLICY, "questions", again), read);
});

const on = { ...DEFAULT_POLICY, methods: ["phone", "questions"] } as const;

Deno.test.each(
  [
    ["questions", "lost,lots", /no vetted question "lots"/],
    ["questions", "Hobby", /more than one word/],
    ["questions", `a ${"x".repeat(199)}`, /3 to 200 characters; one has 201/],
    ["questions", "a?", /3 to 200/],
    ["questions", "Who was\u202e it?", /control characters/],
    [
      "questions",
      Array.from({ length: MOST_QUESTIONS + 1 }, (_, i) => `Who ${i}?`).join(
        "|",
      ),
      /20 questions at most/,
    ],
    [
      "questions",
      "What happened?|what HAPPENED|Ｗｈａｔ happened?",
      /"what HAPPENED" is the same question as "What happened\?"/,
    ],
    ["questions", "lost,tree", /has 2: add questions first/],
    ["questions", "none", /add questions first/],
    ["questionsToRegister", "2", /3 to 5/],
    ["questionsToRegister", "6", /3 to 5/],
    ["questionsToReset", "0", /3 to 5/],
    ["questionsToReset", "three", /3 to 5/],
    ["methods", "questions", /never let anybody in by themselves/],
  ] as const,
)("readSetting() refuses %s = %j", (key, text, why) => {
  const read = readSetting(on, key, text);
  assert(!read.ok);
  assertMatch(read.why, why);
});

Deno.test("readSetting() never asks more questions than are registered", () => {
  const three = { ...DEFAULT_POLICY, questionsToRegister: 3 };
  assertEquals(readSetting(three, "questionsToReset", "4").ok, false);
  const four = { ...DEFAULT_POLICY, questionsToReset: 4 };
  assertEquals(readSetting(four, "questionsToRegister", "3").ok, false);
});

Deno.test("questions are off by default, and the default ones would be enough", () => {
  assert(!DEFAULT_POLICY.methods.includes("questions"));
  assert(readSetting(DEFAULT_POLICY, "methods", "phone,questions").ok);
  assert(DEFAULT_QUESTIONS.questionsToReset >= 3);
});

Deno.test("questionsWarnings() says what switching them on means, and which are poor", () => {
  assertEquals(questionsWarnings("methods", DEFAULT_POLICY), []);
  assertMatch(questionsWarnings("methods", on).join(), /not conform.*6\.4\.2/);
  const poor = { ...on, questions: ["lost", "What is your favourite pet?"] };
  const warned = questionsWarnings("questions", poor);
  assertEquals(warned.length, 2);
  assertMatch(warned.join(), /favourites change.*names of pets/);
});
