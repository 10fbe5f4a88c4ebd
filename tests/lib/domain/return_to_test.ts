import { assertEquals } from "@std/assert";
import { readReturnTo, withAnswer } from "@/lib/domain/return_to.ts";

const SITE = {
  own: "https://key.example",
  allowed: ["https://app.example", "https://hr.example:8443"],
};

const TAKEN: [text: string, href: string, origin: string][] = [
  ["/", "https://key.example/", "https://key.example"],
  ["/change?a=b", "https://key.example/change?a=b", "https://key.example"],
  ["https://key.example/x", "https://key.example/x", "https://key.example"],
  ["https://app.example", "https://app.example/", "https://app.example"],
  [
    "https://APP.example/x?y=1#z",
    "https://app.example/x?y=1#z",
    SITE.allowed[0] ?? "",
  ],
  ["https://app.example:443/x", "https://app.example/x", "https://app.example"],
  [
    "https://hr.example:8443/",
    "https://hr.example:8443/",
    "https://hr.example:8443",
  ],
];

for (const [text, href, origin] of TAKEN) {
  Deno.test(`readReturnTo() takes ${text}`, () => {
    const read = readReturnTo(text, SITE);
    assertEquals([read?.href, read?.origin], [href, origin]);
    assertEquals(readReturnTo(read?.text ?? "", SITE), read);
  });
}

Deno.test.each([
  [""],
  ["//evil.example"],
  ["///evil.example"],
  ["/\\evil.example"],
  ["\\\\evil.example"],
  ["https:evil.example"],
  ["https:/evil.example"],
  ["https:\\\\evil.example"],
  ["https://evil.example"],
  ["https://app.example.evil.example/"],
  ["https://app.example@evil.example/"],
  ["https://app.example:x@evil.example/"],
  ["https://x@app.example/"],
  ["https://app.example\\@evil.example/"],
  ["https://app.example%2eevil.example/"],
  ["https://app.example:444/"],
  ["https://hr.example/"],
  ["http://app.example/"],
  ["HTTPS://app.example/"],
  ["//app.example/"],
  [" https://app.example/"],
  ["https://app.example/\nx"],
  ["/\t/evil.example"],
  ["/ x"],
  ["javascript:alert(1)"],
  ["data:text/html,x"],
  ["https://app.example/\u00e9"],
  ["https://ａpp.example/"],
  ["register"],
  ["?x"],
  ["https://app.example/?aikagi=forged"],
  ["https://app.example/?a%69kagi=forged"],
  ["/?aikagi=forged"],
  [`https://app.example/${"x".repeat(1000)}`],
])("readReturnTo() ignores %j", (text) => {
  assertEquals(readReturnTo(text, SITE), null);
});

Deno.test.each([
  ["https://a.example/", "https://a.example/?aikagi=J"],
  ["https://a.example/?x=%20+1", "https://a.example/?x=%20+1&aikagi=J"],
  ["https://a.example/?x#y#z", "https://a.example/?x&aikagi=J#y#z"],
])("withAnswer() puts the answer into %s", (href, expected) => {
  assertEquals(withAnswer({ href }, "J"), expected);
});
