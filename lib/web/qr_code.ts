/**
 * QR codes (ISO/IEC 18004) as one SVG path: about 450 bytes on the wire, where a
 * shape for each module would be 1,300 and outlines 2,200.
 *
 * @module
 */
import { correction, generate } from "lean-qr";

/** A picture of squares. */
export interface QrCode {
  /** Squares along each side, the quiet zone included. */
  size: number;
  /** Lines of width 1 along the middles of the dark squares: SVG path data. */
  path: string;
}

/** Light squares on every side (ISO/IEC 18004 §9.1). */
const QUIET = 4;

/** The picture of a text, of which 15 % may be lost. Throws for more than about 2,300 bytes. */
export function qrCode(text: string): QrCode {
  const code = generate(text, { minCorrectionLevel: correction.M });
  const lines: string[] = [];
  let from = { x: 0, y: 0 };
  for (const run of runs(code)) {
    lines.push(`m${run.x - from.x} ${run.y - from.y}h${run.length}`);
    from = { x: run.x + run.length, y: run.y };
  }
  const start = `M${QUIET} ${QUIET}.5`;
  return { size: code.size + 2 * QUIET, path: start + lines.join("") };
}

/** The dark squares, row by row, each row's neighbours together. */
function* runs(
  { size, get }: { size: number; get(x: number, y: number): boolean },
): Generator<{ x: number; y: number; length: number }> {
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const start = x;
      while (get(x, y)) x++;
      if (x > start) yield { x: start, y, length: x - start };
    }
  }
}
