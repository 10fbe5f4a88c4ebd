/**
 * Pictures of pages in a palette: flat colours and grey edges need no more, and
 * the file is a third of its size.
 *
 * @module
 */
import { crc32, deflateSync } from "node:zlib";
import type { Page } from "playwright-core";

/** A picture in colours of 256 at most. */
interface Indexed {
  width: number;
  height: number;
  /** Red, green, blue. */
  palette: number[];
  /** For each pixel its place in the palette. */
  pixels: number[];
}

/** PNG, section 5.2. */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Eight bits for a pixel, and they name a colour of the palette (PNG, 11.2.1). */
const PALETTE = [8, 3, 0, 0, 0];

/** The picture in a palette; `page` decodes it and is left as it was. */
export async function palettePng(
  page: Page,
  png: Uint8Array,
): Promise<Uint8Array> {
  const image = await page.evaluate(READ, png.toBase64());
  const rows = Array.from({ length: image.height }, (_, y) => {
    const start = y * image.width;
    // Zero: the row stands as it is (PNG, 9.2).
    return [0, ...image.pixels.slice(start, start + image.width)];
  });
  const data = deflateSync(Uint8Array.from(rows.flat()), { level: 9 });
  const head = [...uint32(image.width), ...uint32(image.height), ...PALETTE];
  return Uint8Array.from([
    ...SIGNATURE,
    ...chunk("IHDR", head),
    ...chunk("PLTE", image.palette),
    ...chunk("IDAT", data),
    ...chunk("IEND", []),
  ]);
}

function chunk(type: string, data: Iterable<number>): number[] {
  const body = [...new TextEncoder().encode(type), ...data];
  const sum = crc32(Uint8Array.from(body));
  return [...uint32(body.length - type.length), ...body, ...uint32(sum)];
}

function uint32(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
}

/** Runs in the page. Colours are rounded to steps of 17, which edges of letters bear. */
async function READ(base64: string): Promise<Indexed> {
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const { width, height } = image;
  const canvas = new OffscreenCanvas(width, height).getContext("2d");
  if (canvas === null) throw new Error("no canvas");
  canvas.drawImage(image, 0, 0);
  const { data } = canvas.getImageData(0, 0, width, height);
  const places = new Map<number, number>();
  const pixels: number[] = [];
  for (let i = 0; i < data.length; i += 4) {
    const [red = 0, green = 0, blue = 0] = data.slice(i, i + 3)
      .map((each) => Math.min(255, Math.round(each / 17) * 17));
    const color = (red << 16) | (green << 8) | blue;
    const place = places.get(color) ?? places.size;
    places.set(color, place);
    pixels.push(place);
  }
  if (places.size > 256) throw new Error(`${places.size} colours`);
  const palette = [...places.keys()]
    .flatMap((color) => [color >> 16, (color >> 8) & 0xff, color & 0xff]);
  return { width, height, palette, pixels };
}
