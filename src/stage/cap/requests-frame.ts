import type { CapDetail } from '../../view/cap.ts';
import type { Micros } from '../../view/time.ts';
import { textWidth } from '../geometry.ts';
import { group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { CapAxis } from './axis.ts';
import { cutsApart } from './crowded.ts';
import { OUTCOMES, markAt } from './marks.ts';
import type { CapSaying } from './words.ts';

/** Seconds below the lanes; a fold with its length in it. */
export function axisShapes(
  axis: CapAxis,
  bottom: number,
  left: number,
  right: number,
  words: CapSaying,
): Shape[] {
  return [
    path(`M${left} ${round(bottom)}H${right}`, { className: 'hair' }),
    ...axis.ticks.flatMap(({ x, value }, i) => [
      path(`M${round(x)} ${round(bottom)}v4`, { className: 'hair2' }),
      text(round(x), round(bottom + 16), i === 0 ? words.timeIn(value, 's') : value, {
        anchor: 'middle',
        className: 'xs i2',
      }),
    ]),
  ];
}

const lasting = ({ from, to }: CapAxis['pleats'][number], words: CapSaying): string =>
  words.timeIn(Math.round((to - from) / 1e6), 's');

/** From where to where it is said how long each fold is. */
export const foldsTold = (
  axis: CapAxis,
  words: CapSaying,
): readonly (readonly [number, number])[] =>
  axis.pleats.map((pleat) => {
    const x = (pleat.x0 + pleat.x1) / 2;
    const half = textWidth(lasting(pleat, words), 12) / 2 + 3;
    return [x - half, x + half];
  });

/** Where waiting is folded the lanes are broken, and how long it was stands there. */
export const foldShapes = (
  axis: CapAxis,
  lanes: readonly number[],
  bottom: number,
  words: CapSaying,
): Shape[] =>
  axis.pleats.flatMap((pleat, i) => {
    const { x0, x1 } = pleat;
    const x = round((x0 + x1) / 2);
    return [
      rect(round(x0), 0, round(x1 - x0), round(bottom), {
        key: `fold-${i}`,
        style: { fill: 'var(--paper)' },
      }),
      ...lanes.map((y) =>
        path(`M${x - 7} ${round(y + 6)}l5 -12m5 12l5 -12`, { className: 'hair2' }),
      ),
      text(x, round(bottom / 2 + 6), lasting(pleat, words), {
        anchor: 'middle',
        className: 'xs i2',
      }),
    ];
  });

/**
 * When the network was cut, and when it heals: two lines through all lanes. Of cuts that nobody could
 * tell apart the first beginning and the last end are drawn, with hatching between.
 */
export function cutShapes(
  detail: CapDetail,
  axis: CapAxis,
  top: number,
  bottom: number,
  words: CapSaying,
): Shape[] {
  const pair = (x: number, key: string, dotted: boolean, title: string): Shape =>
    group(
      [-2, 2].map((aside) =>
        path(`M${round(x + aside)} ${top}V${round(bottom)}`, {
          style: {
            fill: 'none',
            stroke: 'var(--ink)',
            strokeWidth: 1.2,
            ...(dotted ? { strokeDasharray: '2 3' } : {}),
          },
        }),
      ),
      { key, title },
    );
  return cutsApart(detail.cuts, axis).flatMap(({ from, to, count }, i) => {
    const [x0, x1] = [round(axis.x(from)), round(axis.x(to ?? axis.to))];
    const title = words.say('cut', { count });
    return [
      ...(count === 1 ? [] : hatching(x0 + 6, x1 - 4, [top, round(bottom)], `cuts-${i}`, title)),
      pair(x0, `cut-${i}`, false, title),
      ...(to === null ? [] : [pair(x1, `heal-${i}`, true, words.say('healed'))]),
    ];
  });
}

/** Hairs from top to bottom. */
function hatching(
  from: number,
  to: number,
  [top, bottom]: readonly [number, number],
  key: string,
  title: string,
): Shape[] {
  const count = Math.max(0, Math.floor((to - from) / 4));
  const hairs = Array.from({ length: count }, (_, i) => `M${round(from + 4 * i)} ${top}V${bottom}`);
  return count === 0 ? [] : [group([path(hairs.join(''), { className: 'hair' })], { key, title })];
}

/** The present, over all lanes, and what time it is. */
export function nowShape(
  x: number,
  top: number,
  bottom: number,
  since: Micros,
  words: CapSaying,
): Shape {
  const label = words.timeIn(Math.round(since / 1e5) / 10, 's');
  const half = round(textWidth(label, 12) / 2 + 7);
  return group(
    [
      path(`M${round(x)} ${top - 6}V${round(bottom)}`, {
        style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.5 },
      }),
      rect(round(x - half), round(bottom + 3), 2 * half, 17, { style: { fill: 'var(--ink)' } }),
      text(round(x), round(bottom + 15.5), label, {
        anchor: 'middle',
        className: 'xs b',
        style: { fill: 'var(--paper)' },
      }),
    ],
    { key: 'playhead' },
  );
}

/** The five marks with their words. */
export function legendShapes(x: number, width: number, height: number, words: CapSaying): Shape[] {
  if (width - x < 70) return [];
  const each = Math.min(24, (height - 8) / OUTCOMES.length);
  return OUTCOMES.flatMap((kind, i) => {
    const y = round(8 + (i + 0.5) * each);
    return [
      markAt(kind, x, y),
      text(round(x + 16), y + 4.5, words.say(`legend.${kind}`), { className: 'xs i2' }),
    ];
  });
}
