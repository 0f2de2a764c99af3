import type { ProcessView } from '../view/frame.ts';
import type { RingKind } from './glyphs.ts';
import type { StageWords } from './words.ts';

/** How a process's ring looks. States that no ring is made for look like FOLLOWING. */
export const ringKind = (process: Pick<ProcessView, 'liveness' | 'state'>): RingKind => {
  if (process.liveness !== 'up') return process.liveness;
  switch (process.state) {
    case 'LOOKING':
    case 'LOADING':
      return 'looking';
    case 'READ-ONLY':
      return 'reading';
    case 'LEADING':
      return 'leading';
    case 'STANDALONE':
      return 'standalone';
    case 'OBSERVING':
      return 'observing';
    default:
      return 'following';
  }
};

/** Kinds that have the colour of another, and a shape of their own. */
const COLOUR_OF: Partial<Readonly<Record<RingKind, RingKind>>> = {
  standalone: 'leading',
  reading: 'looking',
};

/** Class of the ring's group. */
export const ringClass = (kind: RingKind): string => `srv ${COLOUR_OF[kind] ?? kind}`;

/** Class that colours a state's word. */
export const wordClass = (kind: RingKind): string =>
  kind === 'paused' || kind === 'off' ? 'w-crashed' : `w-${COLOUR_OF[kind] ?? kind}`;

/** The word under a ring: a field term, or a word of the language. */
export const stateWord = (process: ProcessView, words: StageWords): string => {
  switch (process.liveness) {
    case 'up':
      return process.state;
    case 'crashed':
      return words.crashed;
    case 'paused':
      return words.paused;
    case 'off':
      return words.notStarted;
  }
};

/** Whether it can send and receive at all. */
export const isDown = (process: ProcessView | undefined): boolean =>
  process === undefined || process.liveness === 'crashed' || process.liveness === 'off';

/** What a process is called as the end of a link: by its number where its name is made of it. */
export const linkEnd = ({ pid, name }: Pick<ProcessView, 'pid' | 'name'>): string =>
  name.endsWith(`${pid}`) ? `${pid}` : name;
