import { assert, assertEquals, assertMatch } from "@std/assert";
import fc from "fast-check";
import { maskAddress } from "@/lib/domain/address_mask.ts";
import {
  type AddressFault,
  disguisedDomain,
  domainOf,
  isOwnAddress,
  readAddress,
} from "@/lib/domain/email_address.ts";

const LOCAL = "l".repeat(64);
const LABEL = `${"d".repeat(61)}.`;

const good: [what: string, typed: string, address: string][] = [
  ["a plain address", "ann@example.com", "ann@example.com"],
  ["blanks around it", " \u00a0ann@example.com\u3000", "ann@example.com"],
  ["a line end after it", "ann@example.com\r\n", "ann@example.com"],
  ["a domain in capitals", "A@EXAMPLE.com", "A@example.com"],
  ["a name in capitals", "Ann.Bo@example.com", "Ann.Bo@example.com"],
  ["a tag", "a+b@example.com", "a+b@example.com"],
  ["dots of a provider", "a.n.n@gmail.com", "a.n.n@gmail.com"],
  [
    "every sign of a name",
    "!#$%&'*+-/=?^_`{|}~@a.example",
    "!#$%&'*+-/=?^_`{|}~@a.example",
  ],
  ["full width", "ａｎｎ＠ｅｘａｍｐｌｅ．ｃｏｍ", "ann@example.com"],
  ["a Japanese dot", "ann@例え。jp", "ann@xn--r8jz45g.jp"],
  [
    "a domain beyond ASCII",
    "ann@münchen.example",
    "ann@xn--mnchen-3ya.example",
  ],
  [
    "the same in ASCII",
    "ann@XN--MNCHEN-3YA.example",
    "ann@xn--mnchen-3ya.example",
  ],
  ["a name beyond ASCII", "山田@例え.jp", "山田@xn--r8jz45g.jp"],
  ["a decomposed name", "jose\u0301@example.com", "josé@example.com"],
  ["an emoji", "💌@example.com", "💌@example.com"],
  ["an Arabic name", "علي@example.com", "علي@example.com"],
  [
    "a long top-level domain",
    "a@example.international",
    "a@example.international",
  ],
  ["64 octets before the @", `${LOCAL}@example.com`, `${LOCAL}@example.com`],
  [
    "254 octets in all",
    `${LOCAL}@${LABEL.repeat(3)}abc`,
    `${LOCAL}@${LABEL.repeat(3)}abc`,
  ],
];

for (const [what, typed, address] of good) {
  Deno.test(`readAddress() reads ${what}`, () => {
    assertEquals(readAddress(typed), { ok: true, address });
  });
}

const bad: [what: string, typed: string, why: AddressFault][] = [
  ["nothing", "", "empty"],
  ["blanks", " \u3000\t", "empty"],
  ["no @", "ann.example.com", "form"],
  ["nothing before it", "@example.com", "form"],
  ["nothing behind it", "ann@", "form"],
  ["no dot", "ann@example", "form"],
  ["this machine", "ann@localhost", "form"],
  ["two with a comma", "a@example.com, b@example.com", "several"],
  ["two with a semicolon", "a@example.com;b@example.com", "several"],
  ["two with a blank", "a@example.com b@example.com", "several"],
  ["two @", "a@b@example.com", "signs"],
  [
    "a header behind a line end",
    "a@example.com\r\nBcc: b@example.com",
    "signs",
  ],
  [
    "a command behind a line end",
    "a@x.example\nRCPT TO:<b@x.example>",
    "signs",
  ],
  ["a line end of Unicode", "a\u2028b@example.com", "signs"],
  ["a NUL", "a\0@example.com", "signs"],
  ["a turned direction", "a\u202eb@example.com", "signs"],
  ["an unseen joiner", "a\u200bb@example.com", "signs"],
  ["half a character", "a\ud800@example.com", "signs"],
  ["a quoted name", '"a b"@example.com', "signs"],
  ["a quoted control", '"a\\\r\nb"@example.com', "signs"],
  ["a quoted @", '"a@b"@example.com', "signs"],
  ["a comment", "ann(home)@example.com", "signs"],
  ["a display name", "Ann <ann@example.com>", "signs"],
  ["angle brackets", "<ann@example.com>", "signs"],
  ["a group", "us:ann@example.com", "signs"],
  ["a backslash", "a\\b@example.com", "signs"],
  ["a blank inside", "an n@example.com", "signs"],
  [
    "a Greek question mark, which is a semicolon",
    "a\u037eb@example.com",
    "signs",
  ],
  ["a dot at the start", ".ann@example.com", "dots"],
  ["a dot at the end", "ann.@example.com", "dots"],
  ["two dots in a row", "a..n@example.com", "dots"],
  ["a comment in the domain", "ann@example.com(x)", "domain"],
  ["a port", "ann@example.com:25", "domain"],
  ["a path", "ann@example.com/x", "domain"],
  ["a user of a URL", "ann@%65xample.com", "domain"],
  ["an address of a machine", "ann@192.0.2.1", "domain"],
  ["the same in another base", "ann@0x7f.1", "domain"],
  ["a literal", "ann@[192.0.2.1]", "domain"],
  ["a literal of IPv6", "ann@[IPv6:2001:db8::1]", "domain"],
  ["an underscore", "ann@a_b.example", "domain"],
  ["a hyphen at the start", "ann@-a.example", "domain"],
  ["a hyphen at the end", "ann@a-.example", "domain"],
  ["an empty label", "ann@a..example", "domain"],
  ["a dot behind", "ann@example.com.", "domain"],
  ["a label of 64", `ann@${"d".repeat(64)}.example`, "domain"],
  ["a top-level domain of digits", "ann@example.123", "domain"],
  ["bad punycode", "ann@xn--a-ecp.ru-\u00ad.example", "signs"],
  ["65 octets before the @", `l${LOCAL}@example.com`, "long"],
  ["22 characters of 66 octets", `${"字".repeat(22)}@example.com`, "long"],
  ["255 octets", `${LOCAL}@${LABEL.repeat(3)}abcd`, "long"],
  ["320 characters", `${LOCAL}@${"d.".repeat(127)}b`, "long"],
  ["100,000 characters", `${"a".repeat(100_000)}@example.com`, "long"],
];

