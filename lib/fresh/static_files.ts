/**
 * `staticFiles()`: serves the files of the build.
 *
 * @module
 */
import type { Build, StaticFile } from "@/lib/fresh/build.ts";
import { type Context, INTERNAL } from "@/lib/fresh/context.ts";
import { chooseEncoding, type Encoding } from "@/lib/fresh/encoding.ts";
import { HttpError, plainError } from "@/lib/fresh/http_error.ts";
import { isDecodable } from "@/lib/fresh/pattern.ts";
import type { Middleware } from "@/lib/fresh/route_types.ts";
import { versionOf } from "@/lib/fresh/static_version.ts";

const ALLOW = "GET, HEAD, OPTIONS";
const FOR_GOOD = "public, max-age=31536000, immutable";

/**
 * Serves files by their path, compressed where the browser takes it. What its
 * address has the version of may be kept for a year; everything else is asked
 * for again, by its ETag.
 */
export function staticFiles<State>(): Middleware<State> {
  return (ctx) => {
    const { kit: { build, base } } = ctx[INTERNAL];
    const file = findFile(build, ctx.url.pathname, base);
    if (file === undefined) return ctx.next();
    const { method } = ctx.req;
    const readable = method === "GET" || method === "HEAD";
    return readable ? sendFile(ctx, file) : refused(method);
  };
}

/** In plain text: a file comes before what an error page needs. */
function refused(method: string): Response {
  const answer = method === "OPTIONS"
    ? new Response(null, { status: 204 })
    : plainError(new HttpError(405));
  answer.headers.set("allow", ALLOW);
  return answer;
}

function findFile(
  { files }: Build,
  path: string,
  base: string,
): StaticFile | undefined {
  const below = path.startsWith(base) ? path.slice(base.length) : path;
  // A source map would tell the source.
  if (/\.(js|css)\.map$/.test(below)) return undefined;
  const coded = below.includes("%") && isDecodable(below);
  return files.get(below) ?? (coded ? files.get(decodeURI(below)) : undefined);
}

function sendFile<State>(
  { req, url }: Context<State>,
  file: StaticFile,
): Response {
  const forms = (["br", "gzip"] as const).filter((form) => file[form] !== null);
  const encoding = chooseEncoding(req.headers.get("accept-encoding"), forms);
  const headers: Record<string, string> = {};
  if (forms.length > 0) headers["vary"] = "accept-encoding";
  if (file.immutable || url.searchParams.get("v") === versionOf(file)) {
    headers["cache-control"] = FOR_GOOD;
  } else {
    headers["cache-control"] = "no-cache";
    // A strong ETag is that of the bytes sent, so each form has its own.
    headers["etag"] = `"${file.hash}${encoding ? `-${encoding}` : ""}"`;
    if (isKnown(req.headers.get("if-none-match"), headers["etag"])) {
      return new Response(null, { status: 304, headers });
    }
  }
  return fullResponse(req.method, { file, encoding, headers });
}

interface Sending {
  readonly file: StaticFile;
  readonly encoding: Encoding | null;
  readonly headers: Record<string, string>;
}

function fullResponse(
  method: string,
  { file, encoding, headers }: Sending,
): Response {
  const body = (encoding && file[encoding]) ?? file.body;
  if (encoding !== null) headers["content-encoding"] = encoding;
  headers["content-type"] = file.type;
  headers["content-length"] = String(body.byteLength);
  return new Response(method === "HEAD" ? null : body, { headers });
}

/** `If-None-Match` compares weakly: RFC 9110 section 13.1.2. */
function isKnown(ifNoneMatch: string | null, etag: string): boolean {
  return (ifNoneMatch ?? "").split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""))
    .some((tag) => tag === "*" || tag === etag);
}
