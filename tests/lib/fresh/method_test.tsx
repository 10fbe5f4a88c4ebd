import { assert, assertEquals } from "@std/assert";
import { App } from "fresh";
import { fetcherOf, type Routes } from "@/tests/lib/fresh/fixtures/fetcher.ts";

const Page = () => <p>page</p>;
const ok = () => new Response("ok");

/** One route, by each way to make one. */
const METHOD_ROUTES: Routes = {
  "./routes/page.tsx": { default: Page },
  "./routes/get.ts": { handler: { GET: ok } },
  "./routes/post.ts": { handler: { POST: ok } },
  "./routes/form.tsx": { default: Page, handler: { POST: ok } },
  "./routes/any.ts": { handler: ok },
  "./routes/some.ts": { handler: ok, config: { methods: ["GET", "PUT"] } },
  "./routes/head.ts": {
    handler: { GET: ok, HEAD: () => new Response(null, { status: 204 }) },
  },
};

function methodsApp(): App<unknown> {
  const app = new App<unknown>().fsRoutes();
  app.get("/code", ok).delete("/code", ok).all("/all", ok);
  app.route("/route", { component: Page }).post("/route", ok);
  return app.put("/put", ok).patch("/put", ok).head("/h", ok);
}

const EVERYTHING = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

Deno.test.each<
  [method: string, path: string, status: number, allow: string | null]
>([
  ["GET", "/page", 200, null],
  ["HEAD", "/page", 200, null],
  ["POST", "/page", 405, "GET, HEAD, OPTIONS"],
  ["OPTIONS", "/page", 204, "GET, HEAD, OPTIONS"],
  ["PROPFIND", "/page", 405, "GET, HEAD, OPTIONS"],
  ["GET", "/get", 200, null],
  ["HEAD", "/get", 200, null],
  ["PUT", "/get", 405, "GET, HEAD, OPTIONS"],
  ["POST", "/post", 200, null],
  ["GET", "/post", 405, "POST, OPTIONS"],
  ["HEAD", "/post", 405, "POST, OPTIONS"],
  ["OPTIONS", "/post", 204, "POST, OPTIONS"],
  ["GET", "/form", 200, null],
  ["POST", "/form", 200, null],
  ["DELETE", "/form", 405, "GET, HEAD, POST, OPTIONS"],
  ["DELETE", "/any", 200, null],
  ["OPTIONS", "/any", 200, null],
  ["PROPFIND", "/any", 405, EVERYTHING],
  ["PUT", "/some", 200, null],
  ["POST", "/some", 405, "GET, HEAD, PUT, OPTIONS"],
  ["HEAD", "/head", 204, null],
  ["GET", "/code", 200, null],
  ["HEAD", "/code", 200, null],
  ["DELETE", "/code", 200, null],
  ["POST", "/code", 405, "GET, HEAD, DELETE, OPTIONS"],
  ["OPTIONS", "/code", 204, "GET, HEAD, DELETE, OPTIONS"],
  ["PROPFIND", "/code", 405, "GET, HEAD, DELETE, OPTIONS"],
  ["PATCH", "/all", 200, null],
  ["PROPFIND", "/all", 405, EVERYTHING],
  ["POST", "/route", 200, null],
  ["GET", "/route", 200, null],
  ["PUT", "/route", 405, "GET, HEAD, POST, OPTIONS"],
  ["PUT", "/put", 200, null],
  ["PATCH", "/put", 200, null],
  ["HEAD", "/h", 200, null],
  ["GET", "/h", 405, "HEAD, OPTIONS"],
  ["PROPFIND", "/nope", 404, null],
  ["OPTIONS", "/nope", 404, null],
])("%s %s answers %i with Allow %s", async (...row) => {
  const [method, path, status, allow] = row;
  const get = fetcherOf(methodsApp(), { routes: METHOD_ROUTES });
  const response = await get(path, { method });
  assertEquals(
    [response.status, response.headers.get("allow")],
    [status, allow],
  );
  if (method === "HEAD") assertEquals(await response.text(), "");
});

Deno.test("HEAD claims no length of a body that it does not send", async () => {
  const get = fetcherOf(new App().get("/x", ok));
  const { headers, body } = await get("/x", { method: "HEAD" });
  assertEquals(headers.get("content-length"), null);
  assert(body !== null);
});
