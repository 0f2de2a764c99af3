import { expect, it } from 'vitest';
import { trimmedInside } from '../geometry.ts';
import { everyShape } from '../testing/outline.ts';
import { logDrawings } from './log-drawings.ts';

const MONO = 0.61 * 12;

it('names of files that begin in neighbouring cells stand apart, whatever the epoch', () => {
  const drawing = logDrawings.find(({ name }) => name === 'log: a file in each cell')?.draw();
  const names = everyShape(drawing?.shapes ?? []).flatMap((shape) =>
    shape.type === 'text' && shape.key === 'file' ? [shape.text] : [],
  );
  expect(names).toEqual([
    'log.1…01',
    'log.2…01',
    'log.1a00000001',
    'log.e…00',
    'log.efffffff80000001',
  ]);
  // Their own cell; two where nothing begins in the next one; three up to the end of the line.
  const fits = [1, 1, 2, 1, 3].map((cells, at) => (names[at]?.length ?? 0) * MONO <= 66 * cells);
  expect(fits).not.toContain(false);
});

it('what has room is not cut', () => {
  expect(trimmedInside('log.1', 63, 12)).toBe('log.1');
  expect(trimmedInside('log.100000001', 100, 12)).toBe('log.100000001');
});
