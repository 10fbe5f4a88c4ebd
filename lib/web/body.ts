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

/**
 * Reads `application/x-www-form-urlencoded` fields. Throws `HttpError`: 400 for
 * bad UTF-8, NUL, or a field that comes twice, 413 past 16 KiB, 415.
 */
export async function readBody(
  req: Request,
): Promise<Record<string, string>> {
  if (!TYPE.test(req.headers.get("content-type") ?? "")) {
    throw new HttpError(415, "The body is not a form");
  }
  const fields: Record<string, string> = Object.create(null);
  const text = decodeUtf8(await readBytes(req));
  for (const pair of text === "" ? [] : text.split("&")) {
    const cut = pair.indexOf("=");
    const name = decodePart(cut < 0 ? pair : pair.slice(0, cut));
    const value = decodePart(cut < 0 ? "" : pair.slice(cut + 1));
    if (name in fields) throw new HttpError(400, "A field comes twice");
    fields[name] = value;
  }
  return fields;
}

/** Reads no more than the limit, whatever the length that the request claims, and not for ever. */
async function readBytes(req: Request): Promise<Uint8Array> {
  const claimed = Number(req.headers.get("content-length") ?? 0);
  if (claimed > MAX_BYTES) throw new HttpError(413, "The body is too large");
  const [first, ...rest] = req.body === null ? [] : await readChunks(req.body);
  if (first === undefined) return new Uint8Array();
  return rest.length === 0 ? first : new Uint8Array(
    await new Blob([first, ...rest]).arrayBuffer(),
  );
}

async function readChunks(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const reader = body.getReader();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    reader.cancel().catch(() => {});
  }, PATIENCE);
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(gone);
    if (late) throw new HttpError(408, "The body took too long");
    if (done) break;
    size += value.length;
    if (size > MAX_BYTES) throw new HttpError(413, "The body is too large");
    chunks.push(value);
  }
  clearTimeout(timer);
  return chunks;
}

function gone(): never {
  throw new HttpError(400, "The browser went away");
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new HttpError(400, "The body is not UTF-8");
  }
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
