import { assertEquals } from "@std/assert";
import { type GivenAnswer, judgeAnswers } from "@/lib/domain/judge_answers.ts";

const WORDS = "Where did you once get lost as a child?";
const give = (answer: string, question = "lost"): GivenAnswer => {
  return { question, words: WORDS, answer };
};
const known = {
  names: ["hanako.yamada", "key.example"],
  contacts: ["+819012345678", "hana.chan77@kawabe.example", "+442079460958"],
};

Deno.test.each([
  ["Behind the brickworks"],
  ["二子玉川の河川敷"],
  ["ぶんぶく"],
  ["خلف محطة القطار"],
  ["火车站后面"],
  ["Li Mo"],
  ["x".repeat(98) + "yz"],
  ["O’Shaughnessy"],
  ["99 luftballons"],
  ["77345"],
])("judgeAnswers() takes %j", (answer) => {
  assertEquals(judgeAnswers([give(answer)], known), [null]);
});

Deno.test.each(
  [
    ["", "missing"],
    ["   ", "missing"],
    ["a", "short"],
    ["  x  ", "short"],
    ["Li", "short"],
    ["a-b!", "short"],
    ["😀", "short"],
    ["😀🎉🚀😎", "short"],
    ["x".repeat(99) + "yz", "long"],
    ["😀".repeat(101), "long"],
    ["CHILD", "question"],
    ["once get lost", "question"],
    [`${WORDS} Berlin`, "question"],
    ["Hanako", "name"],
    ["yamada", "name"],
    ["Hanako Yamada", "name"],
    ["example", "name"],
    ["090-1234-5678", "contact"],
    ["+81 90 1234 5678", "contact"],
    ["０９０１２３４５６７８", "contact"],
    ["020 7946 0958", "contact"],
    ["12345678", "contact"],
    ["Hana.Chan77@kawabe.example", "contact"],
    ["hanachan77", "contact"],
    ["Kawabe", "contact"],
    ["aaaa", "repeats"],
    ["あああああ", "repeats"],
    ["ーーーー", "repeats"],
    ["pizza", "common"],
    ["Blue!", "common"],
    ["123", "common"],
    ["4321", "common"],
    ["password", "common"],
    ["Pass word 1", "common"],
    ["1987", "common"],
    ["New York", "common"],
    ["I don’t know", "common"],
    ["東京都", "common"],
    ["トウキョウ", "common"],
    ["わからない", "common"],
    ["不知道", "common"],
    ["القاهرة", "common"],
    ["qwerty", "common"],
  ] as const,
)("judgeAnswers() refuses %j: %s", (answer, fault) => {
  assertEquals(judgeAnswers([give(answer)], known), [fault]);
});

Deno.test("judgeAnswers() refuses a question that is not chosen, or twice", () => {
  const given = [
    give("brickworks"),
    give("sandcastle", "tree"),
    give("lighthouse", "lost"),
    give("windmill", ""),
  ];
  assertEquals(judgeAnswers(given, known), [null, null, "twice", "choose"]);
});

Deno.test("judgeAnswers() refuses answers that are equal once they are normalised", () => {
  const given = [
    give("Brick works"),
    give("windmill", "tree"),
    give("BRICK-WÖRKS", "toy"),
  ];
  assertEquals(judgeAnswers(given, known), [null, null, "same"]);
});
