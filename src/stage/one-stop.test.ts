import { expect, it } from 'vitest';
import { ensembleLayout } from './ensemble-layout.ts';
import { ensemble } from './fixtures.ts';
import { linkShapes } from './links.ts';
import { oneStop } from './one-stop.ts';
import { group } from './shape.ts';
import { everyShape } from './testing/outline.ts';
import { englishWords } from './words.ts';

const stops = (selectedLink: readonly [number, number] | null): readonly (string | undefined)[] => {
  const frame = ensemble('S1 LEADING | S2 FOLLOWING | S3 FOLLOWING | S4 FOLLOWING | S5 CRASHED');
  const layout = ensembleLayout([1, 2, 3, 4, 5], { width: 620, height: 480 });
  const links = everyShape(linkShapes(frame, layout, { words: englishWords, selectedLink }));
  const buttons = links.filter(({ role }) => role === 'button');
  expect(buttons).toHaveLength(10);
  return buttons.filter(({ tabStop }) => tabStop !== false).map(({ key }) => key);
};

it('of all links of a stage one is a stop for Tab: the first, or the one that is chosen', () => {
  expect(stops(null)).toEqual(['link-1-2']);
  expect(stops([3, 4])).toEqual(['link-3-4']);
});

it('what is no button is left as it is', () => {
  const shapes = [group([], { key: 'still' }), group([], { key: 'a', action: { select: 1 } })];
  expect(oneStop(shapes)).toEqual(shapes);
});
