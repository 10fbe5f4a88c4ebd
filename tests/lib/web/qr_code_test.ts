import { assert, assertEquals, assertThrows } from "@std/assert";
import { correction, generate } from "lean-qr";
import { qrCode } from "@/lib/web/qr_code.ts";

const ADDRESS =
  "otpauth://totp/Aikagi:demo?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Aikagi";

/** The dark squares that a path draws, as "x,y". */
function squares(path: string): Set<string> {
  const drawn = new Set<string>();
  const [, startX, startY, rest = ""] = /^M(\d+) ([\d.]+)(.*)$/.exec(path) ??
    [];
  let [x, y] = [Number(startX), Number(startY) - 0.5];
  for (const [, dx, dy, run] of rest.matchAll(/m(-?\d+) (\d+)h(\d+)/g)) {
    x += Number(dx);
    y += Number(dy);
    for (const end = x + Number(run); x < end; x++) drawn.add(`${x},${y}`);
  }
  return drawn;
}

for (const text of [ADDRESS, "A", "x".repeat(600)]) {
  Deno.test(`qrCode() draws every dark square of ${text.length} characters, and no other`, () => {
    const { size, path } = qrCode(text);
    const code = generate(text, { minCorrectionLevel: correction.M });
    assertEquals(size, code.size + 8);
    const dark = new Set<string>();
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        if (code.get(x - 4, y - 4)) dark.add(`${x},${y}`);
      }
    }
    assert(dark.size > 100);
    assertEquals(squares(path), dark);
  });
}

Deno.test("qrCode() has the three corners and a quiet zone", () => {
  const { size, path } = qrCode(ADDRESS);
  const drawn = squares(path);
  for (const [x, y] of [[4, 4], [size - 5, 4], [4, size - 5]] as const) {
    assert(drawn.has(`${x},${y}`));
  }
  const places = [...drawn].map((at) => at.split(",").map(Number)).flat();
  assertEquals([Math.min(...places), Math.max(...places)], [4, size - 5]);
});

Deno.test("qrCode() refuses more than a picture holds", () => {
  assertThrows(() => qrCode("x".repeat(3000)));
});
