import { assertEquals } from "@std/assert";
import { clientBlock } from "@/lib/web/client_block.ts";

const cases: [string, string | null, number, string][] = [
  ["203.0.113.9", null, 0, "203.0.113.0/24"],
  ["203.0.113.9", "198.51.100.7", 0, "203.0.113.0/24"],
  ["10.0.0.1", "198.51.100.7", 1, "198.51.100.0/24"],
  ["10.0.0.1", "192.0.2.1, 198.51.100.7", 1, "198.51.100.0/24"],
  ["10.0.0.1", "192.0.2.1, 198.51.100.7", 2, "192.0.2.0/24"],
  ["10.0.0.1", null, 1, "10.0.0.0/24"],
  ["10.0.0.1", "198.51.100.7", 2, "10.0.0.0/24"],
  ["10.0.0.1", "198.51.100.7:4711", 1, "198.51.100.0/24"],
  ["::ffff:203.0.113.9", null, 0, "203.0.113.0/24"],
  ["2001:db8:1:2::5", null, 0, "2001:db8:1::/48"],
  ["2001:0db8:0001:ffff:1:2:3:4", null, 0, "2001:db8:1::/48"],
  ["::1", null, 0, "0:0:0::/48"],
  ["fe80::1%eth0", null, 0, "fe80:0:0::/48"],
  ["10.0.0.1", "[2001:db8:1::5]:443", 1, "2001:db8:1::/48"],
  ["10.0.0.1", "unknown", 1, "?"],
  ["", null, 0, "?"],
];

for (const [peer, header, proxies, block] of cases) {
  const what = JSON.stringify([peer, header, proxies]);
  Deno.test(`clientBlock() reads ${what} as ${block}`, () => {
    assertEquals(clientBlock(peer, header, proxies), block);
  });
}
