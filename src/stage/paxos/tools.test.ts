import { describe, expect, test } from 'vitest';
import { everyShape, outline } from '../testing/outline.ts';
import type { Drawing, Shape } from '../shape.ts';
import { duelChart } from './duel-chart.ts';
import type { DuelChartOptions } from './duel-chart.ts';
import { foretold } from './foretell.ts';
import { growthChart } from './growth.ts';
import { studyPlot, studyScale } from './study-plot.ts';
import { decidedView, duelPass, duelView, studied } from './tool-fixtures.ts';
import { inEnglish } from '../words.ts';
import { toolWords } from './tool-words.ts';

const words = inEnglish(toolWords);
const ROW = 10_000;
const repeats = { period: duelPass, shift: 2, since: 36 * ROW };

const chart = (rows: number, change: Partial<DuelChartOptions> = {}): Drawing =>
  duelChart(duelView(rows), {
    words,
    width: 760,
    height: 148,
    now: rows * ROW,
    nameOf: (pid) => `A${pid}`,
    claimOf: (pid) => pid,
    pass: duelPass,
    repeats: null,
    ...change,
  });

const dotted = (shapes: readonly Shape[]): number =>
  everyShape(shapes.filter(({ key }) => key !== 'legend')).filter(
    ({ style }) => style?.strokeDasharray === '2 5',
  ).length;

const named = (shapes: readonly Shape[], key: string): readonly Shape[] =>
  everyShape(shapes).filter((shape) => shape.key === key);

describe('what is foretold', () => {
  test.each([36, 50, 64])('after row %i is what then happens', (rows) => {
    const until = (rows + 50) * ROW;
    const coming = foretold(duelView(rows).spans, { ...repeats, since: rows * ROW }, until);
    const happens = duelView(rows + 120).spans;
    expect(coming.length).toBeGreaterThan(6);
    for (const { ballot, begun, proposed, ended } of coming) {
      const real = happens.find((span) => span.ballot === ballot);
      // What lies beyond the time asked for is not foretold.
      const told = [begun, proposed ?? real?.proposed, ended ?? real?.ended];
      expect([ballot, ...told]).toEqual([ballot, real?.begun, real?.proposed, real?.ended]);
    }
  });

  test('begins after the proof, and never changes what is known', () => {
    const { spans } = duelView(36);
    const known = spans.filter(({ ended }) => ended !== null).map(({ ballot }) => ballot);
    const coming = foretold(spans, repeats, 90 * ROW).map(({ ballot }) => ballot);
    expect(coming.filter((ballot) => known.includes(ballot))).toEqual([]);
  });
});

describe('the chart of ballots', () => {
  test('draws what is to come only when it is proved', () => {
    expect(dotted(chart(37).shapes)).toBe(0);
    expect(dotted(chart(37, { repeats }).shapes)).toBeGreaterThan(4);
    expect(dotted(chart(37, { repeats, hideFuture: true }).shapes)).toBe(0);
  });

  test('names each ballot with its end, brackets the cycles and says that nothing is chosen', () => {
    const told = outline(chart(37, { repeats }).shapes);
    expect(told).toContain('ballot 3, A1: refused\n');
    expect(told).toContain('ballot 6, A5: under way\n');
    expect(told).toContain('"cycle 1"');
    expect(told).toContain('"cycle 3"');
    expect(told).toContain('"chosen: none"');
  });

  test('while a question is open does not say how a ballot ends', () => {
    const view = duelView(60);
    const { shapes } = duelChart(view, {
      words,
      width: 760,
      height: 148,
      now: 20 * ROW,
      nameOf: (pid) => `A${pid}`,
      claimOf: (pid) => pid,
      pass: duelPass,
      repeats: null,
      hideFuture: true,
    });
    const told = outline(shapes);
    expect(told).toContain('ballot 3, A1: under way');
    expect(told).not.toMatch(/ballot [5-9]/);
    expect(told).not.toContain('cycle 2');
  });

  test('crosses each refused ballot where it was refused', () => {
    const crossed = everyShape(chart(26).shapes).filter(
      (shape) => shape.type === 'path' && shape.style?.stroke === 'var(--paper)',
    );
    expect(crossed).toHaveLength(3);
  });

  test('of a decided run says the value, in the colour of its proposer', () => {
    const { shapes } = duelChart(decidedView(), {
      words,
      width: 760,
      height: 148,
      now: 170_000,
      nameOf: (pid) => `A${pid}`,
      claimOf: (pid) => (pid === 1 ? 1 : 2),
      pass: null,
      repeats: null,
    });
    expect(outline(shapes)).toContain('"chosen: 20%"');
    expect(named(shapes, 'chosen')[0]?.style?.stroke).toBe('var(--c2)');
  });

  test('stays small after thousands of ballots', () => {
    const shapes = everyShape(
      chart(14_300, { repeats: { ...repeats, since: 14_274 * ROW } }).shapes,
    );
    expect(shapes.length).toBeLessThan(250);
  });
});

describe('the growth', () => {
  test('shows the present figures, each with its name', () => {
    const grown = { rounds: 12, refused: 10, messages: 96 };
    const { shapes } = growthChart(duelView(80).counts, 800_000, grown, {
      words,
      width: 200,
      height: 146,
    });
    const told = outline(shapes);
    expect(told).toContain('ballots: 12');
    expect(told).toContain('refused Accepts: 10');
    expect(told).toContain('messages: 96');
  });
});

describe('the plot of decision times', () => {
  const within = 2_000_000;

  test('has a strip with its figures for each policy', () => {
    const told = outline(studyPlot(studied(1990, 60), { words, width: 760, within }).shapes);
    expect(told).toMatch(/Retry at once: median \d+ ms, 30 % undecided/);
    expect(told).toMatch(/A leader: median [\d.]+ ms, 99 % by [\d.]+ ms/);
  });

  test('says at the cursor what share was decided by then', () => {
    const { shapes } = studyPlot(studied(170, 0), { words, width: 760, within, cursor: 170_000 });
    const shares = named(shapes, 'share').map((shape) => (shape.type === 'text' ? shape.text : ''));
    expect(shares).toEqual(['100 %', '100 %', '100 %', '100 %', '100 %', '100 %']);
  });

  test('is linear for short times, logarithmic for long ones, and finds the time under a point', () => {
    const short = studyScale(studied(170, 0), { width: 760, within });
    const long = studyScale(studied(1990, 0), { width: 760, within });
    expect([short.log, long.log]).toEqual([false, true]);
    for (const scale of [short, long]) {
      for (const time of scale.ticks) expect(scale.timeAt(scale.x(time))).toBeCloseTo(time, -1);
      expect(scale.timeAt(-1e4)).toBe(Math.round(scale.domain[0]));
    }
  });

  test('before the first run says so', () => {
    const none = studied(170, 0).map((each) => ({ ...each, times: [], ballots: [], messages: [] }));
    expect(outline(studyPlot(none, { words, width: 760, within }).shapes)).toContain('not run yet');
  });
});
