import { textWidth } from '../geometry.ts';
import { group, path, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { ToolSaying } from './tool-words.ts';

const MARK = 24;
const GAP = 18;

/** The marks of the chart in one line, as many as have room. */
export function chartLegend(words: ToolSaying, left: number, y: number, width: number): Shape[] {
  const middle = y - 4;
  const stroke = (style: object, d: string): Shape =>
    path(d, { style: { stroke: 'var(--ink-2)', ...style } });
  const items: readonly (readonly [string, (x: number) => Shape])[] = [
    [words.say('prepare'), (x) => stroke({ strokeWidth: 2 }, `M${x} ${middle}h${MARK}`)],
    [words.say('accept'), (x) => stroke({ strokeWidth: 6 }, `M${x} ${middle}h${MARK}`)],
    [
      words.say('refused'),
      (x) =>
        stroke({ stroke: 'var(--ink)', strokeWidth: 2.2 }, `M${x + 8} ${middle - 4}l9 9m0 -9l-9 9`),
    ],
    [
      words.say('toCome'),
      (x) => stroke({ strokeWidth: 2, strokeDasharray: '2 5' }, `M${x} ${middle}h${MARK}`),
    ],
  ];
  const shapes: Shape[] = [];
  let x = left;
  for (const [label, mark] of items) {
    const room = MARK + 8 + textWidth(label, 12);
    if (x + room > width) break;
    shapes.push(mark(round(x)), text(round(x + MARK + 8), y, label, { className: 'xs i2' }));
    x += room + GAP;
  }
  return [group(shapes, { key: 'legend' })];
}
