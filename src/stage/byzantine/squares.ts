/** The messages of a run, counted: a square each, round by round; of very many a bar. */
import type { ByzantineDetail } from '../../view/byzantine.ts';
import { boldWidth } from '../geometry.ts';
import { group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { ByzantineSaying } from './words.ts';

interface Place {
  readonly words: ByzantineSaying;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Whether they are lies is not told. */
  readonly hidden: boolean;
}

/** More squares than these are bars; so many stand beside the word, more below it. */
const MOST = 200;
/** In so little width, as for a room, of more than these: squares would take three lines, and all be drawn smaller. */
const NARROW = { width: 280, most: 24 };
const BESIDE = 12;
const BESIDE_PITCH = 15.5;
/** From the word to the squares beside it. */
const GAP = 12;

/** A square of a message that was sent, torn where it is a lie; one that is to come is hollow. */
const square = (x: number, y: number, size: number, kind: 'sent' | 'lie' | 'to come'): Shape => {
  if (kind === 'lie') {
    const s = size / 12;
    return path(
      `M${round(x)} ${round(y)}h${size}v${size}h${-size}l${round(4 * s)} ${round(-3 * s)}l${round(-5 * s)} ${round(-3 * s)}l${round(5 * s)} ${round(-3 * s)}Z`,
      {
        style: {
          fill: 'var(--paper)',
          stroke: 'var(--violation)',
          strokeWidth: size > 8 ? 2 : 1.2,
        },
      },
    );
  }
  return rect(round(x), round(y), size, size, {
    style:
      kind === 'sent'
        ? { fill: 'var(--ink-2)' }
        : { fill: 'none', stroke: 'var(--line)', strokeWidth: 1 },
  });
};

/** The line `Messages`, its squares, and `9 of 9`. */
export function squareShapes(
  detail: ByzantineDetail,
  { words, left, right, top, hidden }: Place,
): { shapes: readonly Shape[]; bottom: number } {
  const sent = detail.levels.reduce((sum, one) => sum + one.sent, 0);
  const expected = detail.levels.reduce((sum, one) => sum + one.expected, 0);
  const shapes: Shape[] = [
    text(left, top, words.say('panel.messages'), { className: 'm b' }),
    text(right, top, words.say('panel.of', { sent, expected }), {
      anchor: 'end',
      className: 'm b',
    }),
  ];
  const all = Math.max(expected, sent);
  let bottom = top + 6;
  if (all > (right - left < NARROW.width ? NARROW.most : MOST)) {
    const longest = Math.max(...detail.levels.map((one) => one.expected), 1);
    detail.levels.forEach((level, i) => {
      const y = top + 10 + i * 13;
      const whole = Math.max(3, (right - left - 76) * (level.expected / longest));
      const part = whole * Math.min(1, level.sent / Math.max(1, level.expected));
      const false2 = hidden ? 0 : part * (level.lies / Math.max(1, level.sent));
      shapes.push(
        group(
          [
            rect(left, y, round(whole), 8, {
              style: { fill: 'none', stroke: 'var(--line)', strokeWidth: 1 },
            }),
            rect(left, y, round(part), 8, { style: { fill: 'var(--ink-2)' } }),
            rect(round(left + part - false2), y, round(false2), 8, {
              style: { fill: 'var(--violation)' },
            }),
            text(right, y + 8, `${level.sent}/${level.expected}`, {
              anchor: 'end',
              className: 'xs i2',
            }),
          ],
          { key: `round-${i}`, title: words.say('panel.round', { ...level, round: i + 1 }) },
        ),
      );
      bottom = y + 12;
    });
    return { shapes, bottom };
  }
  const gaps = detail.levels.length - 1;
  const behind = left + boldWidth(words.say('panel.messages'), 15) * 0.94 + GAP;
  const count = boldWidth(words.say('panel.of', { sent, expected }), 15) + GAP;
  const beside = all <= BESIDE && behind + (all + 0.8 * gaps) * BESIDE_PITCH <= right - count;
  const pitch = beside ? BESIDE_PITCH : Math.min(15, Math.sqrt(((right - left) * 34) / all));
  const size = round(pitch * 0.7);
  const from = beside ? behind : left;
  let [x, y] = [from, beside ? top - 11 : top + 10];
  detail.levels.forEach((level, i) => {
    const kinds = Array.from({ length: Math.max(level.expected, level.sent) }, (_, at) =>
      at >= level.sent
        ? 'to come'
        : !hidden && at >= level.sent - level.lies
          ? 'lie'
          : ('sent' as const),
    );
    const squares = kinds.map((kind) => {
      if (!beside && x + size > right) [x, y] = [from, y + pitch];
      const shape = square(x, y, size, kind);
      x += pitch;
      return shape;
    });
    shapes.push(
      group(squares, {
        key: `round-${i}`,
        title: words.say('panel.round', { ...level, round: i + 1 }),
      }),
    );
    if (i < gaps) x += pitch * 0.8;
    bottom = y + pitch;
  });
  return { shapes, bottom };
}
