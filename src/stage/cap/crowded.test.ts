import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CapCutView } from '../../view/cap.ts';
import type { Shape } from '../shape.ts';
import { inEnglish } from '../words.ts';
import { capAxis } from './axis.ts';
import { cutsApart, piecesApart } from './crowded.ts';
import { at, choosing } from './fixtures.ts';
import { requestsChart } from './requests.ts';
import { capTimeline } from './timeline.ts';
import { capWords } from './words.ts';

const words = inEnglish(capWords);
const nameOf = (pid: number): string => `S${pid}`;
const { detail } = choosing();

const cut = (from: number, to: number | null): CapCutView => ({
  ...(detail.cuts[0] as CapCutView),
  from: at(from),
  to: to === null ? null : at(to),
});

/** The same run, cut and healed so often, once every two seconds; each time S2 looks for a leader. */
function cutOften(times: number) {
  const cuts = Array.from({ length: times }, (_, i) => cut(20 + 2 * i, 21 + 2 * i));
  const spans = cuts.flatMap(({ from, to }) => [
    { pid: 2, role: 'LOOKING', from, to },
    { pid: 2, role: 'FOLLOWING', from: to ?? from, to: (to ?? from) + 1_000_000 },
  ]);
  return { ...detail, cuts, spans: [...detail.spans, ...spans] };
}

const sizeOf = (shapes: readonly Shape[]): number =>
  shapes.reduce((sum, shape) => sum + 1 + ('children' in shape ? sizeOf(shape.children) : 0), 0);

test.each([
  ['lanes', 900],
  ['timeline', 500],
])('%s: however often the network is cut, there is room for no more', (which, most) => {
  const sizes = [200, 2000].map((times) => {
    const often = cutOften(times);
    const now = at(20 + 2 * times);
    const axis = capAxis(often, now, [216, 836]);
    const { shapes } =
      which === 'lanes'
        ? requestsChart(often, {
            words,
            width: 976,
            height: 123,
            now,
            selected: null,
            lit: [],
            unguessed: new Set(),
            nameOf,
          })
        : capTimeline(often, { words, width: 620, height: 48, now, known: now, axis, nameOf });
    return sizeOf(shapes);
  });
  for (const size of sizes) expect(size).toBeLessThan(most);
});

test('cuts that stand apart are drawn one by one, and near ones as one that says how many', () => {
  const cuts = [cut(20, 60), cut(60, 60.4), cut(60.5, 60.7), cut(60.8, null)];
  const axis = capAxis({ ...detail, cuts }, at(100), [0, 400]);
  expect(cutsApart(cuts, axis).map(({ from, to, count }) => [from, to, count])).toEqual([
    [at(20), at(60), 1],
    [at(60), null, 3],
  ]);
  // Other labels would stand in the way.
  const chart = capTimeline(
    { ...detail, cuts: cuts.slice(1), spans: [] },
    { words, width: 400, height: 48, now: at(100), known: at(100), axis, nameOf },
  );
  expect(JSON.stringify(chart.shapes)).toContain('cut 3 times');
});

test('no cut is left out, and none is counted twice', () => {
  const moments = fc.array(fc.integer({ min: 20_000, max: 400_000 }), { maxLength: 80 });
  fc.assert(
    fc.property(moments, (ms) => {
      const begins = [...new Set(ms)].toSorted((a, b) => a - b);
      const cuts = begins.map((one, i) => cut(one / 1000, (begins[i + 1] ?? one + 400) / 1000));
      const axis = capAxis({ ...detail, cuts }, at(500), [0, 600]);
      const apart = cutsApart(cuts, axis);
      expect(apart.reduce((sum, { count }) => sum + count, 0)).toBe(cuts.length);
      for (const one of cuts)
        expect(
          apart.filter(({ from, to }) => from <= one.from && one.from < (to ?? Infinity)),
        ).toHaveLength(1);
    }),
  );
});

test('pieces of a lane that touch are one, whatever order of width they have', () => {
  expect(
    piecesApart(
      [
        { x0: 0, x1: 3 },
        { x0: 3, x1: 3.2 },
        { x0: 3.4, x1: 9 },
        { x0: 20, x1: 20.2 },
        { x0: 40, x1: 44 },
      ],
      0.5,
    ),
  ).toEqual([
    { x0: 0, x1: 9 },
    { x0: 40, x1: 44 },
  ]);
});
