/**
 * From where a request comes, as a block of addresses: what limits count by.
 *
 * @module
 */

/**
 * The block of the caller: /24 of IPv4, /48 of IPv6. `proxies` is how many
 * trusted proxies append to `X-Forwarded-For`; with 0 the header is the
 * caller's own words and is not read (OWASP ASVS 4.1.3).
 */
export function clientBlock(
  peer: string,
  forwardedFor: string | null,
  proxies: number,
): string {
  const hops = (forwardedFor ?? "").split(",").map((hop) => hop.trim());
  const address = proxies > 0 ? hops.at(-proxies) || peer : peer;
  return blockOf(address);
}

function blockOf(address: string): string {
  const plain = address.replace(/^\[|\](:\d+)?$/g, "").replace(/%.*$/, "");
  const mapped = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+(?::\d+)?$/i.exec(plain);
  if (mapped) return `${mapped[1]}.0/24`;
  return isIpv6(plain) ? `${expand(plain).slice(0, 3).join(":")}::/48` : "?";
}

function isIpv6(text: string): boolean {
  return text.includes(":") && URL.canParse(`http://[${text}]/`);
}

/** The eight groups of an IPv6 address, without leading zeros. */
function expand(address: string): string[] {
  const host = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = "", tail] = host.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(gap).fill("0"), ...right];
}
