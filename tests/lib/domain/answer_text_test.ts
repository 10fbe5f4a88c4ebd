import { assertEquals, assertNotEquals, assertThrows } from "@std/assert";
import { normaliseAnswer, RECIPE } from "@/lib/domain/answer_text.ts";

const plain = (text: string) => normaliseAnswer(text, RECIPE);

Deno.test.each([
  ["São  Paulo!", "sao paulo"],
  ["Straße", "STRASSE"],
  ["ẞtraẞe", "ssTRASSe"],
  ["ΟΔΟΣ", "οδός"],
  ["İzmir", "izmir"],
  ["Anne-Marie O’Brien", "ANNE MARIE OBRIEN"],
  ["Ｐｏｎｄ　１２", "pond 12"],
  ["الشارع ٣٤", "الشارع 34"],
  ["مُحَمَّد", "محمد"],
  ["गली १२", "गली 12"],
  ["サクラちゃん", "さくらチャン"],
  ["ｶﾞｯｺｳ", "がっこう"],
  ["山田　太郎", "山田太郎"],
  ["\u202epond\u202c", "po\u200bnd"],
  ["ﬁsh", "fish"],
  ["cafe\u0301", "CAFÉ"],
])("normaliseAnswer() makes %j and %j one", (one, other) => {
  assertEquals(plain(one), plain(other));
});

Deno.test.each([
  ["か", "が"],
  ["कि", "की"],
  ["กิน", "กัน"],
  ["pond", "ponds"],
  ["12", "21"],
])("normaliseAnswer() keeps %j and %j apart", (one, other) => {
  assertNotEquals(plain(one), plain(other));
});

Deno.test("normaliseAnswer() changes nothing the second time, and never throws", () => {
  for (const text of ["", "  ", "\ud800", "😀🎉", "Ǆ ŉ ẖ ΐ İ", "ﷺ", "ﾞ"]) {
    assertEquals(plain(plain(text)), plain(text), text);
  }
});

Deno.test("normaliseAnswer() knows its recipes", () => {
  assertThrows(() => normaliseAnswer("pond", RECIPE + 1), RangeError);
});
