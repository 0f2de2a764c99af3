import type { Micros } from '../../view/time.ts';
import { textWidth, trimmed } from '../geometry.ts';
import { group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { TimeScale } from './time-scale.ts';
import type { RecipesSaying } from './words.ts';

/** Times under the lanes. */
export function axisShapes(
  scale: TimeScale,
  bottom: number,
  left: number,
  right: number,
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

/** The present, over all lanes. @param top where they begin */
export function nowShape(
  x: number,
  top: number,
  bottom: number,
  now: Micros,
  words: RecipesSaying,
): Shape {
  const label = words.time(now);
  const half = round(textWidth(label, 12) / 2 + 8);
  return group(
    [
      path(`M${round(x)} ${top - 6}V${round(bottom)}`, {
        style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.5 },
      }),
      rect(round(x - half), round(bottom + 4), 2 * half, 17, { style: { fill: 'var(--ink)' } }),
      text(round(x), round(bottom + 16.5), label, {
        anchor: 'middle',
        className: 'xs b',
        style: { fill: 'var(--paper)' },
      }),
    ],
    { key: 'playhead' },
  );
}

/** What each mark of a lane is. */
export function legend(x: number, width: number, words: RecipesSaying): Shape[] {
  if (width - x < 90) return [];
  const ink = 'var(--ink-2)';
  const line = (i: number, mark: Shape, label: string): Shape[] => [
    mark,
    text(x + 34, 39 + i * 23, trimmed(label, width - x - 36, 12), { className: 'xs i2' }),
  ];
  return [
    ...line(0, rect(x, 31, 24, 8, { style: { fill: ink } }), words.say('holds')),
    ...line(
      1,
      rect(x, 50, 24, 14, { style: { fill: 'none', stroke: ink, strokeWidth: 1.8 } }),
      words.say('believes'),
    ),
    ...line(2, rect(x, 75, 24, 12, { style: { fill: 'url(#hatch)' } }), words.say('paused')),
    ...line(
      3,
      path(`M${x} 104h24`, {
        style: { fill: 'none', stroke: ink, strokeWidth: 1.4, strokeDasharray: '4 3' },
      }),
      words.say('waits'),
    ),
  ];
}
