import { timeParts } from './time-text.ts';
import type { TimeUnit } from './time-text.ts';
import { drawnWords } from './drawn-words.ts';
import { sayInEnglish } from './say.ts';
import type { Say, Texts } from './say.ts';

/** How to say the words of each drawing that several labs share. */
type Drawn = { readonly [D in keyof typeof drawnWords]: Say<(typeof drawnWords)[D]> };

/**
 * Every visible word of the drawings. Field terms (LOOKING, zxid, S1) are the same in all
 * languages and come with the data; these come from the page's words.
 */
export interface StageWords extends Drawn {
  /** Name of the ensemble drawing. */
  readonly ensemble: (servers: number) => string;
  /** Accessible name of a server: `Server 4, LOOKING`. */
  readonly server: (pid: number, state: string) => string;
  /** Accessible name of a link by its ends: `Link 1–3`, `Link 1–α`. */
  readonly link: (a: string, b: string) => string;
  /** What is wrong with a link: its description, for its name stays the same. */
  readonly linkFault: (fault: 'cut' | 'one-way' | 'partition') => string;
  /** That it is slow, and how slow. */
  readonly linkSlow: (time: string) => string;
  /** Accessible name of a message. */
  readonly message: (
    kind: string,
    label: string,
    from: string,
    to: string,
    /** How many more are shown with it. */
    piled: number,
  ) => string;
  /** State words that are not field terms. */
  readonly notStarted: string;
  readonly crashed: string;
  readonly paused: string;
  readonly machine: {
    readonly label: (name: string, state: string) => string;
    readonly event: (name: string) => string;
    readonly guard: (name: string) => string;
  };
  /** A duration or a point in virtual time, given in µs: `19 ms`, `12.4 s`. */
  readonly time: (us: number) => string;
  /** A value of a unit: `20 ms`. */
  readonly timeIn: (value: number | string, unit: TimeUnit) => string;
}

const timeIn = (value: number | string, unit: TimeUnit): string =>
  `${value} ${unit === 'us' ? 'µs' : unit}`;

const time = (us: number): string => {
  const { value, unit } = timeParts(us);
  return timeIn(value, unit);
};

/** Names of code (`electionTimeout`) as words (`election timeout`). */
const plain = (name: string): string =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_.]/g, ' ')
    .toLowerCase();

/** For tests and for the gallery of drawings. */
export const englishWords: StageWords = {
  ensemble: (servers) => `Ensemble of ${servers} servers`,
  server: (pid, state) => `Server ${pid}, ${state}`,
  link: (a, b) => `Link ${a}–${b}`,
  linkFault: (fault) => fault,
  linkSlow: (time) => `slow: ${time}`,
  message: (kind, label, from, to, piled) =>
    `${kind} ${label} from ${from} to ${to}${piled === 0 ? '' : `, and ${piled} more`}`,
  notStarted: 'not started',
  crashed: 'CRASHED',
  paused: 'PAUSED',
  votes: sayInEnglish(drawnWords.votes),
  comparison: sayInEnglish(drawnWords.comparison),
  timeline: sayInEnglish(drawnWords.timeline),
  majorities: sayInEnglish(drawnWords.majorities),
  spacetime: sayInEnglish(drawnWords.spacetime),
  spoken: sayInEnglish(drawnWords.spoken),
  machine: {
    label: (name, state) => `State machine ${name}, now in ${state}`,
    event: plain,
    guard: plain,
  },
  time,
  timeIn,
};

/** What a drawing with words of its own is given: those of every drawing, and how to say its own. */
export interface Saying<W> extends StageWords {
  readonly say: Say<W>;
}

/** In English, for tests and for drawings that are made when the site is built. */
export const inEnglish = <const W extends Texts>(words: W): Saying<W> => ({
  ...englishWords,
  say: sayInEnglish(words),
});
