import { assertEquals } from "@std/assert";
import { BREACHED_SETTINGS, readBreached } from "@/lib/config/breached.ts";
import type { BreachedOptions } from "@/lib/crypto/breached.ts";

function read(env: Record<string, string>) {
  const problems: string[] = [];
  return { options: readBreached(env, { problems }), problems };
}

const url = "https://api.pwnedpasswords.com/range/";
const TAKEN: [env: Record<string, string>, want: BreachedOptions | null][] = [
  [{}, null],
  [{ BREACHED_LIST: "" }, null],
  [{ BREACHED_TIMEOUT: "500" }, null],
  [{ BREACHED_LIST: url }, { kind: "range", url, timeout: 2_000 }],
  [{ BREACHED_LIST: url, BREACHED_TIMEOUT: "100" }, {
    kind: "range",
    url,
    timeout: 100,
  }],
  [{ BREACHED_LIST: "http://127.0.0.1:8080/?prefix=" }, {
    kind: "range",
    url: "http://127.0.0.1:8080/?prefix=",
    timeout: 2_000,
  }],
  [{ BREACHED_LIST: "data/leaked.txt" }, {
    kind: "file",
    path: "data/leaked.txt",
  }],
];
for (const [env, want] of TAKEN) {
  Deno.test(`readBreached() takes ${JSON.stringify(env)}`, () => {
    assertEquals(read(env), { options: want, problems: [] });
  });
}

const REFUSED: [env: Record<string, string>, setting: string][] = [
  [{ BREACHED_LIST: "http://lists.example.org/range/" }, "BREACHED_LIST"],
  [{ BREACHED_LIST: "https://lists.example.org/range" }, "BREACHED_LIST"],
  [{ BREACHED_LIST: "https://u:p@lists.example.org/" }, "BREACHED_LIST"],
  [{ BREACHED_LIST: "ftp://lists.example.org/" }, "BREACHED_LIST"],
  [{ BREACHED_LIST: url, BREACHED_TIMEOUT: "99" }, "BREACHED_TIMEOUT"],
  [{ BREACHED_LIST: url, BREACHED_TIMEOUT: "10001" }, "BREACHED_TIMEOUT"],
];
for (const [env, setting] of REFUSED) {
  Deno.test(`readBreached() refuses ${JSON.stringify(env)}`, () => {
    const { options, problems } = read(env);
    assertEquals(problems.map((each) => each.split(" ")[0]), [setting]);
    assertEquals(options, null);
  });
}

Deno.test("readBreached() names its settings", () => {
  assertEquals(BREACHED_SETTINGS, ["BREACHED_LIST", "BREACHED_TIMEOUT"]);
});
