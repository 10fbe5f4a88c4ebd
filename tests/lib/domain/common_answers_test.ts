import { assert, assertEquals } from "@std/assert";
import { normaliseAnswer, RECIPE } from "@/lib/domain/answer_text.ts";
import { isCommonAnswer } from "@/lib/domain/common_answers.ts";
import { ARABIC } from "@/lib/domain/common_answers_ar.ts";
import { ENGLISH } from "@/lib/domain/common_answers_en.ts";
import { JAPANESE } from "@/lib/domain/common_answers_ja.ts";
import { CHINESE } from "@/lib/domain/common_answers_zh.ts";

const plain = (word: string) => normaliseAnswer(word, RECIPE);
const wordsOf = (list: string) => list.trim().split(/\s+/);

Deno.test.each([
  ["English", ENGLISH, 900],
  ["Japanese", JAPANESE, 700],
  ["Arabic", ARABIC, 1000],
  ["Chinese", CHINESE, 1000],
])("the common answers in %s", (_, list, least) => {
  const words = new Set(wordsOf(list).map(plain));
  assert(words.size >= least, `${words.size} words`);
  for (const word of words) assert(isCommonAnswer(word), word);
});

Deno.test.each([["Arabic", ARABIC, "Arab"], ["Chinese", CHINESE, "Han"]])(
  "the common answers in %s are in its script, and each is there once",
  (_, list, script) => {
    const words = wordsOf(list);
    assertEquals(new Set(words.map(plain)).size, words.length);
    const letters = new RegExp(`\\p{sc=${script}}`, "u");
    for (const word of words) assert(letters.test(word), word);
    // What is shorter is refused anyway.
    const long = words.filter((word) => [...plain(word)].length >= 3);
    assert(long.length >= 900, `${long.length}`);
  },
);

Deno.test.each([
  ["في البيت"],
  ["عبد الرحمن"],
  ["كبسة"],
  ["الهلال"],
  ["تويوتا ٢٠٠٥"],
  ["شرم الشيخ"],
  ["مهندس"],
  ["رمضان"],
  ["西红柿 炒鸡蛋"],
  ["东方明珠"],
  ["王小明"],
  ["班主任"],
  ["变形金刚"],
  ["星期天"],
  ["比亚迪"],
  ["红烧肉１"],
])("isCommonAnswer() knows %j", (answer) => {
  assert(isCommonAnswer(plain(answer)));
});

Deno.test.each([["خلف محطة القطار القديمة"], ["二子玉川的河川敷"]])(
  "isCommonAnswer() does not know %j",
  (answer) => {
    assert(!isCommonAnswer(plain(answer)));
  },
);
