import { pause, send } from './actions.ts';

let wanted: number | null = null;
let underWay = false;

const next = async (): Promise<void> => {
  underWay = true;
  while (wanted !== null) {
    const position = wanted;
    wanted = null;
    // One question at a time: while it is under way, newer wishes replace each other.
    // oxlint-disable-next-line no-await-in-loop
    await send({ type: 'seek', position });
  }
  underWay = false;
};

/** Goes to a position; while a drag asks faster than answers come, the latest wish wins. */
export const seek = (position: number): void => {
  pause();
  wanted = position;
  if (!underWay) void next();
};
