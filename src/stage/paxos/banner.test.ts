import { expect, test } from 'vitest';
import { collisions } from '../testing/collisions.ts';
import { everyShape, outline } from '../testing/outline.ts';
import { bannerDrawing } from './banner.ts';
import { duel } from './fixtures.ts';

const WORDS = {
  chosen: 'Chosen',
  nothing: 'nothing',
  possible: 'Still possible',
  noMore: 'nothing else',
  impossible: 'Impossible',
  counts: '6 rounds · 44 messages · 5 refused',
};
const { detail } = duel();

test('the banner of a saved picture tells what may still be chosen; a value has no colour, which says whose ballot it is', () => {
  const { shapes } = bannerDrawing(detail, { words: WORDS, width: 976, hidden: false });
  expect(outline(shapes)).toBe(
    '"Chosen"\n"nothing"\n"Still possible"\n"10%"\n"20%"\n"6 rounds · 44 messages · 5 refused"\n',
  );
  const fills = everyShape(shapes).flatMap((one) => (one.type === 'rect' ? [one.style?.fill] : []));
  expect(fills).toEqual(['none', 'none']);
  expect(collisions(shapes)).toEqual([]);
});

test('it gives no answer away, and leaves the counts out where there is no room', () => {
  const { shapes } = bannerDrawing(detail, { words: WORDS, width: 390, hidden: true });
  expect(outline(shapes)).toBe('"Chosen"\n"?"\n');
});

test('what can no longer be chosen is struck through', () => {
  const gone = { ...detail, prospects: [{ value: '10%', is: 'impossible' as const }] };
  const { shapes } = bannerDrawing(gone, { words: WORDS, width: 976, hidden: false });
  expect(outline(shapes)).toContain('"nothing else"\n"Impossible"\n"10%"');
  expect(everyShape(shapes).map((one) => one.className)).toContain('strike');
});
