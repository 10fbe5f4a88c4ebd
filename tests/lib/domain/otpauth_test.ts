import { assert, assertEquals } from "@std/assert";
import { URI } from "otpauth";
import { otpauthAddress } from "@/lib/domain/otpauth.ts";

const SEED = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

Deno.test("otpauthAddress() is read by another implementation as it is meant", () => {
  const read = URI.parse(otpauthAddress("ann@key.example", SEED));
  assertEquals(
    [read.issuer, read.label, read.secret.base32],
    ["Aikagi", "ann@key.example", SEED],
  );
  assert("period" in read);
  assertEquals([read.algorithm, read.digits, read.period], ["SHA1", 6, 30]);
});

const NAMES: readonly [what: string, name: string, label: string][] = [
  ["a colon", "org:ann", "org ann"],
  ["a query", "ann?secret=A&issuer=Evil#", "ann?secret=A&issuer=Evil#"],
  ["slashes", "../../ann", "../../ann"],
  ["line breaks", "ann\r\nben", "ann  ben"],
  ["a turn of direction", "ann\u202Enab", "ann nab"],
  ["half a pair", "ann\uD83D", "ann"],
  ["Japanese", "相川さん", "相川さん"],
  ["10,000 emoji", "🗝".repeat(10_000), "🗝".repeat(40)],
];

for (const [what, name, label] of NAMES) {
  Deno.test(`otpauthAddress() takes a name with ${what}`, () => {
    const address = otpauthAddress(name, SEED);
    assert(/^[!-~]+$/.test(address) && address.length < 600, address);
    const path = new URL(address).pathname.replace(/^.*Aikagi:/, "");
    assertEquals(decodeURIComponent(path), label);
    assertEquals(new URL(address).searchParams.get("secret"), SEED);
    assertEquals(new URL(address).searchParams.getAll("issuer"), ["Aikagi"]);
  });
}
