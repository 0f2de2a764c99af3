import { expect, it } from 'vitest';
import type { LinkView } from '../view/frame.ts';
import { ensembleLayout } from './ensemble-layout.ts';
import { ensemble } from './fixtures.ts';
import { linkShapes } from './links.ts';
import { slowText } from './slow-links.ts';
import { everyShape } from './testing/outline.ts';
import { textBoxes } from './text-boxes.ts';
import { englishWords } from './words.ts';

const slow = (from: number, to: number, min: number, max: number, cut = false): LinkView => ({
  from,
  to,
  cut,
  latency: { min, max },
  loss: 0,
  duplication: 0,
});
const PACE = 10_000;
const said = (links: readonly LinkView[], pace: number | undefined = PACE): string | null =>
  slowText(links, 1, 2, pace, englishWords);

it('a link that takes far longer than a message does elsewhere says how long, whichever way it is slow', () => {
  expect(said([slow(1, 2, 500_000, 500_000)])).toBe('500 ms');
  expect(said([slow(2, 1, 200_000, 500_000)])).toBe('200 ms–500 ms');
  expect(said([slow(1, 2, 100_000, 100_000), slow(2, 1, 300_000, 900_000)])).toBe('100 ms–900 ms');
});

it('one that is a little slower or quicker than others, or of others, says nothing', () => {
  expect(said([slow(1, 2, 5000, 20_000)])).toBeNull();
  expect(said([slow(1, 3, 500_000, 500_000)])).toBeNull();
  expect(said([{ ...slow(1, 2, 0, 0), latency: null }])).toBeNull();
  // Where nobody says what is usual, nothing is slow.
  expect(slowText([slow(1, 2, 500_000, 500_000)], 1, 2, undefined, englishWords)).toBeNull();
});

it('stands on the stage beside its line, and in the link’s description behind what else is wrong', () => {
  const layout = ensembleLayout([1, 2, 3], { width: 620, height: 480 });
  const frame = {
    ...ensemble('S1 LOOKING | S2 LOOKING | S3 LOOKING'),
    links: [
      slow(1, 2, 500_000, 500_000),
      slow(1, 3, 700_000, 700_000, true),
      { ...slow(3, 1, 700_000, 700_000), cut: false },
    ],
  };
  const shapes = linkShapes(frame, layout, { words: englishWords, pace: PACE });
  expect(textBoxes(shapes).map(({ text }) => text)).toEqual(['500 ms', '700 ms']);
  const titles = everyShape(shapes).flatMap(({ title }) => title ?? []);
  expect(titles).toEqual(['slow: 500 ms', 'one-way · slow: 700 ms']);
});