for (const [what, typed, why] of bad) {
  Deno.test(`readAddress() refuses ${what}`, () => {
    assertEquals(readAddress(typed), { ok: false, why });
  });
}

Deno.test("readAddress() keeps look-alikes of other scripts apart", () => {
  const read = ["ann@example.com", "аnn@example.com", "ann@exаmple.com"]
    .map((typed) => readAddress(typed));
  assert(read.every(({ ok }) => ok));
  assertEquals(new Set(read.map((each) => JSON.stringify(each))).size, 3);
});

Deno.test("readAddress() takes any text, and its own answer again", () => {
  const parts = fc.string({ unit: "binary" });
  fc.assert(fc.property(parts, parts, parts, (a, b, c) => {
    for (
      const typed of [a, `${a}@${b}`, `${a}@${b}.example`, `x${a}@${b}.${c}`]
    ) {
      const read = readAddress(typed);
      if (!read.ok) continue;
      assertEquals(readAddress(read.address), read);
      assertMatch(read.address, /^[^\p{C}\s"(),:;<>@[\\\]]+@[a-z0-9.-]+$/u);
      assert(new TextEncoder().encode(read.address).length <= 254);
    }
  }));
});

Deno.test("readAddress() takes what fast-check makes by RFC 5322, if it is short enough", () => {
  fc.assert(fc.property(fc.emailAddress(), (typed) => {
    const read = readAddress(typed);
    assert(read.ok, `${typed} ${JSON.stringify(read)}`);
    assertEquals(domainOf(read.address), domainOf(typed).toLowerCase());
  }));
});

const owned: [string, readonly string[], string, boolean][] = [
  ["ann@example.com", [], "ann", false],
  ["ann@example.com", ["example.com"], "ann", true],
  ["ann@mail.example.com", ["example.com"], "ann", true],
  ["ann@notexample.com", ["example.com"], "ann", false],
  ["ann@example.com.example", ["example.com"], "ann", false],
  ["ann@xn--mnchen-3ya.example", ["xn--mnchen-3ya.example"], "ann", true],
  ["ann@example.com", [], "ann@example.com", true],
  ["ann@example.com", [], "Ann@EXAMPLE.com", true],
  ["ann+home@example.com", [], "ann@example.com", true],
  ["ben@example.com", [], "ann@example.com", false],
];

for (const [address, domains, userName, own] of owned) {
  Deno.test(`isOwnAddress() is ${own} of ${address} for ${userName} of ${domains}`, () => {
    assertEquals(isOwnAddress(address, domains, userName), own);
  });
}

const masked: [string, string][] = [
  ["ann@example.com", "a•••@e•••.com"],
  ["a@b.co.jp", "a•••@b•••.jp"],
  ["山田@xn--r8jz45g.jp", "山•••@例•••.jp"],
  ["👩‍🔬lab@example.com".normalize(), "👩‍🔬•••@e•••.com"],
];

for (const [address, shown] of masked) {
  Deno.test(`maskAddress() shows ${shown}`, () => {
    assertEquals(maskAddress(address), shown);
  });
}

Deno.test.each([
  ["p\u0430ypal.com", "xn--pypal-4ve.com"],
  ["mail.пример.example", "mail.xn--e1afmkfd.example"],
  ["paypal.com", null],
  ["a-xn--b.example", null],
])("disguisedDomain() of %j: %s", (domain, shown) => {
  const read = readAddress(`ann@${domain}`);
  assert(read.ok);
  assertEquals(disguisedDomain(read.address), shown);
});
