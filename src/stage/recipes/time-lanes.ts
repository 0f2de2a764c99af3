import type { Micros } from '../../view/time.ts';
import { textWidth } from '../geometry.ts';
import { at, group, path, rect, round, text } from '../shape.ts';
import type { Drawing, Move, Shape } from '../shape.ts';
import { digitsIn } from './time-scale.ts';
import type { TimeScale } from './time-scale.ts';
import type { RecipesSaying } from './words.ts';

/** Lanes over a straight axis of time: what goes on is drawn to its end, and what is to come hides it. */
export interface TimeLanes {
  readonly scale: TimeScale;
  readonly left: number;
  readonly right: number;
  /** Where the lanes begin and end. */
  readonly top: number;
  readonly bottom: number;
  /** The middle of each lane. */
  readonly lanes: readonly number[];
}

/** A drawing of which time alone changes a part. */
export interface MovingDrawing extends Drawing {
  readonly moves: (now: Micros) => readonly Move[];
}

/** Lanes with their axis: when the present comes to its end, it is to be drawn anew. */
export interface LanesDrawing extends MovingDrawing {
  readonly until: Micros;
}

/** Times under the lanes. */
export function axisShapes(
  { scale, bottom, left, right }: TimeLanes,
  words: RecipesSaying,
): Shape[] {
  return [
    path(`M${left} ${round(bottom)}H${right}`, { className: 'hair2' }),
    ...scale.ticks.flatMap(({ time }, i) => {
      const x = round(scale.x(time));
      return [
        path(`M${x} ${round(bottom)}v4`, { className: 'hair2' }),
        text(x, round(bottom + 17), tickText(scale, i, words), {
          key: `tick-${i}`,
          anchor: 'middle',
          className: 'xs i2',
        }),
      ];
    }),
  ];
}

/** The first tick tells the unit of all. */
const tickText = ({ ticks, unit }: TimeScale, i: number, words: RecipesSaying): string => {
  const value = ticks[i]?.value ?? '';
  return i === 0 ? words.timeIn(value, unit) : value;
};

export const hairsOf = (lanes: readonly number[], from: number, to: number): string =>
  lanes.map((y) => `M${from} ${round(y)}H${to}`).join('');

const nowText = (now: Micros, { scale }: TimeLanes, words: RecipesSaying): string =>
  words.timeIn(digitsIn(now, scale), scale.unit);

/** Half of the box in which the present's time stands. */
const halfOf = (label: string): number => round(textWidth(label, 12) / 2 + 9);

const curtainAt = (x: number, right: number): string =>
  `${at(x, 0)} scale(${round(Math.max(0.01, right + 2 - x))} 1)`;

/** Paper over what lies ahead of the present, with the lanes' lines on it; then the present itself. */
export function nowShapes(of: TimeLanes, now: Micros, words: RecipesSaying): readonly Shape[] {
  const { scale, top, bottom, right, lanes } = of;
  const x = scale.x(now);
  const label = nowText(now, of, words);
  const half = halfOf(label);
  return [
    group(
      [
        rect(0, round(top - 4), 1, round(bottom - top + 3), { style: { fill: 'var(--paper)' } }),
        path(hairsOf(lanes, 0, 1), { className: 'hair' }),
      ],
      { key: 'ahead', transform: curtainAt(x, right) },
    ),
    group(
      [
        path(`M0 ${top - 6}V${round(bottom)}`, {
          style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.5 },
        }),
        rect(-half, round(bottom + 4), 2 * half, 17, { style: { fill: 'var(--ink)' } }),
        text(0, round(bottom + 16.5), label, {
          key: 'now',
          anchor: 'middle',
          className: 'xs b',
          style: { fill: 'var(--paper)' },
        }),
      ],
      { key: 'playhead', transform: at(round(x), 0) },
    ),
  ];
}

/** What time alone changes: the present moves on, uncovers what goes on, and stands before the ticks' times. */
export const nowMoves = (of: TimeLanes, now: Micros, words: RecipesSaying): readonly Move[] => {
  const { scale } = of;
  const x = scale.x(now);
  const label = nowText(now, of, words);
  const half = halfOf(label);
  return [
    ...scale.ticks.map(({ time }, i): Move => {
      const own = textWidth(tickText(scale, i, words), 12) / 2 + 3;
      return { key: `tick-${i}`, hidden: Math.abs(scale.x(time) - x) < half + own };
    }),
    { key: 'ahead', transform: curtainAt(x, of.right) },
    { key: 'playhead', transform: at(round(x), 0) },
    { key: 'now', text: label },
  ];
};
