import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Judged, NotSet } from "@/lib/flows/change_password.ts";
import { TAGS } from "@/lib/i18n/locales.ts";
import { translator } from "@/lib/i18n/translator.ts";
import { newPasswordErrors, ruleLines } from "@/lib/web/new_password.ts";
import { ChangeForm, NewPasswordForm } from "@/lib/web/password_forms.ts";
import { MINUTE, NOON } from "@/tests/support/world.ts";

const VERDICTS: readonly Judged["verdict"][] = [
  "short",
  "long",
  "common",
  "name",
  "control",
  "weak",
  "breached",
];
const ANSWERS: readonly (readonly [answer: NotSet, field: string])[] = [
  [{ kind: "policy", rule: null }, "newPassword"],
  [{ kind: "policy", rule: { kind: "length", least: 20 } }, "newPassword"],
  [{ kind: "policy", rule: { kind: "history", last: 24 } }, "newPassword"],
  [{ kind: "policy", rule: { kind: "classes", least: 3 } }, "newPassword"],
  [{ kind: "policy", rule: { kind: "noName" } }, "newPassword"],
  [{ kind: "history" }, "newPassword"],
  [{ kind: "young", until: NOON + 90 * MINUTE }, ""],
  [{ kind: "young", until: null }, ""],
  [{ kind: "unreachable" }, ""],
  [{ kind: "unknown" }, ""],
  [{ kind: "forbidden" }, ""],
];

for (const tag of TAGS) {
  const t = translator(tag);
  Deno.test(`newPasswordErrors() in ${tag} has words of their own for every answer`, () => {
    const said = [
      ...VERDICTS.map((verdict) =>
        [
          { kind: "judged", verdict, minLength: 15 },
          "newPassword",
        ] as const
      ),
      ...ANSWERS,
    ].map(([answer, at]) => {
      const errors = Object.entries(newPasswordErrors(t, answer, NOON));
      const [[field, words] = []] = errors;
      assertEquals([errors.length, field], [1, at]);
      assert(words && !/[{}]/.test(words), words);
      return words;
    });
    assertEquals(new Set(said).size, said.length);
  });

  Deno.test(`ruleLines() in ${tag} says our rules first, then the directory's`, () => {
    const lines = ruleLines(t, [
      { kind: "history", last: 1 },
      { kind: "length", least: 20 },
      { kind: "history", last: 5 },
      { kind: "classes", least: 3 },
      { kind: "noName" },
    ]);
    assertEquals(new Set(lines).size, 6);
    const [length = "", common, ...theirs] = lines;
    assertStringIncludes(length, "20");
    assertEquals(common, t("newPassword.rule.common"));
    assertEquals(theirs[0], t("newPassword.rule.present"));
    assertStringIncludes(theirs[1] ?? "", "5");
    assertStringIncludes(theirs[2] ?? "", "3");
  });
}

Deno.test("newPasswordErrors() says how many characters and when", () => {
  const t = translator("en");
  const short = { kind: "judged", verdict: "short", minLength: 15 } as const;
  assertEquals(newPasswordErrors(t, short, NOON), {
    newPassword: "The new password needs at least 15 characters. Add a word.",
  });
  const young = { kind: "young", until: NOON + 90 * MINUTE } as const;
  assertEquals(newPasswordErrors(t, young, NOON), {
    "":
      "Your password was changed a short while ago. You can change it again in 90 minutes.",
  });
});

const TYPED: [typed: Record<string, unknown>, messages: string[]][] = [
  [{ userName: " ann ", password: "a", newPassword: " b " }, []],
  [{ userName: "ann", password: "a", newPassword: "x".repeat(9_999) }, []],
  [{}, [
    "signIn.userName.missing",
    "change.old.missing",
    "newPassword.missing",
  ]],
  [{ userName: " ", password: "", newPassword: "" }, [
    "signIn.userName.missing",
    "change.old.missing",
    "newPassword.missing",
  ]],
  [{ userName: "a\u0007b", password: "a".repeat(2_049), newPassword: "b" }, [
    "change.refused",
    "change.refused",
  ]],
];
for (const [typed, messages] of TYPED) {
  Deno.test(`ChangeForm reads ${JSON.stringify(typed).slice(0, 60)}`, () => {
    const read = ChangeForm.safeParse(typed);
    const issues = read.success ? [] : read.error.issues;
    assertEquals(issues.map(({ message }) => message), messages);
  });
}

Deno.test("the forms keep a password as it was typed", () => {
  const typed = { userName: " ann ", password: " a ", newPassword: " b\t" };
  const read = ChangeForm.safeParse(typed);
  assert(read.success);
  assertEquals(read.data, { ...typed, userName: "ann" });
  const alone = NewPasswordForm.safeParse({ newPassword: " b\t" });
  assert(alone.success && alone.data.newPassword === " b\t");
});
