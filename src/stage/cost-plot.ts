import { line, scaleLinear } from 'd3';
import { boldWidth } from './geometry.ts';
import { circle, group, path, rect, round, text } from './shape.ts';
import type { Drawing, Shape } from './shape.ts';

/** What one program costs at each number of clients: counted in runs, and as a formula says it. */
export interface CostSeries {
  readonly id: string;
  readonly name: string;
  /** As it is written: `5N(N + 1)/2 − N`; '' where there is none. */
  readonly formula: string;
  /** Of N; null where there is no formula. */
  readonly expected: ((n: number) => number) | null;
  readonly counted: readonly { readonly n: number; readonly messages: number }[];
  /** How its dots look: filled, hollow, a square, or a diamond, hollow or filled. */
  readonly mark: 'filled' | 'hollow' | 'square' | 'diamond' | 'filled-diamond';
}

/** What the plot says besides the names of its series. */
export interface CostWords {
  /** `N = 20`. */
  readonly atN: (n: number) => string;
  /** That dots were counted, and lines are formulas. */
  readonly counted: string;
  readonly formula: string;
}

export interface CostPlotOptions {
  readonly words: CostWords;
  readonly width: number;
  readonly height: number;
  /** The greatest N of the axis, and the least that a formula is of; default 1. */
  readonly most: number;
  readonly least?: number;
  /** The N that is looked at; null: none. */
  readonly at: number | null;
  readonly count: (value: number) => string;
}

const MARGIN = { left: 64, right: 16, top: 18, bottom: 46 };

/** Between pixels of the plot and N. */
export const costScale = (width: number, most: number) =>
  scaleLinear([0, most], [MARGIN.left, width - MARGIN.right]);

/** What it costs at N: counted, or else by the formula. */
export const costAt = (series: CostSeries, n: number): number | null =>
  series.counted.find((one) => one.n === n)?.messages ?? series.expected?.(n) ?? null;

export const wasCounted = (series: CostSeries, n: number): boolean =>
  series.counted.some((one) => one.n === n);

const dot = (mark: CostSeries['mark'], x: number, y: number, large: boolean): Shape => {
  const r = large ? 5.5 : 3.2;
  if (mark === 'square') {
    return rect(round(x - r), round(y - r), 2 * r, 2 * r, {
      style: { fill: 'var(--paper)', stroke: 'var(--ink)', strokeWidth: large ? 2 : 1.5 },
    });
  }
  if (mark === 'diamond' || mark === 'filled-diamond') {
    const d = r * 1.3;
    return path(
      `M${round(x)} ${round(y - d)}l${round(d)} ${round(d)}l${round(-d)} ${round(d)}l${round(-d)} ${round(-d)}Z`,
      {
        style: {
          fill: mark === 'diamond' ? 'var(--paper)' : 'var(--ink)',
          stroke: mark === 'diamond' ? 'var(--ink)' : 'var(--paper)',
          strokeWidth: large ? 2 : 1.5,
        },
      },
    );
  }
  return circle(round(x), round(y), r, {
    style:
      mark === 'filled'
        ? { fill: 'var(--ink)', stroke: 'var(--paper)', strokeWidth: large ? 2 : 1 }
        : { fill: 'var(--paper)', stroke: 'var(--ink)', strokeWidth: large ? 2 : 1.5 },
  });
};

