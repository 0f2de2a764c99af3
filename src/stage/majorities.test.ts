import { describe, expect, test } from 'vitest';
import type { EnsembleSize } from '../view/exhibit.ts';
import { majorityDrawings } from './drawings-majorities.ts';
import { ensembleSizes } from './ensemble-sizes.ts';
import { usualSizes } from './fixtures-majorities.ts';
import { everyShape, outline } from './testing/outline.ts';
import type { Shape } from './shape.ts';
import { collisions } from './testing/collisions.ts';
import { textBoxes } from './text-boxes.ts';
import { firstAndLast, judge, twoSets } from './two-sets.ts';
import { englishWords as words } from './words.ts';

const sizes = usualSizes();
const of = (servers: number): EnsembleSize => sizes[servers - 1] as EnsembleSize;

const pressable = (shapes: readonly Shape[]): readonly Shape[] =>
  everyShape(shapes).filter((shape) => shape.role === 'button');

test.each(majorityDrawings.map(({ name, draw }) => [name, draw] as const))(
  '%s: no two words touch, and none leaves the drawing',
  (_, draw) => {
    const drawing = draw();
    expect(collisions(drawing.shapes)).toEqual([]);
    const outside = textBoxes(drawing.shapes).filter(
      (box) => box.x < -1 || box.x + box.width > drawing.width + 1,
    );
    expect(outside).toEqual([]);
  },
);

describe('two majorities', () => {
  test.each(sizes.map(({ servers }) => servers))(
    'of %i servers share at least as many as the two are more than all',
    (servers) => {
      const size = of(servers);
      const sets = firstAndLast(size);
      const { enough, common } = judge(size, sets);
      expect(enough).toEqual({ a: true, b: true });
      expect(common).toHaveLength(2 * size.quorum - servers);
      expect(common.length).toBeGreaterThan(0);
    },
  );

  test('may be any: without one more than half, they may share nobody', () => {
    expect(judge(of(5), { a: [1, 2], b: [3, 4, 5] })).toEqual({
      enough: { a: false, b: true },
      common: [],
    });
    expect(judge(of(4), { a: [4, 1, 2], b: [2, 4, 3] }).common).toEqual([2, 4]);
  });
});

describe('the drawing of two sets', () => {
  const room = { say: words.majorities, width: 460, height: 122 };
  const drawn = (servers: number, a: number[], b: number[]): readonly Shape[] =>
    twoSets(of(servers), { a, b }, room).shapes;

  test('says of each set how many it has, and lights who is in both', () => {
    const told = outline(drawn(5, [1, 2, 3], [3, 4, 5]));
    expect(told).toContain('A: 3 of 5, a majority');
    expect(told).toContain('B: 3 of 5, a majority');
    expect(told).toContain('both-3\n  "both"\n');
    expect(told).not.toContain('both-2');
  });

  test('names servers by their numbers alone where their names would run together', () => {
    const names = (servers: number, width: number): readonly string[] =>
      everyShape(twoSets(of(servers), { a: [1, 2], b: [2, 3] }, { ...room, width }).shapes).flatMap(
        (shape) =>
          shape.type === 'text' && shape.key?.startsWith('name-') === true ? [shape.text] : [],
      );
    expect(names(5, 460)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5']);
    expect(names(11, 460).at(-1)).toBe('S11');
    expect(names(11, 358).at(-1)).toBe('11');
  });

  test('breaks the line of a set that is too small, and says so', () => {
    const shapes = drawn(5, [1, 2], [3, 4, 5]);
    expect(outline(shapes)).toContain('A: 2 of 5, too few');
    const dashed = everyShape(shapes).filter((shape) => shape.style?.strokeDasharray !== undefined);
    expect(dashed).toHaveLength(1);
  });

  test('has a button for each server in each set, pressed for its members', () => {
    const buttons = pressable(drawn(4, [1, 2, 3], [2, 3, 4]));
    expect(
      buttons.map(({ label, selected }) => `${label}${selected === true ? ' ✓' : ''}`),
    ).toEqual([
      'S1 in A ✓',
      'S2 in A ✓',
      'S3 in A ✓',
      'S4 in A',
      'S1 in B',
      'S2 in B ✓',
      'S3 in B ✓',
      'S4 in B ✓',
    ]);
    expect(buttons[3]?.action).toEqual({ member: 4, of: 'a' });
  });
});

describe('the table of sizes', () => {
  const table = ensembleSizes(sizes, { words, width: 460, height: 132, servers: 5 });

  test('has one number for two sizes that survive the same', () => {
    const told = outline(table.shapes);
    const survived = [...told.matchAll(/survives-(\d+)\n {2}"(\d+)"/g)].map(
      ([, , number]) => number,
    );
    expect(survived).toEqual(['0', '1', '2', '3', '4', '5']);
  });

  test('has a button for each size, and says what the chosen one waits for', () => {
    const buttons = pressable(table.shapes);
    expect(buttons).toHaveLength(11);
    expect(buttons.filter(({ selected }) => selected).map(({ action }) => action)).toEqual([
      { servers: 5 },
    ]);
    expect(outline(table.shapes)).toContain('"wait"\n"3.5 ms"');
  });

  test('draws a longer wait higher', () => {
    const dots = everyShape(table.shapes).flatMap((shape) =>
      shape.type === 'circle' ? [shape.cy] : [],
    );
    expect(dots).toHaveLength(11);
    // Four wait longer than three and five.
    expect(dots[3]).toBeLessThan(dots[2] ?? 0);
    expect(dots[3]).toBeLessThan(dots[4] ?? 0);
  });
});
