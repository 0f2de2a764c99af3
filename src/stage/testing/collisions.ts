import { overlaps } from '../geometry.ts';
import type { Shape } from '../shape.ts';
import { textBoxes } from '../text-boxes.ts';

/** Pairs of texts that lie over each other. */
export const collisions = (shapes: readonly Shape[]): readonly string[] => {
  const boxes = textBoxes(shapes);
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => overlaps(a, b))
      .map((b) => `"${a.text}" and "${b.text}"`),
  );
};
