/** A server in one of the futures: its ring, its state, and what is in its log. */
import { epochTint } from '../../colours.ts';
import { cropMarks, ring } from '../../glyphs.ts';
import { at, group, path, rect, round, text } from '../../shape.ts';
import type { Shape } from '../../shape.ts';
import { ringClass, ringKind, wordClass } from '../../states.ts';
import type { FutureCell, FutureServer } from '../../../view/write-path.ts';
import type { Column } from './columns.ts';
import { LEAST_NAMED, rowY } from './geometry.ts';
import type { FuturesRoom } from './geometry.ts';
import type { DrawnFuture } from './texts.ts';
import type { SayFutures } from './words.ts';

const GAP = 4;

export interface LogBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A row's log; in a narrow room words stand above it, if there is room. */
export function logBox(room: FuturesRoom, row: number, columns: number): LogBox {
  const { logX, cell, narrow, tall, pad } = room;
  const width = columns * (cell.width + GAP) - GAP + 2 * pad.x;
  const height = cell.height + 2 * pad.y;
  const middle = rowY(room, row) + (narrow && tall ? 9 : 0);
  return { x: logX, y: round(middle - height / 2), width: round(width), height: round(height) };
}

/** Where a column's cells begin, from the left edge of the half. */
export const cellX = ({ logX, cell, pad }: FuturesRoom, index: number): number =>
  round(logX + pad.x + index * (cell.width + GAP));

export function serverRow(
  { letter }: DrawnFuture,
  say: SayFutures,
  server: FutureServer,
  cells: readonly FutureCell[],
  columns: readonly Column[],
  room: FuturesRoom,
  row: number,
  how: {
    readonly differs: boolean;
    readonly selected: boolean;
    /** What it was sent stands where its state would. */
    readonly told: boolean;
  },
): Shape {
  const { radius, ringX } = room;
  const y = rowY(room, row);
  const name = `S${server.pid}`;
  const named = radius >= LEAST_NAMED;
  const kind = ringKind(server);
  const state = stateOf(server);
  const marks = cells.map((cell, index) =>
    say('holds', { who: columns[index]?.zxid ?? '', held: say(`held.${cell}`) }),
  );
  return group(
    [
      group(
        [
          ...ring(kind, named ? name : '', radius),
          ...(how.selected ? [cropMarks(Math.min(radius, room.pitch / 2 - 10))] : []),
        ],
        { className: ringClass(kind), transform: at(ringX, y) },
      ),
      ...(named
        ? []
        : [text(round(ringX + radius + 6), round(y + 4.5), name, { className: 's b' })]),
      ...(how.told ? [] : stateText(say, server, state, room, y)),
      ...log(cells, columns, room, row, how.differs),
      focusMark(room, y),
    ],
    {
      key: `${letter}-${server.pid}`,
      role: 'button',
      className: 'future-row',
      action: { select: server.pid },
      selected: how.selected,
      label: [say('server', { sid: server.pid, letter, state }), ...marks].join(', '),
    },
  );
}

const focusMark = ({ half, pitch }: FuturesRoom, y: number): Shape =>
  rect(4, round(y - pitch / 2 + 2), round(half - 8), round(pitch - 4), {
    className: 'focus-mark',
    rx: 4,
  });

const stateOf = ({ liveness, state }: FutureServer): string => {
  if (liveness === 'crashed') return 'CRASHED';
  return liveness === 'paused' ? 'PAUSED' : state;
};

function stateText(
  say: SayFutures,
  server: FutureServer,
  state: string,
  { wordX, narrow, tall, pitch }: FuturesRoom,
  y: number,
): readonly Shape[] {
  const epoch = server.epoch === null ? '' : say('epoch', { epoch: server.epoch });
  const className = `word ${wordClass(ringKind(server))}`;
  // The ring says it too.
  if (narrow) return tall ? [text(wordX, round(y - pitch / 2 + 16), state, { className })] : [];
  if (!tall) {
    return [
      text(wordX, round(y + 4.5), state, { className }),
      text(round(wordX + 100), round(y + 4.5), epoch, { className: 's i2' }),
    ];
  }
  return [
    text(wordX, round(y - 2), state, { className }),
    text(wordX, round(y + 17), epoch, { className: 's i2' }),
  ];
}

function log(
  cells: readonly FutureCell[],
  columns: readonly Column[],
  room: FuturesRoom,
  row: number,
  differs: boolean,
): readonly Shape[] {
  const box = logBox(room, row, columns.length);
  const shapes: Shape[] = [
    rect(box.x, box.y, box.width, box.height, {
      rx: 5,
      key: 'log',
      style: {
        fill: 'none',
        stroke: differs ? 'var(--ink)' : 'var(--rule)',
        strokeWidth: differs ? 1.6 : 1,
      },
    }),
  ];
  cells.forEach((cell, index) => {
    const column = columns[index];
    if (column !== undefined) shapes.push(...cellShapes(cell, column, room, index, box));
  });
  return [group(shapes, { className: 'log' })];
}

function cellShapes(
  cell: FutureCell,
  { zxid, txn, own }: Column,
  room: FuturesRoom,
  index: number,
  box: LogBox,
): readonly Shape[] {
  const { width, height } = room.cell;
  const x = cellX(room, index);
  const y = round(box.y + box.height / 2 - height / 2);
  const isThere = cell === 'committed' || cell === 'logged';
  const kind = cell === 'committed' ? 'solid' : cell === 'logged' ? 'dashed' : 'ghost';
  const size = width < 40 || height < 20 ? 12 : 15;
  const shapes: Shape[] = [];
  if (cell === 'cut' && own) {
    shapes.push(
      rect(round(x - 4), round(y - 4), round(width + 8), round(height + 8), {
        rx: 4,
        className: 'glow',
      }),
    );
  }
  shapes.push(
    rect(x, y, round(width), round(height), {
      className: `cell ${cell === 'cut' ? 'struck' : kind}`,
      style: { fill: isThere || cell === 'cut' ? epochTint(Math.max(1, txn.zxid.epoch)) : 'none' },
    }),
    text(round(x + width / 2), round(y + height / 2 + size * 0.36), zxid, {
      anchor: 'middle',
      style: { fontSize: size },
      ...(isThere ? {} : { className: 'dim' }),
    }),
  );
  if (cell === 'cut') {
    const d = `M${round(x + 3)} ${round(y + height - 3)}L${round(x + width - 3)} ${round(y + 3)}`;
    shapes.push(path(d, { className: 'strike' }));
  }
  return shapes;
}
