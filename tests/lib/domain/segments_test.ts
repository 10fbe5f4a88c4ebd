import { assertEquals } from "@std/assert";
import { type Segments, segments } from "@/lib/domain/segments.ts";

type Row = [name: string, text: string, segments: Segments];

const gsm7 = (units: number, segments: number): Segments => ({
  encoding: "gsm7",
  units,
  segments,
});
const ucs2 = (units: number, segments: number): Segments => ({
  encoding: "ucs2",
  units,
  segments,
});

const ROWS: Row[] = [
  ["nothing", "", gsm7(0, 1)],
  ["plain letters", "Hello\r\n", gsm7(7, 1)],
  ["the GSM alphabet's own letters", "àèéìòùÇØøÅåÆæßÉÄÖÑÜ§¿äöñü", gsm7(25, 1)],
  ["an extended character, which costs two", "€", gsm7(2, 1)],
  ["all ten extended characters", "\f^{}\\[~]|€", gsm7(20, 1)],
  ["160 septets", "a".repeat(160), gsm7(160, 1)],
  ["161 septets", "a".repeat(161), gsm7(161, 2)],
  ["159 and an extended one", "a".repeat(159) + "€", gsm7(161, 2)],
  ["two full parts", "a".repeat(306), gsm7(306, 2)],
  ["one more than two parts", "a".repeat(307), gsm7(307, 3)],
  [
    "an extended one across the end of a part",
    "a".repeat(152) + "€" + "a".repeat(152),
    gsm7(306, 3),
  ],
  ["a small ç, which GSM-7 lacks", "reçu", ucs2(4, 1)],
  ["a typographic apostrophe", "It’s", ucs2(4, 1)],
  ["a grave accent", "`", ucs2(1, 1)],
  ["70 units", "あ".repeat(70), ucs2(70, 1)],
  ["71 units", "あ".repeat(71), ucs2(71, 2)],
  ["two full parts of UCS-2", "あ".repeat(134), ucs2(134, 2)],
  ["one more than that", "あ".repeat(135), ucs2(135, 3)],
  ["an emoji, which is two units", "🔑", ucs2(2, 1)],
  [
    "an emoji across the end of a part",
    "あ".repeat(66) + "🔑" + "あ".repeat(66),
    ucs2(134, 3),
  ],
];

for (const [name, text, expected] of ROWS) {
  Deno.test(`segments() counts ${name}`, () => {
    assertEquals(segments(text), expected);
  });
}
