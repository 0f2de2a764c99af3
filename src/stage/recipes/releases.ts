import { scaleLinear } from 'd3';
import type { ReleaseView } from '../../view/recipes.ts';
import type { Pid } from '../../view/time.ts';
import { wrapped } from '../caption.ts';
import { boldWidth } from '../geometry.ts';
import { group, path, rect, round, text } from '../shape.ts';
import type { Drawing, Shape } from '../shape.ts';
import type { RecipesSaying } from './words.ts';

export interface ReleasesOptions {
  readonly words: RecipesSaying;
  readonly width: number;
  readonly height: number;
  readonly nameOf: (pid: Pid) => string;
  /** Of those whom the newest one woke: so many do not know yet what came of it. */
  readonly unknown: number;
  /** How many each release that is still to come will wake, as it looks now; none: that is not known. */
  readonly toCome: readonly number[];
  /** So many releases came before those that are drawn. */
  readonly before: number;
  /** Which one is looked at, from 0; null: none. */
  readonly at: number | null;
}

const HEADS = 216 / 976;
const ENDS = 836 / 976;
const NARROW = 560;

/** A bar for each release: how many it woke, dark what came of it, pale what was for nothing. */
export function releasesChart(releases: readonly ReleaseView[], options: ReleasesOptions): Drawing {
  const { words, width, height, nameOf, toCome, unknown, before, at } = options;
  const narrow = width < NARROW;
  const left = narrow ? 40 : round(width * HEADS);
  const right = narrow ? width - 8 : round(width * ENDS);
  const top = narrow ? 76 : 30;
  const bottom = height - 42;
  const count = Math.max(4, releases.length + toCome.length);
  const most = Math.max(1, ...releases.map(({ woken }) => woken), ...toCome);
  const y = scaleLinear([0, most], [bottom, top]).nice(3);
  const each = (right - left) / count;
  const bar = Math.max(1.5, Math.min(23, each - Math.min(8, each * 0.26)));
  const nameAt = (one: ReleaseView, i: number): string =>
    words.say('releaseName', {
      number: before + i + 1,
      name: nameOf(one.by),
      woken: one.woken,
      nothing: one.forNothing,
    });
  const bars = releases.map((one, i): Shape => {
    const x = left + i * each + 3;
    const open = i === releases.length - 1 ? Math.min(unknown, one.woken - one.forNothing) : 0;
    const used = one.woken - one.forNothing - open;
    return group(
      [
        // A bar that woke nobody has no height, and is looked at all the same.
        rect(round(x - 3), top, round(each), round(bottom - top), {
          style: { fill: 'transparent' },
        }),
        rect(round(x), round(y(one.woken)), round(bar), round(bottom - y(one.woken)), {
          style: { fill: 'var(--paper)', stroke: 'var(--ink)', strokeWidth: 1.2 },
        }),
        rect(round(x), round(y(used)), round(bar), round(bottom - y(used)), {
          style: { fill: 'var(--ink)' },
        }),
        ...(open === 0
          ? []
          : [
              rect(
                round(x + 3),
                round(y(used + open) + 3),
                round(Math.max(1, bar - 6)),
                round(Math.max(1, y(used) - y(used + open) - 6)),
                { style: { fill: 'none', stroke: 'var(--ink-3)', strokeDasharray: '2 3' } },
              ),
            ]),
      ],
      {
        key: `release-${i}`,
        className: 'release',
        role: 'button',
        label: nameAt(one, i),
        action: { select: one.by },
        selected: at === i,
        tabStop: (at ?? releases.length - 1) === i,
      },
    );
  });
  const coming = toCome.map((wakes, i): Shape => {
    const x = left + (releases.length + i) * each + 3;
    const high = Math.max(2, bottom - y(wakes));
    return rect(round(x), round(bottom - high), round(bar), round(high), {
      style: { fill: 'none', stroke: 'var(--ink-3)', strokeDasharray: '2 3' },
    });
  });
  const every = [1, 2, 5, 10, 20, 50].find((one) => one * each >= 28) ?? 100;
  const numbers = Array.from({ length: count }, (_, i) => before + i + 1).filter(
    (n) => n === before + 1 || n % every === 0,
  );
  const woken = releases.reduce((sum, one) => sum + one.woken, 0);
  const nothing = releases.reduce((sum, one) => sum + one.forNothing, 0);
  const told =
    before > 0
      ? words.say('wokenNewest', { count: releases.length, woken, nothing })
      : unknown > 0
        ? words.say('allWokenSoFar', { woken, unknown })
        : words.say('allWoken', { woken, nothing });
  // What a queue would take beside it: one at each.
  const aside = most > 2;
  return {
    width,
    height,
    shapes: [
      group(
        y
          .ticks(3)
          .filter(Number.isInteger)
          .flatMap((value): Shape[] => [
            path(`M${left} ${round(y(value))}H${right}`, { className: 'hair' }),
            text(left - 10, round(y(value) + 4), String(value), {
              anchor: 'end',
              className: 'xs i2',
            }),
          ]),
        { key: 'scale' },
      ),
      group(bars, { key: 'bars' }),
      ...readOut(releases, nameAt, left + 3 + bar / 2, each, top, options),
      group(coming, { key: 'coming' }),
      path(`M${left} ${round(bottom)}H${right}`, { className: 'hair2' }),
      ...(aside
        ? [
            path(`M${left} ${round(y(1))}H${right}`, {
              key: 'queue',
              style: {
                fill: 'none',
                stroke: 'var(--ink)',
                strokeWidth: 1.4,
                strokeDasharray: '6 3',
              },
            }),
          ]
        : []),
      group(
        numbers.map((n) =>
          text(round(left + (n - before - 1) * each + 3 + bar / 2), round(bottom + 17), String(n), {
            anchor: 'middle',
            className: 'xs i2',
          }),
        ),
        { key: 'numbers' },
      ),
      text(right, round(bottom + 34), words.say('release'), { anchor: 'end', className: 'xs i2' }),
      ...head(told, narrow, left, words),
      ...(narrow ? [] : legend(right + 24, width, words, toCome.length, aside)),
    ],
  };
}

