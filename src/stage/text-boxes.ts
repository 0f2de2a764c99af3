import { textWidth } from './geometry.ts';
import type { Box } from './geometry.ts';
import type { Shape } from './shape.ts';

/** Where the words of a drawing stand: labels of messages keep off them, and tests look. */

const SIZES: Record<string, number> = { xs: 12, s: 13, m: 15, l: 18, xl: 22, word: 13 };

/** Font size of a text, in drawing units. */
export const sizeOf = (shape: Shape): number =>
  shape.style?.fontSize ??
  shape.className
    ?.split(' ')
    .map((one) => SIZES[one])
    .find((size) => size !== undefined) ??
  13;

/** Boxes of all texts, where the groups' translations put them. */
export const textBoxes = (
  shapes: readonly Shape[],
  dx = 0,
  dy = 0,
): readonly (Box & { readonly text: string })[] =>
  shapes.flatMap((shape) => {
    const moved = /translate\(([-\d.]+) ([-\d.]+)\)/.exec(shape.transform ?? '');
    const x0 = dx + Number(moved?.[1] ?? 0);
    const y0 = dy + Number(moved?.[2] ?? 0);
    if (shape.type === 'group') return textBoxes(shape.children, x0, y0);
    if (shape.type !== 'text') return [];
    const size = sizeOf(shape);
    // The metric errs on the wide side; letters that touch are what counts.
    const width = textWidth(shape.text, size) * 0.92;
    const back = shape.anchor === 'middle' ? width / 2 : shape.anchor === 'end' ? width : 0;
    const y = y0 + shape.y - size * 0.75;
    return [{ text: shape.text, x: x0 + shape.x - back, y, width, height: size * 0.8 }];
  });
