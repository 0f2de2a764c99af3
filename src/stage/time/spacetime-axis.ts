import type { Micros } from '../../view/time.ts';
import { textWidth } from '../geometry.ts';
import { group, path, rect, round, text } from '../shape.ts';
import type { Move, Shape } from '../shape.ts';
import type { SpacetimeRoom } from './spacetime-room.ts';
import { TICK_ROOM } from './time-axis.ts';
import { waitParts } from '../time-text.ts';
import type { StageWords } from '../words.ts';

/** Height of one turn of a pleat's edge. */
const TURN = 12.4;

/** What is seen of the lanes, in their own units. */
export type Seen = readonly [number, number];

const isSeen = ([from, to]: Seen, x: number, half = 0): boolean =>
  x + half >= from && x - half <= to;

/** Folded waits: a pleat over all lanes with its length in it. */
export const pleats = (room: SpacetimeRoom, words: StageWords, seen: Seen): readonly Shape[] => {
  const { axis, bottom } = room;
  const middle = round(middleOf(room) + 4);
  const shapes: Shape[] = [];
  for (const { from, to, x0, x1 } of axis.pleats) {
    if (!isSeen(seen, (x0 + x1) / 2, (x1 - x0) / 2)) continue;
    const word = waited(to - from, words);
    const edge = (x: number): Shape =>
      path(zigzag(x, bottom), {
        style: { fill: 'none', stroke: 'var(--ink-3)', strokeWidth: 1 },
      });
    shapes.push(
      group(
        [
          rect(round(x0 + 1), 2, round(x1 - x0 - 2), bottom, { style: { fill: 'var(--faint)' } }),
          edge(x0 + 6),
          edge(x1 - 6),
          text(round((x0 + x1) / 2), middle, word, {
            key: `fold-length-${from}`,
            anchor: 'middle',
            className: 'xs b halo',
          }),
        ],
        {
          key: `fold-${from}`,
          className: 'time-fold',
          title: words.timeline('quiet', { duration: word }),
        },
      ),
    );
  }
  return shapes;
};

const waited = (wait: Micros, words: StageWords): string => {
  const { value, unit } = waitParts(wait);
  return words.timeIn(value, unit);
};

/** Between the middle lanes, where no name and no line stands. */
function middleOf({ lanes, gap }: SpacetimeRoom): number {
  const ys = [...lanes.values()];
  const middle = ys[Math.floor((ys.length - 1) / 2)] ?? 20;
  return ys.length % 2 === 0 ? middle + gap / 2 : middle;
}

function zigzag(x: number, bottom: number): string {
  let d = `M${round(x)} 2`;
  let side = 1;
  for (let y = 2 + TURN / 2; y < bottom; y += TURN) {
    d += `L${round(x + side * 3)} ${round(y)}`;
    side = -side;
  }
  return `${d}L${round(x)} ${bottom + 2}`;
}

/** Times under the lanes; the first one says the unit. */
export const ticks = (room: SpacetimeRoom, words: StageWords, seen: Seen): readonly Shape[] => {
  const { axis, bottom } = room;
  return axis.ticks.flatMap(({ value, x }, i) => {
    if (!isSeen(seen, x, 30)) return [];
    const word = i === 0 ? words.timeIn(value, axis.unit) : value;
    return [
      path(`M${x} ${bottom - 1}v4`, { key: `at-${i}`, className: 'hair2' }),
      text(Math.max(x, textWidth(word, 12) / 2), bottom + 17, word, {
        key: `tick-${i}`,
        anchor: 'middle',
        className: 'xs i2',
      }),
    ];
  });
};

const half = (word: string): number => round(Math.max(26, textWidth(word, 12) / 2 + 6));

/** Where the clock of the playhead stands: under its line, but inside of the drawing. */
const clockX = (x: number, word: string): number => round(Math.max(half(word), x));

/** The playhead: a line through all lanes, and the time under it. */
export const playhead = (room: SpacetimeRoom, now: Micros, words: StageWords): Shape => {
  const { bottom } = room;
  const x = room.axis.place(now);
  const word = words.time(now);
  return group(
    [
      path(`M0 0V${bottom + 4}`, {
        key: 'playhead-line',
        transform: `translate(${round(x)} 0)`,
        style: { stroke: 'var(--ink)', strokeWidth: 1.5 },
      }),
      group(
        [
          rect(-half(word), bottom + 4, 2 * half(word), 17, {
            key: 'playhead-box',
            style: { fill: 'var(--ink)' },
          }),
          text(0, bottom + 17, word, {
            key: 'playhead-time',
            anchor: 'middle',
            className: 'xs b',
            style: { fill: 'var(--paper)' },
          }),
        ],
        { key: 'playhead-clock', transform: `translate(${clockX(x, word)} 0)` },
      ),
    ],
    { key: 'playhead', className: 'playhead' },
  );
};

/**
 * What the playhead alone changes on the axis: its line, its clock, and which times are seen: not
 * those that the clock covers, nor those that an edge of what is seen would cut.
 */
export const axisMoves = (
  room: SpacetimeRoom,
  now: Micros,
  words: StageWords,
  [from, to]: Seen,
): readonly Move[] => {
  const { axis } = room;
  const x = axis.place(now);
  const word = words.time(now);
  const clock = clockX(x, word);
  const covered = axis.ticks.flatMap(({ value, x: at }, i) => {
    if (at < from - TICK_ROOM || at > to + TICK_ROOM) return [];
    // The first one has its unit, too.
    const own = textWidth(i === 0 ? words.timeIn(value, axis.unit) : value, 12) / 2;
    const cut = at + own > to || (at - own < from && from > 0);
    return [{ key: `tick-${i}`, hidden: cut || Math.abs(at - clock) < half(word) + own + 6 }];
  });
  const lengths = axis.pleats.flatMap(({ from: start, x0, x1 }) => {
    if (x1 < from || x0 > to) return [];
    return [{ key: `fold-length-${start}`, hidden: (x0 < from && from > 0) || x1 > to }];
  });
  return [
    { key: 'playhead-line', transform: `translate(${round(x)} 0)` },
    { key: 'playhead-clock', transform: `translate(${clock} 0)` },
    { key: 'playhead-time', text: word },
    ...covered,
    ...lengths,
  ];
};
