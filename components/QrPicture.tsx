import type { JSX } from "preact";

/** A QR code as lines. */
export interface Picture {
  /** Squares along each side, the quiet zone included. */
  size: number;
  /** Lines of width 1 along the middles of the dark squares. */
  path: string;
}

/** Props of {@linkcode QrPicture}. */
export interface QrPictureProps {
  /** What a screen reader says. */
  name: string;
  picture: Picture;
}

/** Pixels of a square: cameras read it off a screen at arm's length. */
const SQUARE = 5;

/** A QR code: black on white in every mode, since few cameras read the reverse. */
export function QrPicture(
  { name, picture: { size, path } }: QrPictureProps,
): JSX.Element {
  return (
    <svg
      role="img"
      aria-label={name}
      class="max-w-full"
      width={size * SQUARE}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path stroke="#000" d={path} />
    </svg>
  );
}
