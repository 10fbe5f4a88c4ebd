/**
 * The list of leaked passwords in a file that is sorted by hash, as Have I Been
 * Pwned's downloader writes it: 40 GB are searched in some 40 short reads.
 *
 * @module
 */
import type { Breached } from "@/lib/crypto/breached.ts";

/** Bytes that hold a whole line wherever one begins in its first half: a line has 54 at most. */
const WINDOW = 128;

const LINE = /^([0-9A-F]{40})(?::(\d{1,10}))?\r?$/i;

/** A line, and where the next one begins. */
interface Line {
  hash: string;
  count: number;
  end: number;
}

/** Asks whether the file has that hash: 40 upper-case hexadecimal digits. */
export async function askFile(hash: string, path: string): Promise<Breached> {
  try {
    using file = await Deno.open(path);
    const { size } = await file.stat();
    return await search(file, hash, size);
  } catch {
    return { ok: false, why: "unreachable" };
  }
}

/** The line is between `low`, where one begins, and `high`. */
async function search(
  file: Deno.FsFile,
  hash: string,
  size: number,
): Promise<Breached> {
  let [low, high] = [0, size];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const line = await lineAfter(file, middle, low);
    if (line === "none") {
      high = middle;
      continue;
    }
    if (line === "unknown") return { ok: false, why: "answer" };
    if (line.hash === hash) return { ok: true, breached: line.count > 0 };
    if (line.hash < hash) low = line.end;
    else high = middle;
  }
  return { ok: true, breached: false };
}

/** The first line that begins at `at` or later; one begins at `low`. */
async function lineAfter(
  file: Deno.FsFile,
  at: number,
  low: number,
): Promise<Line | "none" | "unknown"> {
  // From the byte before, so that a line which begins right there is seen.
  const from = Math.max(at - 1, low);
  const text = await readAt(file, from);
  const skipped = at > low ? text.indexOf("\n") + 1 : 0;
  if (at > low && skipped === 0) {
    return text.length < WINDOW ? "none" : "unknown";
  }
  const [first = "", ...more] = text.slice(skipped).split("\n");
  if (first === "" && more.length === 0) return "none";
  const [, hash, count = "1"] = LINE.exec(first) ?? [];
  if (hash === undefined) return "unknown";
  const start = from + skipped;
  return {
    hash: hash.toUpperCase(),
    count: Number(count),
    end: start + first.length + 1,
  };
}

/** ASCII, up to a window of it. */
async function readAt(file: Deno.FsFile, from: number): Promise<string> {
  await file.seek(from, Deno.SeekMode.Start);
  const buffer = new Uint8Array(WINDOW);
  let filled = 0;
  while (filled < WINDOW) {
    const read = await file.read(buffer.subarray(filled));
    if (read === null) break;
    filled += read;
  }
  return String.fromCharCode(...buffer.subarray(0, filled));
}
