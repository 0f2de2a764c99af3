import type { Answer } from '../../view/command.ts';
import { pause, send } from './actions.ts';

let wanted: number | null = null;
let underWay: Promise<Answer> | null = null;

const follow = async (): Promise<Answer> => {
  for (;;) {
    const position = wanted ?? 0;
    wanted = null;
    // One question at a time: while it is under way, newer wishes replace each other.
    const answer = await send({ type: 'seek', position });
    if (wanted === null) return answer;
  }
};

/** Goes to a position; while a drag asks faster than answers come, the latest wish wins. */
export const seekTo = (position: number): Promise<Answer> => {
  pause();
  wanted = position;
  underWay ??= follow().finally(() => {
    underWay = null;
  });
  return underWay;
};
