import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fittedAxis, foldedAxis, longGaps } from './fold.ts';
import type { FoldedAxis, Stretch } from './fold.ts';

const PLEAT = 40;
const moments = fc
  .uniqueArray(fc.nat(10_000_000), { minLength: 2, maxLength: 60 })
  .map((all) => all.toSorted((a, b) => a - b));

/** A run's moments, what of it is folded, and its whole length. */
const runs = fc
  .record({ moments, longer: fc.integer({ min: 1000, max: 2_000_000 }) })
  .map((run) => {
    const whole: Stretch = { from: run.moments[0] ?? 0, to: run.moments.at(-1) ?? 0 };
    return { ...run, whole, folds: longGaps(run.moments, run.longer) };
  });

const made = ({ whole, folds }: { whole: Stretch; folds: readonly Stretch[] }): FoldedAxis =>
  foldedAxis(whole, folds, { x0: 216, perUnit: 0.002, pleat: PLEAT });

test('never runs backwards', () => {
  fc.assert(
    fc.property(runs, fc.nat(10_000_000), fc.nat(10_000_000), (run, a, b) => {
      const { x } = made(run);
      expect(x(Math.min(a, b))).toBeLessThanOrEqual(x(Math.max(a, b)));
    }),
  );
});

test('leads from a value to its place and back, inside of pleats too', () => {
  fc.assert(
    fc.property(runs, fc.double({ min: 0, max: 1, noNaN: true }), (run, part) => {
      const axis = made(run);
      const value = run.whole.from + part * (run.whole.to - run.whole.from);
      expect(Math.abs(axis.at(axis.x(value)) - value)).toBeLessThan(1);
    }),
  );
});

test('holds no event in a pleat', () => {
  fc.assert(
    fc.property(runs, (run) => {
      for (const { from, to } of made(run).pleats) {
        expect(run.moments.filter((moment) => moment > from && moment < to)).toEqual([]);
      }
    }),
  );
});

test('draws everything else to one scale', () => {
  fc.assert(
    fc.property(runs, (run) => {
      const axis = made(run);
      for (const { from, to, x0, x1 } of axis.plain) {
        expect(x1 - x0).toBeCloseTo((to - from) * axis.perUnit, 3);
      }
      for (const pleat of axis.pleats) expect(pleat.x1 - pleat.x0).toBeCloseTo(PLEAT, 3);
    }),
  );
});

test('takes room for what happens and one width a pleat, however long that was', () => {
  fc.assert(
    fc.property(runs, (run) => {
      const busy = run.moments.length * run.longer * 0.002;
      expect(made(run).x1 - 216).toBeLessThanOrEqual(busy + run.folds.length * PLEAT);
    }),
  );
});

test('fills its range when it has to fit, and leaves most of it to what happened', () => {
  fc.assert(
    fc.property(runs, (run) => {
      const axis = fittedAxis(run.whole, run.folds, [10, 630], PLEAT);
      const pleated = axis.pleats.reduce((sum, { x0, x1 }) => sum + x1 - x0, 0);
      expect(pleated).toBeLessThanOrEqual(0.4 * 620 + 0.001);
      expect(axis.x1).toBeCloseTo(axis.plain.length > 0 ? 630 : 10 + pleated, 3);
    }),
  );
});

test('a stretch that is cut by an end of the axis is a pleat still', () => {
  const axis = foldedAxis({ from: 500, to: 700 }, [{ from: 0, to: 600 }], {
    x0: 0,
    perUnit: 1,
    pleat: PLEAT,
  });
  expect(axis.pleats).toEqual([{ from: 500, to: 600, x0: 0, x1: 40 }]);
  expect(axis.x(650)).toBe(90);
  expect(axis.at(20)).toBe(550);
});

test('a stretch without a step, nothing but waiting, has two sides', () => {
  const axis = foldedAxis({ from: 0, to: 10 }, [{ from: 4, to: 4 }], {
    x0: 0,
    perUnit: 10,
    pleat: PLEAT,
  });
  expect([axis.x(4), axis.x(5)]).toEqual([40, 90]);
  expect([axis.at(40), axis.at(60), axis.at(80), axis.at(90)]).toEqual([4, 4, 4, 5]);
});
