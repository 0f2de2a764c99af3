import type { MessageView } from '../view/frame.ts';
import type { Pid } from '../view/time.ts';
import { isLie } from './spoken.ts';
import { HIDDEN } from './veil.ts';
import type { StageWords } from './words.ts';

/** Accessible name of a message: `order A from C to L1`; of a lie, that it is one. */
export const messageName = (
  { kind, label, shape, from, to, piled }: MessageView,
  veil: boolean,
  words: StageWords,
  name: (pid: Pid) => string,
): string => {
  const said = words.message(kind, veil ? HIDDEN : label, name(from), name(to), piled);
  return isLie(shape) ? `${said}, ${words.spoken('lie')}` : said;
};
