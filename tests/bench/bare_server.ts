/**
 * What the product is measured against: Deno.serve with the store operations
 * that the same request needs at least, and nothing else.
 *
 * `page FILE` answers a file's text after one get; `commit` changes one record
 * after one get; `open` only has the store open.
 *
 * @module
 */
const [what, file = ""] = Deno.args;
const kv = await Deno.openKv(Deno.env.get("KV_PATH"));
const KEY = ["bare"];
if (what !== "open") await kv.set(KEY, { text: "x".repeat(200) });

const page = what === "page"
  ? await Deno.readTextFile(file)
  : "<!doctype html><p>Here</p>";
const HTML = { "content-type": "text/html; charset=utf-8" };

async function commit(request: Request): Promise<Response> {
  await request.text();
  const { value, versionstamp } = await kv.get(KEY);
  // Racing requests share the one key: the commit is what counts, not its check.
  await kv.atomic().set(KEY, { value: versionstamp, was: typeof value })
    .commit();
  return new Response(null, { status: 303, headers: { location: "/done" } });
}

async function get(): Promise<Response> {
  if (what === "page") await kv.get(KEY);
  return new Response(page, { headers: HTML });
}

Deno.serve({
  port: Number(Deno.env.get("PORT")),
  hostname: Deno.env.get("HOST") ?? "127.0.0.1",
  automaticCompression: true,
  onListen() {},
}, (request) => request.method === "POST" ? commit(request) : get());
Deno.addSignalListener("SIGTERM", () => Deno.exit(0));
