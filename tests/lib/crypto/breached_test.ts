import { assert, assertEquals } from "@std/assert";
import { createHash } from "node:crypto";
import type { Breached } from "@/lib/crypto/breached.ts";
import { breachedList } from "@/lib/crypto/breached_list.ts";
import {
  answering,
  type Gateway,
  type Got,
  nobody,
  speaking,
} from "@/tests/support/gateway.ts";

const LEAKED = "correct horse battery staple";

function sha1(text: string): string {
  return createHash("sha1").update(text).digest("hex").toUpperCase();
}

const HASH = sha1(LEAKED);
const PADDING = Array.from(
  { length: 900 },
  (_, i) => `${sha1(`pad ${i}`).slice(5)}:0`,
);

/** Asks a server on this machine. */
async function ask(
  { url, got }: Gateway,
  { password = LEAKED, timeout = 5_000 } = {},
): Promise<{ found: Breached; asked: Got[] }> {
  const range = new URL("/range/", url).href;
  const check = breachedList({ kind: "range", url: range, timeout });
  return { found: await check(password), asked: got };
}

const answers: [what: string, body: string, want: Breached][] = [
  ["the hash", `${HASH.slice(5)}:42`, { ok: true, breached: true }],
  ["it in small letters", `${HASH.slice(5).toLowerCase()}:1\r\n`, {
    ok: true,
    breached: true,
  }],
  ["it among padding", [...PADDING, `${HASH.slice(5)}:3`].join("\r\n"), {
    ok: true,
    breached: true,
  }],
  ["it as padding", `${HASH.slice(5)}:0`, { ok: true, breached: false }],
  ["padding alone", PADDING.join("\r\n"), { ok: true, breached: false }],
  ["nothing", "", { ok: true, breached: false }],
  ["a page", "<!DOCTYPE html><title>Sign in</title>", {
    ok: false,
    why: "answer",
  }],
  ["half a line", HASH.slice(5, 20), { ok: false, why: "answer" }],
  ["too much", `${PADDING.join("\r\n")}\r\n`.repeat(40), {
    ok: false,
    why: "answer",
  }],
];
for (const [what, body, want] of answers) {
  Deno.test(`breachedList() reads a range: ${what}`, async () => {
    await using list = answering(() => new Response(body));
    const { found } = await ask(list);
    assertEquals(found, want);
  });
}

Deno.test("breachedList() tells a server five digits and nothing else", async () => {
  await using list = answering(() => new Response(""));
  const { asked: [got] } = await ask(list);
  assert(got);
  assertEquals(got.path, `/range/${HASH.slice(0, 5)}`);
  assertEquals(got.headers.get("add-padding"), "true");
  const told = got.path + got.body + JSON.stringify([...got.headers]);
  assert(!told.includes(HASH.slice(5, 12)) && !told.includes("horse"));
});

Deno.test("breachedList() compares in NFC, as the hashes of passwords are", async () => {
  const body = `${sha1("caf\u00e9").slice(5)}:1`;
  await using list = answering(() => new Response(body));
  const { found } = await ask(list, { password: "cafe\u0301" });
  assertEquals(found, { ok: true, breached: true });
});

for (const status of [204, 301, 400, 404, 429, 500, 503]) {
  Deno.test(`breachedList() takes no answer for one: ${status}`, async () => {
    await using list = answering(() => {
      const init = { status, headers: { location: "/elsewhere" } };
      return new Response(null, init);
    });
    const { found } = await ask(list);
    const want = status === 204
      ? { ok: true, breached: false }
      : { ok: false, why: status === 301 ? "unreachable" : "answer" };
    assertEquals(found, want as Breached);
  });
}

Deno.test("breachedList() waits no longer than it may", async () => {
  await using list = speaking(null);
  const { found } = await ask(list, { timeout: 100 });
  assertEquals(found, { ok: false, why: "late" });
});

Deno.test("breachedList() waits no longer for the rest of an answer", async () => {
  await using list = answering(() => {
    const head = new TextEncoder().encode(PADDING.join("\n"));
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(head),
    });
    return new Response(body);
  });
  const { found } = await ask(list, { timeout: 100 });
  assertEquals(found, { ok: false, why: "late" });
});

const BROKEN: [what: string, bytes: string][] = [
  ["hangs up", ""],
  ["speaks no HTTP", "220 mail.example.org ESMTP\r\n"],
  ["hangs up in the middle", "HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nAB"],
];
for (const [what, bytes] of BROKEN) {
  Deno.test(`breachedList() survives a server that ${what}`, async () => {
    await using list = speaking(bytes);
    const { found } = await ask(list);
    assertEquals(found, { ok: false, why: "unreachable" });
  });
}

Deno.test("breachedList() survives a server that is not there", async () => {
  const list = { url: nobody(), got: [] };
  const { found } = await ask({
    ...list,
    [Symbol.asyncDispose]: async () => {},
  });
  assertEquals(found, { ok: false, why: "unreachable" });
});

/** Asks a file with that in it. */
async function askFile(text: string, passwords: string[]): Promise<Breached[]> {
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(path, text);
    const check = breachedList({ kind: "file", path });
    return await Promise.all(passwords.map(check));
  } finally {
    await Deno.remove(path);
  }
}

const LEAKS = Array.from({ length: 2_000 }, (_, i) => `leaked ${i}`);
const FRESH = Array.from({ length: 200 }, (_, i) => `fresh ${i}`);
const LINES = LEAKS.map((each, i) => `${sha1(each)}:${i ** 3 + 1}`).sort();

for (const end of ["\n", "\r\n"]) {
  for (const last of ["", end]) {
    Deno.test(`breachedList() finds each line of a sorted file (${JSON.stringify([end, last])})`, async () => {
      const text = LINES.join(end) + last;
      const found = await askFile(text, [...LEAKS, ...FRESH]);
      const breached = found.map((each) => each.ok && each.breached);
      assertEquals(breached.indexOf(false), LEAKS.length);
      assertEquals(breached.lastIndexOf(true), LEAKS.length - 1);
      assert(found.every(({ ok }) => ok));
    });
  }
}

const files: [what: string, text: string, want: Breached][] = [
  ["nothing in it", "", { ok: true, breached: false }],
  ["one line", `${HASH}:1`, { ok: true, breached: true }],
  ["hashes alone", `${HASH}\n`, { ok: true, breached: true }],
  ["small letters", `${HASH.toLowerCase()}:9\n`, { ok: true, breached: true }],
  ["a count of 0", `${HASH}:0\n`, { ok: true, breached: false }],
  ["other lines", "password\nletmein\n", { ok: false, why: "answer" }],
  ["no lines", "x".repeat(5_000), { ok: false, why: "answer" }],
  ["bytes", "\0\u00ff\n".repeat(500), { ok: false, why: "answer" }],
];
for (const [what, text, want] of files) {
  Deno.test(`breachedList() reads a file with ${what}`, async () => {
    assertEquals(await askFile(text, [LEAKED]), [want]);
  });
}

Deno.test("breachedList() says where there is no file, and no file but a folder", async () => {
  const folder = await Deno.makeTempDir();
  for (const path of [folder, `${folder}/none`]) {
    const found = await breachedList({ kind: "file", path })(LEAKED);
    assertEquals(found, { ok: false, why: "unreachable" });
  }
  await Deno.remove(folder);
});
