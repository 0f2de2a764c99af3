import { ensemble, voting } from './fixtures.ts';
import { busyMarks, quietStory, votingMarks, votingStory } from './fixtures-history.ts';
import { laneNotes } from './lane-notes-election.ts';
import type { Drawing } from './shape.ts';
import { spacetime } from './time/spacetime.ts';
import { timeline } from './time/timeline.ts';
import { englishWords as words } from './words.ts';

const name = (pid: number): string => `S${pid}`;

/** Pictures of time: the space-time diagram and the timeline. */
export const timeDrawings: readonly { readonly name: string; readonly draw: () => Drawing }[] = [
  {
    name: 'spacetime: five servers vote',
    draw: () =>
      spacetime(votingStory(), voting(), {
        notes: laneNotes(voting()),
        words,
        width: 976,
        height: 146,
        pace: 10_000,
        selected: 4,
        highlight: 5,
      }),
  },
  {
    name: 'spacetime: nothing chosen, a quiet stretch',
    draw: () =>
      spacetime(
        quietStory(),
        ensemble('S1 LOOKING 1·0→S2 | S2 LOOKING 1·0→S2 | S3 CRASHED', { time: 9_018_000 }),
        { words, width: 976, height: 146, pace: 10_000 },
      ),
  },
  {
    name: 'spacetime: phone',
    draw: () =>
      spacetime(votingStory(), voting(), {
        notes: laneNotes(voting()),
        words,
        width: 390,
        height: 180,
        pace: 10_000,
      }),
  },
  {
    name: 'timeline: question open',
    draw: () =>
      timeline(votingMarks(), {
        words,
        width: 620,
        position: 61,
        time: 61_000,
        length: 94,
        name,
        veiled: true,
      }),
  },
  {
    name: 'timeline: everything',
    draw: () =>
      timeline(busyMarks(), { words, width: 620, position: 85, time: 85_000, length: 94, name }),
  },
  {
    name: 'timeline: phone',
    draw: () =>
      timeline(votingMarks(), {
        words,
        width: 358,
        height: 26,
        position: 61,
        time: 61_000,
        length: 94,
        name,
      }),
  },
];
