import type { Micros } from '../../view/time.ts';
import { at, circle, group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { lasting } from './lasting.ts';
import type { SessionSpan } from './scene.ts';
import type { MovingDrawing } from './time-lanes.ts';
import type { RecipesSaying } from './words.ts';

const SIZE = { width: 264, height: 58 };
/** The bar: from when it was last heard of to when its time-out is over, and the servers' tick behind it. */
const BAR = { from: 26, to: 178, y: 26, half: 4 };
const LINE = { from: 4, to: 258 };

/** A session as a line of time: when its client was last heard of, when it ends, and where the present is. */
export function sessionFigure(
  session: SessionSpan,
  now: Micros,
  words: RecipesSaying,
): MovingDrawing {
  const { touchedAt, expiresAt, timeout } = session;
  const each = (BAR.to - BAR.from) / Math.max(1, timeout * 1000);
  const x = (time: Micros): number =>
    round(Math.max(LINE.from, Math.min(LINE.to, BAR.from + (time - touchedAt) * each)));
  const end = Math.max(x(expiresAt), BAR.to + 1);
  const { y, half } = BAR;
  const edge = (place: number): string => `M${place} ${y - 9}V${y + 9}`;
  const shapes: Shape[] = [
    path(`M${LINE.from} ${y}H${LINE.to}`, {
      style: { fill: 'none', stroke: 'var(--ink-3)', strokeWidth: 1.4, strokeDasharray: '2 3' },
    }),
    rect(BAR.from, y - half, BAR.to - BAR.from, 2 * half, { style: { fill: 'var(--ink-2)' } }),
    rect(BAR.to, y - half, end - BAR.to, 2 * half, {
      style: { fill: 'url(#hatch)', stroke: 'var(--ink-3)' },
    }),
    path(edge(BAR.from) + edge(end), {
      style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.6 },
    }),
    text(round((BAR.from + BAR.to) / 2), 13, lasting(timeout * 1000, words), {
      anchor: 'middle',
      className: 'xs i2',
    }),
    text(BAR.from - 20, 52, words.say('lastHeard'), { className: 'xs i2' }),
    text(end, 52, words.say('sessionEnds'), { anchor: 'middle', className: 'xs i2' }),
    group([circle(0, y, 5, { style: { fill: 'var(--ink)', stroke: 'var(--paper)' } })], {
      key: 'session-now',
      transform: at(x(now), 0),
      title: words.say('now'),
    }),
  ];
  return {
    ...SIZE,
    shapes,
    moves: (time) => [{ key: 'session-now', transform: at(x(time), 0) }],
  };
}
