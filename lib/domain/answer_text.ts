/**
 * Answers to security questions, brought to one way of writing, so that they can
 * be compared by a hash.
 *
 * @module
 */
import { asciiDigit } from "@/lib/domain/digits.ts";

/** The version of the recipe for new answers. A stored answer is compared by the recipe that made it. */
export const RECIPE = 1;

/** Marks that tell apart no words that anybody would tell apart in an answer; those of other scripts are vowels. */
const MARKS =
  /([\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Arabic}\p{sc=Hebrew}])\p{M}+/gu;

/** Signs, and what cannot be seen. White space goes too: "Anne-Marie" and "Anne Marie" are one. */
const DROPPED = /[\p{P}\p{S}\p{C}\p{Z}\s]/gu;

/**
 * An answer by recipe 1: compatibility forms (NFKC), one case, without accents,
 * any script's digits as 0 to 9, katakana as hiragana, then without punctuation
 * and white space. Throws RangeError for an unknown recipe.
 */
export function normaliseAnswer(typed: string, recipe: number): string {
  if (recipe !== RECIPE) throw new RangeError(`There is no recipe ${recipe}`);
  return foldCase(typed.toWellFormed().normalize("NFKC"))
    .normalize("NFD").replace(MARKS, "$1").normalize("NFKC")
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[ァ-ヶ]/g, hiragana)
    .replace(DROPPED, "");
}

/** Unicode's case folding, nearly: ß is ss, and a final sigma a sigma. */
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll("ς", "σ");
}

/** Hiragana are 0x60 below katakana. */
function hiragana(char: string): string {
  return String.fromCharCode(char.charCodeAt(0) - 0x60);
}
