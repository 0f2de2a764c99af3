import { LEVEL } from '../arrange.ts';
import type { Arrangement, MessageSize } from '../arrange.ts';
import type { Box } from '../geometry.ts';

/** The box of message `i`. */
export const arrangedBox = (arrangement: Arrangement, size: MessageSize, i: number): Box => {
  const width = arrangement.levels[i] === LEVEL.full ? size.full : size.short;
  return {
    x: (arrangement.places[i * 2] ?? 0) - width / 2,
    y: (arrangement.places[i * 2 + 1] ?? 0) + size.shift - size.height / 2,
    width,
    height: size.height,
  };
};
