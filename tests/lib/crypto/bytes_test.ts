import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { Buffer } from "node:buffer";
import {
  concat,
  fromBase64,
  isSame,
  isSameText,
  toBase64url,
} from "@/lib/crypto/bytes.ts";

const bytes = fc.uint8Array({ maxLength: 70 });

Deno.test("toBase64url() and fromBase64() do what Node's Buffer does", () => {
  fc.assert(fc.property(bytes, (some) => {
    const buffer = Buffer.from(some);
    assertEquals(toBase64url(some), buffer.toString("base64url"));
    for (const encoding of ["base64url", "base64"] as const) {
      const text = buffer.toString(encoding);
      assertEquals(fromBase64(text), new Uint8Array(some));
      assertEquals(fromBase64(text.replaceAll("=", "")), new Uint8Array(some));
    }
  }));
});

Deno.test.each(["A", "AAAAA", "A A=", "AA\n", "AA===", "==AA", "é", "AA.A"])(
  "fromBase64() refuses %j",
  (text) => {
    assertEquals(fromBase64(text), null);
  },
);

Deno.test("isSame() is true for the same bytes alone", () => {
  fc.assert(fc.property(bytes, bytes, (a, b) => {
    assert(isSame(a, new Uint8Array(a)));
    assertEquals(isSame(a, b), Buffer.compare(a, b) === 0);
  }));
});

Deno.test("isSame() tells longer bytes that begin the same, zeros included", () => {
  assert(!isSame(new Uint8Array(2), new Uint8Array(3)));
  assert(!isSame(new Uint8Array(3), new Uint8Array(2)));
});

Deno.test("isSameText() is true for the same text alone", () => {
  const text = fc.string({ maxLength: 9 });
  fc.assert(fc.property(text, text, (a, b) => {
    assert(isSameText(a, a));
    assertEquals(isSameText(a, b), a === b);
    assert(!isSameText(a, `${a}\0`));
    assert(!isSameText(`${a}\0`, a));
  }));
});

Deno.test("concat() keeps all parts in their order", () => {
  fc.assert(fc.property(fc.array(bytes), (parts) => {
    assertEquals(concat(parts), new Uint8Array(Buffer.concat(parts)));
  }));
});
