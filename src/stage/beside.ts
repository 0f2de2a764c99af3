import { at, group, rect } from './shape.ts';
import type { Drawing } from './shape.ts';

/** Room on either side of the line between two drawings. */
const GAP = 12;

/** Two drawings as one, the second to the right of the first behind a hairline. */
export const beside = (left: Drawing, right: Drawing): Drawing => {
  const height = Math.max(left.height, right.height);
  const x = left.width + GAP;
  return {
    width: x + GAP + right.width,
    height,
    shapes: [
      group(left.shapes, { key: 'left' }),
      rect(x, 0, 1, height, { style: { fill: 'var(--rule)' } }),
      group(right.shapes, { key: 'right', transform: at(x + GAP, 0) }),
    ],
  };
};
