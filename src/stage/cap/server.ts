import type { CapServerView } from '../../view/cap.ts';
import type { ProcessView } from '../../view/frame.ts';
import { claimColour } from '../colours.ts';
import { cropMarks, ring } from '../glyphs.ts';
import type { RingKind } from '../glyphs.ts';
import { OUTLINE } from '../server-ring.ts';
import { at, circle, group, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { ringClass, stateWord, wordClass } from '../states.ts';
import { HIDDEN, veiled } from '../veil.ts';
import type { Veil } from '../veil.ts';
import { TAG, labelBox } from './layout.ts';
import type { CapSeat } from './layout.ts';
import { roleWord } from './role.ts';
import type { CapSaying } from './words.ts';

export interface ServerOptions {
  readonly words: CapSaying;
  readonly selected?: number | null;
  readonly changed: number | null;
  readonly reducedMotion: boolean;
  readonly veil: Veil;
}

/** How the ring of a server looks that has this role. */
export const roleKind = (process: ProcessView, role: string): RingKind => {
  if (process.liveness !== 'up') return process.liveness;
  switch (role) {
    case 'LOOKING':
      return 'looking';
    case 'LEADING':
    case 'PRIMARY':
      return 'leading';
    case 'READ_ONLY':
      return 'reading';
    default:
      return 'following';
  }
};

/** A server as a ring, and beside it its role and the value that it has of x. */
export function serverShape(
  process: ProcessView,
  view: CapServerView,
  seat: CapSeat,
  radius: number,
  options: ServerOptions,
): Shape {
  const { words, selected, changed, reducedMotion, veil } = options;
  const hidden = veiled(veil, process.pid, 'state');
  const kind = hidden ? 'following' : roleKind(process, view.role);
  const word = hidden
    ? HIDDEN
    : process.liveness === 'up'
      ? roleWord(view.role, words)
      : stateWord(process, words);
  const glows = changed === process.pid;
  return group(
    [
      ...(glows && !reducedMotion
        ? [circle(0, 0, round(radius * 1.36), { className: 'glow' })]
        : []),
      ...(glows && reducedMotion
        ? [circle(0, 0, radius + 10, { className: 'changed', style: OUTLINE })]
        : []),
      // A press between it and its words is meant for it, too.
      reachOf(seat, radius),
      ...(selected === process.pid ? [cropMarks(radius)] : []),
      ...ring(kind, process.name, radius),
      circle(0, 0, radius + 7, { className: 'focus-mark' }),
      ...labelShapes(view, word, wordClass(kind), seat, options),
    ],
    {
      key: `server-${process.pid}`,
      className: ringClass(kind),
      role: 'button',
      label: words.server(process.pid, word),
      action: { select: process.pid },
      selected: selected === process.pid,
      transform: at(seat.x, seat.y),
    },
  );
}

/** From its ring to its label. */
const reachOf = ({ x, y, label }: CapSeat, radius: number): Shape => {
  const box = labelBox(label, TAG.width);
  const [left, top] = [Math.min(-radius, box.x - x), Math.min(-radius, box.y - y)];
  return rect(
    round(left),
    round(top),
    round(Math.max(radius, box.x - x + box.width) - left),
    round(Math.max(radius, box.y - y + box.height) - top),
    { style: { fill: 'transparent' } },
  );
};

/** The word, and the value below it as a tag in the value's colour. */
function labelShapes(
  view: CapServerView,
  word: string,
  className: string,
  { x, y, label }: CapSeat,
  { words, veil }: ServerOptions,
): readonly Shape[] {
  const [dx, dy] = [round(label.x - x), round(label.y - y)];
  const { anchor } = label;
  const from = anchor === 'start' ? dx : anchor === 'end' ? dx - TAG.width : dx - TAG.width / 2;
  const hidden = veiled(veil, view.pid, 'register');
  const value = hidden ? HIDDEN : view.value === null ? null : String(view.value);
  const top = dy + TAG.below;
  return [
    text(dx, dy + 4, word, { key: 'word', anchor, className: `word halo ${className}` }),
    ...tagShapes(value, hidden ? null : view.value, from, top, words),
  ];
}

/** x as a tag: filled in the colour of its value, empty without one. */
export const tagShapes = (
  shown: string | null,
  value: number | null,
  x: number,
  y: number,
  words: Pick<CapSaying, 'say'>,
): readonly Shape[] => {
  const filled = value !== null && value > 0;
  return [
    rect(round(x), round(y), TAG.width, TAG.height, {
      key: 'tag',
      rx: 3,
      style: filled
        ? { fill: claimColour(value) }
        : { fill: 'var(--paper)', stroke: 'var(--ink-3)', strokeWidth: 1.2 },
    }),
    text(
      round(x + TAG.width / 2),
      round(y + 16),
      shown === null ? words.say('noValue') : words.say('value', { value: shown }),
      {
        key: 'value',
        anchor: 'middle',
        style: {
          fontSize: 14,
          fontWeight: 650,
          fill: filled ? 'var(--on-claim)' : 'var(--ink)',
        },
      },
    ),
  ];
};
