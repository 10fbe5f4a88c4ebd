/**
 * The list of leaked passwords behind a range query: five of the 40 digits of a
 * hash leave, and every hash that begins with them comes back (k-anonymity; Have
 * I Been Pwned, Pwned Passwords v3).
 *
 * @module
 */
import type { Breached } from "@/lib/crypto/breached.ts";

/** Digits that leave. */
const PREFIX = 5;

/** Bytes that are read of an answer; a padded one of Have I Been Pwned has 60,000 at most. */
const LONGEST = 1_048_576;

const LINE = /^([0-9A-F]{35}):(\d{1,10})$/i;

/** Asks whether the list has that hash: 40 upper-case hexadecimal digits. */
export async function askRange(
  hash: string,
  { url, timeout }: { url: string; timeout: number },
): Promise<Breached> {
  const signal = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url + hash.slice(0, PREFIX), {
      // Pads the answer, so that its length does not tell the prefix either.
      headers: { "add-padding": "true" },
      redirect: "error",
      signal,
    });
    const text = response.ok ? await readText(response, signal) : null;
    if (text === null) {
      await response.body?.cancel();
      return { ok: false, why: "answer" };
    }
    return judge(text, hash.slice(PREFIX));
  } catch {
    return { ok: false, why: signal.aborted ? "late" : "unreachable" };
  }
}

/** A count of 0 marks padding. */
function judge(text: string, suffix: string): Breached {
  let breached = false;
  for (const line of text.split(/\r?\n/)) {
    const [, found, count] = LINE.exec(line) ?? [];
    if (found === undefined) {
      if (line !== "") return { ok: false, why: "answer" };
    } else if (found.toUpperCase() === suffix && Number(count) > 0) {
      breached = true;
    }
  }
  return { ok: true, breached };
}

/** `null` where it is too long. */
async function readText(
  response: Response,
  signal: AbortSignal,
): Promise<string | null> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    signal.throwIfAborted();
    text += decoder.decode(chunk, { stream: true });
    if (text.length > LONGEST) return null;
  }
  return text;
}