/** What the bar that is looked at says: the same whether by the pointer or by the keyboard. */
function readOut(
  releases: readonly ReleaseView[],
  nameAt: (one: ReleaseView, i: number) => string,
  first: number,
  each: number,
  top: number,
  { at, width }: ReleasesOptions,
): Shape[] {
  const one = at === null ? undefined : releases[at];
  if (at === null || one === undefined) return [];
  const x = first + at * each;
  const told = nameAt(one, at);
  const half = boldWidth(told, 13) / 2 + 4;
  const middle = Math.max(half, Math.min(width - half, x));
  return [
    group(
      [
        path(`M${round(x)} ${top - 8}v6`, { className: 'hair2' }),
        text(round(middle), top - 12, told, { anchor: 'middle', className: 's b halo' }),
      ],
      { key: 'read-out' },
    ),
  ];
}

function head(told: string, narrow: boolean, left: number, words: RecipesSaying): Shape[] {
  if (narrow) {
    return [
      text(8, 20, words.say('atEach'), { className: 'm b' }),
      text(8, 40, told, { className: 's i2' }),
    ];
  }
  return [
    text(23, 24, words.say('atEach'), { className: 'm b' }),
    ...wrapped(told, left - 64, 13).map((line, i) =>
      text(23, 46 + i * 17, line, { className: 's i2' }),
    ),
  ];
}

function legend(
  x: number,
  width: number,
  words: RecipesSaying,
  toCome: number,
  aside: boolean,
): Shape[] {
  if (width - x < 90) return [];
  return [
    rect(x, 26, 22, 14, { style: { fill: 'var(--ink)' } }),
    text(x + 32, 38, words.say('usefully'), { className: 'xs i2' }),
    rect(x, 50, 22, 14, { style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.2 } }),
    text(x + 32, 62, words.say('inVain'), { className: 'xs i2' }),
    ...(toCome > 0
      ? [
          rect(x, 74, 22, 12, {
            style: { fill: 'none', stroke: 'var(--ink-3)', strokeDasharray: '2 3' },
          }),
          text(x + 32, 85, words.say('toCome'), { className: 'xs i2' }),
        ]
      : []),
    ...(aside
      ? [
          path(`M${x} 103h22`, {
            style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.4, strokeDasharray: '6 3' },
          }),
          text(x + 32, 107, words.say('queueOne'), { className: 'xs i2' }),
        ]
      : []),
  ];
}
