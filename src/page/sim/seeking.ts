import type { Answer } from '../../view/command.ts';
import { pause, send } from './actions.ts';

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
  wanted = { position, ...(ended !== undefined && { ended }) };
  underWay ??= follow().finally(() => {
    underWay = null;
  });
  return underWay;
};
