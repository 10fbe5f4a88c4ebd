import {
  assert,
  assertEquals,
  assertMatch,
  assertNotEquals,
} from "@std/assert";
import { keyring } from "@/lib/crypto/keyring.ts";
import { passwordHasher } from "@/lib/crypto/password_hash.ts";
import { hashSecret, isSecret } from "@/lib/crypto/slow_secret.ts";
import { cheapHasher } from "@/tests/support/cheap_hasher.ts";

const key = (id: string, fill: number) => ({
  id,
  secret: new Uint8Array(32).fill(fill),
});
const hasher = cheapHasher();
const old = { hasher, keyring: keyring([key("k1", 1)]) };
const rotated = { hasher, keyring: keyring([key("k2", 2), key("k1", 1)]) };
const SECRET = { purpose: "answer", parts: ["a-ann", "lost", "the pond"] };

Deno.test("hashSecret() names its key, and its PHC string has its own salt", async () => {
  const hashes = [await hashSecret(old, SECRET), await hashSecret(old, SECRET)];
  assertMatch(hashes[0] ?? "", /^k1\.\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  assertNotEquals(hashes[0], hashes[1]);
});

Deno.test("isSecret() knows the secret, under an older key as well", async () => {
  const hash = await hashSecret(old, SECRET);
  assert(await isSecret(old, hash, SECRET));
  assert(await isSecret(rotated, hash, SECRET));
  assertMatch(await hashSecret(rotated, SECRET), /^k2\./);
});

Deno.test("isSecret() knows no other purpose, owner, question or text", async () => {
  const hash = await hashSecret(old, SECRET);
  for (
    const wrong of [
      { ...SECRET, purpose: "recovery code" },
      { ...SECRET, parts: ["a-ben", "lost", "the pond"] },
      { ...SECRET, parts: ["a-ann", "tree", "the pond"] },
      { ...SECRET, parts: ["a-ann", "lost", "the pon"] },
      { ...SECRET, parts: ["a-ann", "lostthe pond"] },
    ]
  ) assertEquals(await isSecret(old, hash, wrong), false);
});

Deno.test("isSecret() does the same work without a hash, and without its key", async () => {
  let work = 0;
  const counting = {
    ...old,
    hasher: passwordHasher({
      random: (bytes) => new Uint8Array(bytes),
      cores: 1,
      compute: Promise.resolve(() => {
        work++;
        return Promise.resolve(new Uint8Array(32));
      }),
    }),
  };
  const foreign = await hashSecret(
    { hasher, keyring: keyring([key("k9", 9)]) },
    SECRET,
  );
  for (const hash of [null, foreign, await hashSecret(old, SECRET)]) {
    const before = work;
    assertEquals(await isSecret(counting, hash, SECRET), false);
    assertEquals(work, before + 1);
  }
});
