import type { Answer } from '../../view/command.ts';
import { pause, send } from './actions.ts';
import { sweep } from './sweep.ts';

interface Wish {
  readonly position: number;
  readonly ended?: number;
}

let wanted: Wish | null = null;
let underWay: Promise<Answer> | null = null;

const follow = async (): Promise<Answer> => {
  for (;;) {
    const wish: Wish = wanted ?? { position: 0 };
    wanted = null;
    // One question at a time: while it is under way, newer wishes replace each other.
    const answer = await send({ type: 'seek', ...wish });
    if (wanted === null) return answer;
  }
};

/**
 * Goes to a position; while a drag asks faster than answers come, the latest wish wins.
 * @param ended the lesson's step that is shown where it has just ended; left out, the next one
 */
export const seekTo = (position: number, ended?: number): Promise<Answer> => {
  pause();
  sweep.wished(underWay !== null);
  wanted = { position, ...(ended !== undefined && { ended }) };
  underWay ??= follow().finally(() => {
    underWay = null;
    sweep.arrived();
  });
  return underWay;
};

/** The timeline is pressed: it may become a drag. */
export const takeHold = (): void => sweep.hold();

/** Who has dragged the timeline lets it go: the place that is or will be there is the one to look at. */
export const letGo = async (): Promise<void> => {
  await underWay;
  sweep.letGo();
};
