import { trimmed } from '../geometry.ts';
import { path, rect, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { RecipesSaying } from './words.ts';

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
