import type { MessageShape } from '../view/frame.ts';
import { trimmed } from './geometry.ts';
import { at, group } from './shape.ts';
import type { Drawing } from './shape.ts';
import { labelledSlip, labelRoom, SLIP_HEIGHT, slipWidth } from './slips.ts';

const SIZE = 13;
/** Round the shape, for its line. */
const RIM = 1.5;

/** A message as it looks on the stage, for a list: no wider than `most`, its label cut if need be. */
export const messageMark = (
  shape: MessageShape,
  content: string,
  claim: number | null,
  most: number,
): Drawing => {
  const label = trimmed(content, labelRoom(shape, most - 2 * RIM), SIZE, 'bold');
  const width = slipWidth(shape, label) + 2 * RIM;
  const height = SLIP_HEIGHT + 2 * RIM;
  return {
    shapes: [
      group(labelledSlip(shape, label, claim, false), {
        className: `msg ${shape}`,
        transform: at(width / 2, height / 2),
        ...(label === content ? {} : { title: content }),
      }),
    ],
    width,
    height,
  };
};
