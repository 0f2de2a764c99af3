import { trimmed } from '../geometry.ts';
import { group, path, rect, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { colourOf } from './marks.ts';
import type { ClientView } from './scene.ts';
import type { RecipesSaying } from './words.ts';

/** So many callers are named. */
const MOST = 2;

/** What each mark of the lanes of calls is. */
export function callsLegend(
  x: number,
  width: number,
  consumers: readonly ClientView[],
  words: RecipesSaying,
): Shape {
  if (width - x < 90) return group([], { key: 'legend' });
  const rows: (readonly [Shape, string])[] = [
    ...consumers.slice(0, MOST).map(({ pid, name }, i): readonly [Shape, string] => [
      path(`M${x + 8} ${30 + i * 23}v13`, {
        style: { fill: 'none', stroke: colourOf(pid), strokeWidth: 2 },
      }),
      words.say('callOf', { name }),
    ]),
  ];
  const next = (): number => 36 + rows.length * 23;
  rows.push([
    path(`M${x + 4} ${next() - 4}l8 8m0 -8l-8 8`, {
      style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.6 },
    }),
    words.say('failedCall'),
  ]);
  rows.push([rect(x, next() - 2, 20, 4, { style: { fill: 'var(--ink)' } }), words.say('silence')]);
  return group(
    rows.flatMap(([shape, label], i) => [
      shape,
      text(x + 34, 40 + i * 23, trimmed(label, width - x - 36, 12), { className: 'xs i2' }),
    ]),
    { key: 'legend' },
  );
}
