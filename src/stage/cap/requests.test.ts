import { expect, test } from 'vitest';
import { collisions } from '../testing/collisions.ts';
import { textBoxes } from '../text-boxes.ts';
import { inEnglish } from '../words.ts';
import { at, choosing } from './fixtures.ts';
import { requestsChart } from './requests.ts';
import { capWords } from './words.ts';

const words = inEnglish(capWords);

test.each([976, 700])('a fold says its length, and no outcome stands on that, %i wide', (width) => {
  const { detail } = choosing();
  for (const seconds of [18, 30, 74]) {
    const chart = requestsChart(detail, {
      words,
      width,
      height: 123,
      now: at(seconds),
      selected: null,
      lit: [],
      unguessed: new Set(),
      nameOf: (pid) => (pid === 101 ? 'α' : 'β'),
    });
    const folds = chart.shapes.filter(({ key }) => key === 'folds');
    const [length] = textBoxes(folds);
    expect(length?.text).toMatch(/^\d+\ss$/u);
    const on = collisions(chart.shapes).filter((pair) => pair.includes(`"${length?.text}"`));
    expect(on).toEqual([]);
  }
});
