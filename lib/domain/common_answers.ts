/**
 * The answers that many people give, whatever is asked. Whoever guesses tries
 * these first.
 *
 * @module
 */
import { normaliseAnswer, RECIPE } from "@/lib/domain/answer_text.ts";
import { ARABIC } from "@/lib/domain/common_answers_ar.ts";
import { ENGLISH } from "@/lib/domain/common_answers_en.ts";
import { JAPANESE } from "@/lib/domain/common_answers_ja.ts";
import { MORE } from "@/lib/domain/common_answers_more.ts";
import { CHINESE } from "@/lib/domain/common_answers_zh.ts";

/** What answers are counted up or down with. */
const RUNS = ["01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop"];

/** Whether a normalised answer is one that many give: a common word, also with digits after it, a year, a row of keys. */
export function isCommonAnswer(text: string): boolean {
  const common = all();
  if (common.has(text) || /^(19|20)\d\d$/.test(text)) return true;
  const word = text.replace(/\d{1,4}$/, "");
  if (word !== text && (common.has(word) || word === "")) return true;
  const backwards = [...text].reverse().join("");
  return RUNS.some((run) => run.includes(text) || run.includes(backwards));
}

let kept: ReadonlySet<string> | null = null;

/**
 * People answer in any of their languages, so all lists count for all of them.
 * Made when first asked for: a server's start needs none of it.
 */
function all(): ReadonlySet<string> {
  if (kept !== null) return kept;
  const words = [ENGLISH, JAPANESE, ARABIC, CHINESE, MORE]
    .flatMap((list) => list.trim().split(/\s+/));
  kept = new Set(words.map((word) => normaliseAnswer(word, RECIPE)));
  return kept;
}
