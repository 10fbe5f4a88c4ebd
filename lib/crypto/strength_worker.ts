/**
 * The worker that scores passwords. It answers with the score, or with `null`:
 * an error could quote the password.
 *
 * @module
 */
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import type { StrengthJob } from "@/lib/crypto/strength.ts";

/**
 * zxcvbn's own 256 characters and 100 substitutions take seconds for what was
 * made to take long; with these the worst known takes 40 ms.
 */
const meter = new ZxcvbnFactory({
  dictionary,
  graphs: adjacencyGraphs,
  l33tMaxSubstitutions: 16,
  maxLength: 64,
});

self.onmessage = ({ data }: MessageEvent<StrengthJob>): void => {
  self.postMessage(score(data));
};

function score({ password, about }: StrengthJob): number | null {
  try {
    return meter.check(password, [...about]).score;
  } catch {
    return null;
  }
}
