/**
 * The body of a posted form, read strictly.
 *
 * @module
 */
import { HttpError } from "fresh";

/** The largest form is a few hundred bytes; this leaves room for pasted nonsense. */
const MAX_BYTES = 16 * 1024;

/** In milliseconds: a form on 20 kbit/s with stalls takes seconds. */
const PATIENCE = 120_000;

const TYPE = /^application\/x-www-form-urlencoded\s*(;|$)/i;

/** Bodies that have not come whole: how each is given up, and since when it is read. */
const COMING = new Map<() => void, number>();

/**
 * Gives up every body that has not come whole 2 minutes after `readBody()` was
 * called: it throws `HttpError` 408. To be called from time to time; a timer for
 * each body would take 10 µs of each. A clock that jumps ends them sooner or later.
 */
export function giveUpLate(now: number): void {
  for (const [giveUp, since] of COMING) {
    if (now >= since + PATIENCE) giveUp();
  }
}

/**
 * Reads `application/x-www-form-urlencoded` fields. Throws `HttpError`: 400 for
 * bad UTF-8, NUL, or a field that comes twice, 413 past 16 KiB, 415.
 */
export async function readBody(
  req: Request,
  now: number,
): Promise<Record<string, string>> {
  if (!TYPE.test(req.headers.get("content-type") ?? "")) {
    throw new HttpError(415, "The body is not a form");
  }
  const fields: Record<string, string> = Object.create(null);
  const text = await readText(req, now);
  // What stands in place of bad bytes; browsers send no sign beyond ASCII bare.
  if (text.includes("\uFFFD")) {
    throw new HttpError(400, "The body is not UTF-8");
  }
  for (const pair of text === "" ? [] : text.split("&")) {
    const cut = pair.indexOf("=");
    const name = decodePart(cut < 0 ? pair : pair.slice(0, cut));
    const value = decodePart(cut < 0 ? "" : pair.slice(cut + 1));
    if (name in fields) throw new HttpError(400, "A field comes twice");
    fields[name] = value;
  }
  return fields;
}

/**
 * Reads no more than the limit, whatever the length that the request claims, and
 * not for ever. The server holds a body to a claimed length, unless it comes in
 * chunks; Deno reads one whole in a tenth of the time that its stream takes.
 */
async function readText(req: Request, now: number): Promise<string> {
  const claimed = req.headers.get("content-length");
  if (Number(claimed ?? 0) > MAX_BYTES) throw tooLarge();
  const whole = claimed !== null && !req.headers.has("transfer-encoding");
  const late = Promise.withResolvers<never>();
  const giveUp = () =>
    late.reject(new HttpError(408, "The body took too long"));
  COMING.set(giveUp, now);
  try {
    const reading = whole ? req.text().catch(gone) : readChunks(req.body);
    const text = await Promise.race([reading, late.promise]);
    if (text.length > MAX_BYTES) throw tooLarge();
    return text;
  } finally {
    COMING.delete(giveUp);
  }
}

function tooLarge(): HttpError {
  return new HttpError(413, "The body is too large");
}

async function readChunks(
  body: ReadableStream<Uint8Array<ArrayBuffer>> | null,
): Promise<string> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = body?.getReader();
  while (reader) {
    const { done, value } = await reader.read().catch(gone);
    if (done) break;
    size += value.length;
    if (size > MAX_BYTES) throw tooLarge();
    chunks.push(value);
  }
  return await new Blob(chunks).text();
}

function gone(): never {
  throw new HttpError(400, "The browser went away");
}

/** `decodeURIComponent` refuses what is not UTF-8 behind the percent signs. */
function decodePart(part: string): string {
  try {
    const text = decodeURIComponent(part.replaceAll("+", " "));
    if (!text.includes("\0")) return text;
  } catch {
    // Answered below.
  }
  throw new HttpError(400, "A field is not text");
}
