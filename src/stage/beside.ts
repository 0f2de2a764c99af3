import { at, group, rect } from './shape.ts';
import type { Drawing } from './shape.ts';

/** Room on either side of the line between two drawings. */
const GAP = 12;

/** Two drawings as one, the second to the right of the first, behind a hairline where `ruled`. */
export const beside = (left: Drawing, right: Drawing, ruled = true): Drawing => {
  const height = Math.max(left.height, right.height);
  const x = left.width + (ruled ? 2 * GAP : 0);
  return {
    width: x + right.width,
    height,
    shapes: [
      group(left.shapes, { key: 'left' }),
      ...(ruled ? [rect(left.width + GAP, 0, 1, height, { style: { fill: 'var(--rule)' } })] : []),
      group(right.shapes, { key: 'right', transform: at(x, 0) }),
    ],
  };
};

/** Two drawings as one, the second below the first. */
export const above = (upper: Drawing, lower: Drawing): Drawing => ({
  width: Math.max(upper.width, lower.width),
  height: upper.height + lower.height,
  shapes: [
    group(upper.shapes, { key: 'upper' }),
    group(lower.shapes, { key: 'lower', transform: at(0, upper.height) }),
  ],
});

/** A drawing with room kept free on both its sides and above it. */
export const inset = ({ width, height, shapes }: Drawing, aside: number, top: number): Drawing => ({
  width: width + 2 * aside,
  height: height + top,
  shapes: [group(shapes, { transform: at(aside, top) })],
});
