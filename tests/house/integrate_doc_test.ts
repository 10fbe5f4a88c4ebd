/** What docs/integrate.md shows works as it stands there. */
import { assert, assertEquals, assertRejects } from "@std/assert";
import {
  makeSigningKey,
  signClaims,
  type SigningKey,
} from "@/lib/crypto/signature.ts";
import { DEFAULT_POLICY } from "@/lib/domain/policy.ts";
import { text } from "@/tests/house/tree.ts";

const AIKAGI = "https://aikagi.example.org";
const HERE = "https://app.example.org";
const DOC = text("docs/integrate.md");

/** The example, as a module. */
async function readExample(): Promise<
  { readAnswer(answer: string, here: string): Promise<boolean | null> }
> {
  const [, code = ""] = /```js\n(.*?)```/s.exec(DOC) ?? [];
  const module = `import { Buffer } from "node:buffer";\n${code}`;
  return await import(`data:text/javascript,${encodeURIComponent(module)}`);
}

/** The key set of Aikagi, for as long as it is held. */
function serving({ publicKey }: SigningKey): Disposable {
  const { fetch } = globalThis;
  globalThis.fetch = (input) => {
    assertEquals(input, `${AIKAGI}/.well-known/jwks.json`);
    const shown = { kty: "EC", crv: "P-256", use: "sig", alg: "ES256" };
    const key = { ...shown, ...publicKey };
    return Promise.resolve(Response.json({ keys: [key] }));
  };
  return { [Symbol.dispose]: () => void (globalThis.fetch = fetch) };
}

Deno.test("the example checks an answer in 15 lines of code", async () => {
  const [, code = ""] = /```js\n(.*?)```/s.exec(DOC) ?? [];
  assertEquals(code.split("\n").filter((line) => line !== "").length, 15);
  const { readAnswer } = await readExample();
  const key = await makeSigningKey();
  using _ = serving(key);
  const exp = Math.floor(Date.now() / 1000) + 60;
  const claims = { iss: AIKAGI, aud: HERE, exp, registered: true };
  const answer = (changed = {}) => signClaims(key, { ...claims, ...changed });
  assertEquals(await readAnswer(await answer(), HERE), true);
  const skipped = await answer({ registered: false });
  assertEquals(await readAnswer(skipped, HERE), false);
  for (const wrong of [{ iss: HERE }, { aud: AIKAGI }, { exp: exp - 61 }]) {
    assertEquals(await readAnswer(await answer(wrong), HERE), null);
  }
  const stranger = await makeSigningKey();
  const { publicKey } = key;
  const forged = await signClaims({ ...stranger, publicKey }, claims);
  assertEquals(await readAnswer(forged, HERE), null);
  const unknown = await signClaims(stranger, claims);
  await assertRejects(() => readAnswer(unknown, HERE));
  await assertRejects(() => readAnswer("no answer", HERE));
});

Deno.test("each key of the policy in docs/integrate.md is one", () => {
  const [, part = ""] = /## Switch it on(.*?)\n## /s.exec(DOC) ?? [];
  const cells = part.split("\n").filter((line) => /^\| `/.test(line))
    .map((line) => line.split("|")[1] ?? "");
  const named = cells.flatMap((cell) =>
    [...cell.matchAll(/`(\w+)`/g)].map(([, name = ""]) => name)
  );
  assert(named.length > 0);
  assertEquals(named.filter((name) => !(name in DEFAULT_POLICY)), []);
});
