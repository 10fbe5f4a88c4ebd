import { assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  judgePassword,
  type PasswordJudgement,
} from "@/lib/domain/password.ts";

const RULES = { userName: "hanako.yamada", minLength: 15 };
const DISTINCT = [..."😀🍎🚲🎻🐢🌋🔑🧊🎈🦉🌽🛶📎🍩🪁"];

const LENGTHS: [what: string, string, PasswordJudgement, minLength?: number][] =
  [
    ["nothing", "", "short"],
    ["14 letters", "qvrxkzmwpbtjfn", "short"],
    ["15 letters of one case", "qvrxkzmwpbtjfnh", "ok"],
    ["14 emoji, 28 units", DISTINCT.slice(1).join(""), "short"],
    ["15 emoji", DISTINCT.join(""), "ok"],
    ["8 emoji and 6 letters", DISTINCT.slice(7).join("") + "qvrxkz", "short"],
    ["7 letters where 8 are enough", "qvrxkzm", "short", 8],
    ["8 letters where 8 are enough", "qvrxkzmw", "ok", 8],
    ["spaces at both ends", "  seven herons wade  ", "ok"],
    ["a sentence in Japanese", "青い自転車で海まで走った夏の朝のこと", "ok"],
    ["1,024 code points", "heron wades on. ".repeat(64), "ok"],
    ["1,025 code points", "heron wades on. ".repeat(64) + "x", "long"],
    [
      "1,024 emoji",
      Array(1_024).fill(DISTINCT).flat().slice(0, 1_024).join(""),
      "ok",
    ],
    ["a million letters", "ab cdef ghij".repeat(83_334), "long"],
  ];

for (const [what, password, judgement, minLength = 15] of LENGTHS) {
  Deno.test(`judgePassword() finds ${what} ${judgement}`, () => {
    assertEquals(judgePassword(password, { ...RULES, minLength }), judgement);
  });
}

const COMMON = [
  "aaaaaaaaaaaaaaa",
  "123123123123123",
  "000000000000000",
  "123456789012345",
  "1234567890123456",
  "987654321098765",
  "abcdefghijklmno",
  "ABCDEFGHIJKLMNOP",
  "zyxwvutsrqponml",
  "qwertyuiopasdfgh",
  "qwertyuiopqwertyuiop",
  "asdfghjklasdfghjkl",
  "1qaz2wsx3edc4rfv",
  "q1w2e3r4t5y6u7i8",
  "passwordpassword",
  "Password123456789",
  "P@ssw0rdP@ssw0rd",
  "p4ssw0rd!!!!!!!!!",
  "pass word pass word",
  "iloveyouiloveyou",
  "welcome2welcome2welcome2",
  "ChangeMeChangeMe!1",
  "administrator123",
  "letmeinletmein2026",
  "correct horse battery staple",
  "CorrectHorseBatteryStaple1",
  "thequickbrownfox",
  "aikagiaikagiaikagi",
  "Aikagi-2026-2026!",
  "aikagi password 1",
  "パスワードパスワードパスワード",
  "ｐａｓｓｗｏｒｄ１２３４５６７８",
];

for (const password of COMMON) {
  Deno.test(`judgePassword() finds ${password} common`, () => {
    assertEquals(judgePassword(password, RULES), "common");
  });
}

const NAMES: [userName: string, password: string][] = [
  ["hanako.yamada", "hanako.yamada.hanako"],
  ["hanako.yamada", "HanakoYamada2026!"],
  ["hanako.yamada", "yamadahanako1990"],
  ["hanako.yamada", "h4n4k0y4m4d4!!!!"],
  ["hanako.yamada", "yamada yamada yamada"],
  ["hanako.yamada", "adamay.okanah.adamay.okanah"],
  ["hanako@example.org", "hanako@example.org"],
  ["EXAMPLE\\hanako", "hanako1234567890"],
  ["user20260817", "user20260817user20260817"],
  ["20260817", "20260817-20260817"],
  ["jo", "jojojojo-jojojojo-2026-jo"],
  ["山田花子", "山田花子20260817山田花子"],
];

for (const [userName, password] of NAMES) {
  Deno.test(`judgePassword() finds ${password} to be the name ${userName}`, () => {
    assertEquals(judgePassword(password, { userName, minLength: 15 }), "name");
  });
}

const FINE: [userName: string, password: string][] = [
  ["demo", "demo-spare-key-2026"],
  ["demo-phone", "demo-spare-key-2026"],
  ["demo-disabled", "demo-spare-key-2026"],
  ["hanako.yamada", "Correct-Horse-password"],
  ["hanako.yamada", "my password is seven herons"],
  ["hanako.yamada", "hanako rides a bicycle"],
  ["hanako.yamada", "7 4 1 8 5 2 9 6 3 0 8 8 1"],
  ["a.b", "abacus beneath a banyan"],
  ["", "seven herons wade home"],
  ["...", "seven herons wade home"],
];

for (const [userName, password] of FINE) {
  Deno.test(`judgePassword() takes ${password} from ${userName || "nobody"}`, () => {
    assertEquals(judgePassword(password, { userName, minLength: 15 }), "ok");
  });
}

Deno.test("judgePassword() takes all printable ASCII", () => {
  const all = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
  assertEquals(judgePassword(all.join(""), RULES), "ok");
});

Deno.test("judgePassword() counts code points, whatever they are", () => {
  const any = fc.string({ unit: "binary", minLength: 0, maxLength: 40 });
  fc.assert(fc.property(any, any, (password, userName) => {
    const short = [...password].length < 15;
    const judged = judgePassword(password, { userName, minLength: 15 });
    assertEquals(judged === "short", short);
  }));
});

Deno.test("judgePassword() is done in little time with the worst of names", () => {
  const userName = "aa.aaa.aaaa.aaaaa.aaaaaa";
  const password = "a".repeat(700) + "b" + "a".repeat(300) + "c";
  assertEquals(judgePassword(password, { userName, minLength: 15 }), "ok");
});
