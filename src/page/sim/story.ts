import type { Fact, Told } from '../../view/fact.ts';

/** What is told of a run while it plays, and how often the like of it has been told. */
export interface Story {
  readonly fact: Fact;
  readonly again: string;
  /** How many others did the same right after it: "4 more votes for 5". */
  readonly more: number;
  /** Whether the newest only added to that count. */
  readonly folded: boolean;
  /** How often each has been told since the last act, by `again` and by rule. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Time to read a sentence, s of wall time at speed 1. */
export const READING = 1.5;
/** Nobody reads more slowly at a lower speed than this allows, s. */
const LONGEST = 3;
/** So many of one rule get their full time; whoever has read those knows the sentence. */
const NEW_TO_READER = 3;
/** Above this speed nothing is held: sentences would only stutter. */
export const FASTEST_TOLD = 5;

/** The story after what has just been told. */
export const tell = (story: Story | null, { fact, again, more }: Told): Story => {
  const counts = {
    ...story?.counts,
    [again]: (story?.counts[again] ?? 0) + 1,
    [fact.rule]: (story?.counts[fact.rule] ?? 0) + 1,
  };
  return story?.again === again
    ? { ...story, more: story.more + 1 + more, counts, folded: true }
    : { fact, again, more, counts, folded: false };
};

/**
 * How long the moment is held so that the story can be read, s of wall time: the first of its kind as
 * long as reading takes, its repeats shorter and shorter, and those that only add to a count not at
 * all.
 */
export const holdOf = ({ fact, again, folded, counts }: Story, speed: number): number => {
  if (folded || speed > FASTEST_TOLD) return 0;
  const same = counts[again] ?? 1;
  const alike = Math.max(1, (counts[fact.rule] ?? 1) - NEW_TO_READER + 1);
  return Math.min(READING / speed, LONGEST) / Math.max(same, alike);
};
