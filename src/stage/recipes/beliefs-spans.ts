import type { SpanView } from '../../view/recipes.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { boldWidth } from '../geometry.ts';
import { circle, group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { lasting } from './lasting.ts';
import type { Overlap } from './overlaps.ts';
import type { TimeScale } from './time-scale.ts';
import type { RecipesSaying } from './words.ts';

/** The layers of a lane, in the order in which they lie over each other. */
export const LAYERS = [
  'session',
  'waits',
  'silent',
  'believes',
  'paused',
  'holds',
  'edge',
] as const;

/** A wait that is drawn no longer than this has no beginning of its own. */
const SHORT = 10;

/** What a stretch of a client's life adds to one layer of its lane. @param tall half of the height of a bar */
export function spanShapes(
  { kind, from, to, what }: SpanView,
  layer: string,
  y: number,
  scale: TimeScale,
  now: Micros,
  colour: string,
  tall: number,
): Shape[] {
  const x0 = scale.x(from);
  // What goes on is drawn to the end of the axis: what is to come hides it.
  const x1 = Math.max(x0 + 1.5, scale.x(to ?? scale.to));
  if (from > now) return [];
  const box = (half: number, style: object): Shape =>
    rect(round(x0), round(y - half), round(x1 - x0), 2 * half, { style, title: what });
  if (layer === 'edge') {
    return kind === 'believes'
      ? [box(tall, { fill: 'none', stroke: colour, strokeWidth: 1.8 })]
      : [];
  }
  if (layer !== kind) return [];
  switch (kind) {
    case 'believes':
      return [box(tall, { fill: 'var(--paper)' })];
    case 'holds':
      return [box(tall / 2, { fill: colour })];
    case 'paused':
      return [box(tall, { fill: 'url(#hatch)' })];
    case 'waits':
      return [
        path(`M${round(x0)} ${round(y)}H${round(x1)}`, {
          style: { fill: 'none', stroke: 'var(--ink-2)', strokeWidth: 1.4, strokeDasharray: '4 3' },
        }),
        ...(x1 - x0 < SHORT
          ? []
          : [circle(round(x0), round(y), 3, { style: { fill: 'var(--ink-2)' } })]),
      ];
    case 'silent':
      return [
        path(`M${round(x0)} ${round(y + tall + 1)}H${round(x1)}`, {
          style: { fill: 'none', stroke: 'var(--looking)', strokeWidth: 2, strokeDasharray: '2 3' },
        }),
      ];
    case 'session':
      return [
        path(`M${round(x0)} ${round(y + tall + 1.5)}H${round(x1)}`, {
          style: { fill: 'none', stroke: 'var(--ink-3)', strokeWidth: 1 },
        }),
        ...(to === null || to > now
          ? []
          : [
              path(`M${round(x1)} ${round(y + tall - 3)}V${round(y + tall + 2)}`, {
                style: { fill: 'none', stroke: 'var(--violation)', strokeWidth: 2 },
              }),
            ]),
      ];
  }
}

interface OverlapPlace {
  /** The middle of each lane. */
  readonly y: ReadonlyMap<Pid, number>;
  readonly scale: TimeScale;
  readonly now: Micros;
  readonly left: number;
  readonly width: number;
  /** Height of a lane, and half of that of a bar in it. */
  readonly row: number;
  readonly tall: number;
  readonly words: RecipesSaying;
}

/** A red bracket over those who believe the same at once, and a double line under the last of them. */
export function overlapShape(
  { from, to, pids, what }: Overlap,
  i: number,
  { y, scale, now, left, width, row, tall, words }: OverlapPlace,
): Shape {
  const ys = pids.flatMap((pid) => y.get(pid) ?? []);
  const [x0, x1] = [round(scale.x(from)), round(Math.max(scale.x(from) + 3, scale.x(to)))];
  // As much as lies between two bars: it covers neither.
  const between = row - 2 * tall;
  const top = round(Math.min(...ys) - tall - between / 2);
  const under = Math.max(...ys) + tall + between / 3;
  const lower = under + between / 2;
  const red = { fill: 'none', stroke: 'var(--violation)' };
  const label = words.say('bug', {
    count: pids.length,
    time: lasting(Math.max(1, Math.min(now, to) - from), words),
  });
  const wide = boldWidth(label, 13);
  const x = Math.max(left + wide / 2, Math.min((x0 + x1) / 2, width - wide / 2 - 6));
  return group(
    [
      path(`M${x0} ${top + 4}V${top - 1}H${x1}V${top + 4}`, {
        style: { ...red, strokeWidth: 1.8 },
      }),
      path(`M${x0} ${round(under)}H${x1}M${x0} ${round(lower)}H${x1}`, {
        style: { ...red, strokeWidth: 1.4 },
      }),
      ...(i === 0
        ? [text(round(x), 13, label, { anchor: 'middle', className: 's b w-violation halo' })]
        : []),
    ],
    { key: `overlap-${what}-${from}`, role: 'img', label },
  );
}