/** Dots were counted in a run, lines are the formulas: they come from different code. */
export function costPlot(all: readonly CostSeries[], options: CostPlotOptions): Drawing {
  const { words, width, height, most, least = 1, at, count } = options;
  const x = costScale(width, most);
  const top = Math.max(
    10,
    ...all.flatMap((one) => [
      ...one.counted.filter(({ n }) => n <= most).map(({ messages }) => messages),
      one.expected?.(most) ?? 0,
    ]),
  );
  const bottom = height - MARGIN.bottom;
  const y = scaleLinear([0, top], [bottom, MARGIN.top]).nice(4);
  const path2 = line<number>(
    (n) => round(x(n)),
    () => 0,
  );
  const shapes: Shape[] = [
    group(
      y.ticks(4).flatMap((value): Shape[] => [
        path(`M${MARGIN.left} ${round(y(value))}H${width - MARGIN.right}`, { className: 'hair' }),
        text(MARGIN.left - 10, round(y(value) + 4), count(value), {
          anchor: 'end',
          className: 'xs i2',
        }),
      ]),
      { key: 'scale' },
    ),
    path(`M${MARGIN.left} ${round(bottom)}H${width - MARGIN.right}`, { className: 'hair2' }),
    group(
      x.ticks(Math.min(10, Math.floor(width / 70))).flatMap((n): Shape[] => [
        path(`M${round(x(n))} ${round(bottom)}v4`, { className: 'hair2' }),
        ...(at !== null && Math.abs(x(n) - x(at)) < 40
          ? []
          : [
              text(round(x(n)), round(bottom + 18), String(n), {
                anchor: 'middle',
                className: 'xs i2',
              }),
            ]),
      ]),
      { key: 'numbers' },
    ),
  ];
  if (at !== null) {
    shapes.push(
      path(`M${round(x(at))} ${MARGIN.top - 6}V${round(bottom)}`, {
        key: 'cursor',
        style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.2 },
      }),
    );
  }
  for (const one of all) {
    const { expected } = one;
    if (expected !== null) {
      const d = path2.y((n) => round(y(expected(n))))(
        Array.from({ length: most - least + 1 }, (_, i) => i + least),
      );
      shapes.push(
        path(d ?? '', {
          key: `formula-${one.id}`,
          style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.6 },
        }),
      );
    }
    shapes.push(
      group(
        one.counted
          .filter(({ n }) => n <= most)
          .map(({ n, messages }) => dot(one.mark, x(n), y(messages), n === at)),
        { key: `counted-${one.id}` },
      ),
    );
  }
  shapes.push(...names(all), ...readOut(all, x, y, bottom, options));
  shapes.push(...legend(all, height, width, words));
  return { shapes, width, height };
}

type Scale = (value: number) => number;

/** Each curve's mark, name and formula, where growing curves leave room. */
const names = (all: readonly CostSeries[]): Shape[] =>
  all.flatMap((one, i) => {
    const y = MARGIN.top + 16 + i * 22;
    return [
      dot(one.mark, MARGIN.left + 16, y - 4.5, false),
      text(MARGIN.left + 28, y, one.name, { className: 's b halo' }),
      ...(one.formula === ''
        ? []
        : [
            text(round(MARGIN.left + 38 + boldWidth(one.name, 13)), y, one.formula, {
              className: 's i2 halo',
            }),
          ]),
    ];
  });

/** What each costs at the N that is looked at. */
function readOut(
  all: readonly CostSeries[],
  x: Scale,
  y: Scale,
  bottom: number,
  { words, at, count, width }: CostPlotOptions,
): Shape[] {
  if (at === null) return [];
  const label = words.atN(at);
  const half = round(boldWidth(label, 12) / 2 + 8);
  const place = Math.min(x(at), width - half - 2);
  const shapes: Shape[] = [
    rect(round(place - half), round(bottom + 5), 2 * half, 18, { style: { fill: 'var(--ink)' } }),
    text(round(place), round(bottom + 18), label, {
      anchor: 'middle',
      className: 'xs b',
      style: { fill: 'var(--paper)' },
    }),
  ];
  let last = Infinity;
  const sorted = [...all].sort((a, b) => (costAt(a, at) ?? 0) - (costAt(b, at) ?? 0));
  for (const one of sorted) {
    const value = costAt(one, at);
    if (value === null) continue;
    const said = count(value);
    const wide = boldWidth(said, 18);
    // The steepest curve has room on its left alone.
    const steep = one === sorted.at(-1) && sorted.length > 1 && x(at) - wide > MARGIN.left + 24;
    const right = !steep && x(at) + 12 + wide < width - 4;
    const high = Math.min(y(value) - 8, last - 22);
    last = high;
    if (!wasCounted(one, at)) {
      shapes.push(dot(one.mark, x(at), y(value), false));
    }
    shapes.push(
      text(round(x(at) + (right ? 10 : -12)), round(Math.max(MARGIN.top, high)), said, {
        anchor: right ? 'start' : 'end',
        className: 'l b halo',
      }),
    );
  }
  return [group(shapes, { key: 'read-out' })];
}

function legend(
  all: readonly CostSeries[],
  height: number,
  width: number,
  words: CostWords,
): Shape[] {
  const y = height - 8;
  let x = MARGIN.left;
  const shapes: Shape[] = [];
  for (const one of all) {
    shapes.push(dot(one.mark, x, y - 4, false));
    x += 12;
  }
  const counted = words.counted;
  shapes.push(text(x + 2, y, counted, { className: 'xs i2' }));
  x += boldWidth(counted, 12) + 18;
  if (x + 110 < width) {
    shapes.push(
      path(`M${round(x)} ${y - 4}h22`, {
        style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.6 },
      }),
      text(round(x + 30), y, words.formula, { className: 'xs i2' }),
    );
  }
  return [group(shapes, { key: 'legend' })];
}
