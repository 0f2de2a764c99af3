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

/** Times under the lanes. */
export function axisShapes(
  { scale, bottom, left, right }: TimeLanes,
  words: RecipesSaying,
): Shape[] {
  return [
    path(`M${left} ${round(bottom)}H${right}`, { className: 'hair2' }),
    ...scale.ticks.flatMap(({ time, value }, i) => {
      const x = round(scale.x(time));
      const label = i === 0 ? words.timeIn(value, scale.unit) : value;
      return [
        path(`M${x} ${round(bottom)}v4`, { className: 'hair2' }),
        text(x, round(bottom + 17), label, { anchor: 'middle', className: 'xs i2' }),
      ];
    }),
  ];
}

export const hairsOf = (lanes: readonly number[], from: number, to: number): string =>
  lanes.map((y) => `M${from} ${round(y)}H${to}`).join('');

const nowText = (now: Micros, { scale }: TimeLanes, words: RecipesSaying): string =>
  words.timeIn(digitsIn(now, scale), scale.unit);

const curtainAt = (x: number, right: number): string =>
  `${at(x, 0)} scale(${round(Math.max(0.01, right + 2 - x))} 1)`;

/** Paper over what lies ahead of the present, with the lanes' lines on it; then the present itself. */
export function nowShapes(of: TimeLanes, now: Micros, words: RecipesSaying): readonly Shape[] {
  const { scale, top, bottom, right, lanes } = of;
  const x = scale.x(now);
  const label = nowText(now, of, words);
  const half = round(textWidth(label, 12) / 2 + 9);
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

/** What time alone changes: the present moves on, and uncovers what goes on. */
export const nowMoves = (of: TimeLanes, now: Micros, words: RecipesSaying): readonly Move[] => {
  const x = of.scale.x(now);
  return [
    { key: 'ahead', transform: curtainAt(x, of.right) },
    { key: 'playhead', transform: at(round(x), 0) },
    { key: 'now', text: nowText(now, of, words) },
  ];
};
