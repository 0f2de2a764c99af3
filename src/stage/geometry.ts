/** Boxes, and how wide a text is without asking a browser. */

/** A box by its top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A quadratic curve; its control point lies in the middle when it is straight. */
export interface Curve {
  readonly x0: number;
  readonly y0: number;
  readonly cx: number;
  readonly cy: number;
  readonly x1: number;
  readonly y1: number;
}

/** The same way, from its end to its beginning. */
export const reversed = ({ x0, y0, cx, cy, x1, y1 }: Curve): Curve => ({
  x0: x1,
  y0: y1,
  cx,
  cy,
  x1: x0,
  y1: y0,
});

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Whether two boxes share more than an edge, with `gap` kept free between them. */
export const overlaps = (a: Box, b: Box, gap = 0): boolean =>
  a.x < b.x + b.width + gap &&
  b.x < a.x + a.width + gap &&
  a.y < b.y + b.height + gap &&
  b.y < a.y + a.height + gap;

/** Area that two boxes share. */
export const sharedArea = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

const NARROW = new Set(" .,:;!|'il·jtf()[]/");

const WIDE = new Set('mwMW@%');

/**
 * Width of a text in drawing units, about what the widest of the common system fonts needs: 0.6 em a
 * Latin letter, 0.72 a capital, 0.35 a narrow one, 0.95 a wide one, 1 em a CJK one. The same on every
 * machine.
 */
export const textWidth = (content: string, size: number): number => {
  let em = 0;
  for (const letter of content) {
    const code = letter.codePointAt(0) ?? 0;
    if (code >= 0x2e80) em += 1;
    else if (NARROW.has(letter)) em += 0.35;
    else if (WIDE.has(letter)) em += 0.95;
    else if ((letter >= 'A' && letter <= 'Z') || code >= 0x2190) em += 0.72;
    else em += 0.6;
  }
  return em * size;
};

/** Bold letters are that much wider than plain ones, in the widest of the common system fonts. */
const BOLD = 1.12;

/** Width of a text in bold letters. */
export const boldWidth = (content: string, size: number): number => BOLD * textWidth(content, size);

/** Width of a text in letters of one width: CJK ones take two places. */
const monoWidth = (content: string, size: number): number => {
  let places = 0;
  for (const letter of content) places += (letter.codePointAt(0) ?? 0) >= 0x2e80 ? 2 : 1;
  return places * 0.61 * size;
};

const WIDTHS = { plain: textWidth, bold: boldWidth, mono: monoWidth };

/** A text cut to fit, with an ellipsis; `mono`: in letters of one width. */
export const trimmed = (
  content: string,
  width: number,
  size: number,
  letters: 'plain' | 'bold' | 'mono' = 'plain',
): string => {
  const wide = WIDTHS[letters];
  if (wide(content, size) <= width) return content;
  let kept = content;
  while (kept.length > 1 && wide(`${kept}…`, size) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
};

/** A text in letters of one width, cut to fit: its beginning and its end stay, which tell it from others. */
export const trimmedInside = (content: string, width: number, size: number): string => {
  if (monoWidth(content, size) <= width) return content;
  const kept = Math.max(2, Math.floor(width / monoWidth('x', size)) - 1);
  const tail = Math.floor(kept / 3) || 1;
  return `${content.slice(0, kept - tail)}…${content.slice(-tail)}`;
};
