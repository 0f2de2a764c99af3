import type { Pid } from '../../../view/time.ts';
import type { FutureServer } from '../../../view/write-path.ts';
import { wrapped } from '../../caption.ts';
import { trimmed } from '../../geometry.ts';
import type { Size } from '../../geometry.ts';
import { at, group, path, rect, round, text } from '../../shape.ts';
import type { Drawing, Shape } from '../../shape.ts';
import { cellsOf, columnsOf } from './columns.ts';
import type { Column } from './columns.ts';
import { futuresRoom, rowY } from './geometry.ts';
import type { FuturesRoom } from './geometry.ts';
import { cellX, serverRow } from './row.ts';
import { isTold, sentShapes } from './sent.ts';
import { treeShapes } from './tree.ts';
import type { DrawnFuture } from './texts.ts';
import type { SayFutures } from './words.ts';

export interface FuturesOptions extends Size {
  readonly say: SayFutures;
  /** The tree of both runs stands below them; else it stands elsewhere. Default: yes. */
  readonly tree?: boolean;
  readonly selected: Pid | null;
}

/** The ends of two branches in one geometry; ≠ stands where they differ. */
export function futuresDrawing(drawn: readonly DrawnFuture[], options: FuturesOptions): Drawing {
  const { width, height, say, selected, tree = true } = options;
  const columns = columnsOf(drawn.map(({ future }) => future));
  const rows = drawn[0]?.future.servers.length ?? 1;
  const room = futuresRoom({ width, height }, rows, Math.max(1, columns.length), tree);
  const differs = Array.from({ length: rows }, (_, row) => isOther(drawn, row, columns));
  const halves = drawn.map((one, index) =>
    group(half(one, say, columns, room, { differs, selected }), {
      key: one.letter,
      role: 'group',
      label: one.texts.label,
      transform: at(index * room.half + (index > 0 && !room.narrow ? 8 : 0), 0),
    }),
  );
  const apart = drawn.length === 2 ? between(drawn, differs, room) : other(say('other'), room);
  const below = tree ? [treeShapes(drawn, say, room)] : [];
  return { width, height, shapes: [...halves, ...apart, ...below] };
}

/** Where the other future will stand. */
function other(hint: string, { half: x, titleY, narrow }: FuturesRoom): readonly Shape[] {
  const size = narrow ? 20 : 26;
  const top = titleY - (narrow ? 16 : 19);
  const lines = wrapped(hint, x - size - 56, narrow ? 12 : 15);
  return [
    rect(x + 24, top, size, size, { rx: 3, className: 'cell ghost', style: { fill: 'none' } }),
    text(x + 24 + size / 2, round(top + size * 0.73), 'B', {
      anchor: 'middle',
      className: 'i2',
      style: { fontSize: round(size * 0.64), fontWeight: 650 },
    }),
    ...lines.map((line, index) =>
      text(x + size + 36, titleY + 20 * index, line, { className: narrow ? 'xs i2' : 'm i2' }),
    ),
  ];
}

/** Whether a server's log is another one in the other future. */
function isOther(drawn: readonly DrawnFuture[], row: number, columns: readonly Column[]): boolean {
  const logs = drawn.map(({ future }) => {
    const server = future.servers[row];
    return server === undefined ? '' : cellsOf(future, server, columns).join(' ');
  });
  return logs.length === 2 && logs[0] !== logs[1];
}

interface Shown {
  readonly differs: readonly boolean[];
  readonly selected: Pid | null;
}

function half(
  drawn: DrawnFuture,
  say: SayFutures,
  columns: readonly Column[],
  room: FuturesRoom,
  { differs, selected }: Shown,
): readonly Shape[] {
  const { future } = drawn;
  return [
    ...heading(drawn, room),
    ...heads(columns, room),
    ...future.servers.map((server: FutureServer, row) =>
      serverRow(drawn, say, server, cellsOf(future, server, columns), columns, room, row, {
        differs: differs[row] === true,
        selected: server.pid === selected,
        told: room.narrow && isTold(drawn, server.pid),
      }),
    ),
    ...sentShapes(drawn, say, room, columns.length),
    ...clientRow(drawn, room),
  ];
}

/** A future's letter, what was done in it, and what came of it. */
function heading({ letter, texts }: DrawnFuture, room: FuturesRoom): readonly Shape[] {
  const { narrow, titleY, verdictY, half: width } = room;
  const size = narrow ? 20 : 26;
  const x = narrow ? 10 : 24;
  const top = titleY - (narrow ? 16 : 19);
  const titleX = x + size + (narrow ? 6 : 12);
  const lines = linesIn(texts.title, width - titleX - 8, narrow ? 12 : 15, narrow ? 2 : 1);
  return [
    rect(x, top, size, size, { rx: 3, style: { fill: 'var(--ink)' } }),
    text(x + size / 2, round(top + size * 0.73), letter, {
      anchor: 'middle',
      style: { fontSize: round(size * 0.64), fontWeight: 650, fill: 'var(--paper)' },
    }),
    ...lines.map((line, index) =>
      text(titleX, (narrow ? titleY - 4 : titleY) + 14 * index, line, {
        className: narrow ? 'xs i2' : 'm i2',
      }),
    ),
    text(x, verdictY, texts.verdict, { className: narrow ? 'm b' : 'xl b' }),
  ];
}

/** Above each column its zxid and what it is, as far as there is room. */
const heads = (columns: readonly Column[], room: FuturesRoom): readonly Shape[] =>
  columns.map(({ zxid, txn }, index) => {
    const name = room.cell.width < 50 ? zxid : `${zxid} ${shortOf(txn)}`;
    return text(
      round(cellX(room, index) + room.cell.width / 2),
      round(room.headY),
      trimmed(name, room.cell.width + 4, 12),
      { anchor: 'middle', className: 'xs i2' },
    );
  });

const SHORT: Readonly<Record<string, string>> = { createSession: 'open', closeSession: 'close' };

const shortOf = ({ type, path: of }: Column['txn']): string =>
  of === '' ? (SHORT[type] ?? type) : of;

/** Who asked, and what it was told: that decides whether losing it is allowed. */
function clientRow({ texts, future, broken }: DrawnFuture, room: FuturesRoom): readonly Shape[] {
  const { clientY: y, ringX, wordX, narrow, half: width } = room;
  const size = narrow ? 22 : 30;
  const colour = broken ? ' w-violation' : future.told === 'ok' ? ' w-leading' : '';
  const lines = linesIn(texts.note, width - wordX - (narrow ? 14 : 24), narrow ? 12 : 13, 2);
  return [
    rect(round(ringX - size / 2), round(y - size / 2), size, size, {
      rx: 4,
      style: { fill: 'var(--paper)', stroke: 'var(--ink)', strokeWidth: 1.6 },
    }),
    text(ringX, round(y + 5), texts.client, {
      anchor: 'middle',
      className: narrow ? 'm b' : 'l b',
    }),
    text(wordX, round(y - (narrow ? 4 : 3)), texts.told, {
      className: `${narrow ? 's' : 'm'} b${colour}`,
    }),
    ...lines.map((line, index) =>
      text(wordX, round(y + (narrow ? 12 : 16) + 14 * index), line, {
        className: narrow ? 'xs i2' : 's i2',
      }),
    ),
  ];
}

/** The line between the futures, broken by ≠ where they differ. */
function between(
  [a, b]: readonly DrawnFuture[],
  differs: readonly boolean[],
  room: FuturesRoom,
): readonly Shape[] {
  const x = round(room.half);
  const marks = differs.flatMap((is, row) => (is ? [rowY(room, row)] : []));
  if (a?.future.told !== b?.future.told) marks.push(room.clientY);
  const shapes: Shape[] = [];
  const gap = Math.min(22, room.pitch / 2);
  let from = 20;
  for (const y of [...marks, room.treeY + 10]) {
    const to = y - gap;
    if (to > from) shapes.push(path(`M${x} ${round(from)}V${round(to)}`, { className: 'hair' }));
    from = y + gap;
  }
  const size = room.narrow || room.pitch < 34 ? 0.6 : 1;
  return [
    ...shapes,
    ...marks.map((y) =>
      path('M-9 -4h18M-9 4h18M6 -12l-12 24', {
        transform: `translate(${x} ${round(y)}) scale(${size})`,
        style: { stroke: 'var(--ink)', strokeWidth: 2.2, fill: 'none' },
      }),
    ),
  ];
}

/** A text in so many lines at most, the last of them cut. */
function linesIn(content: string, width: number, size: number, most: number): readonly string[] {
  const lines = wrapped(content, width, size);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), trimmed(lines.slice(most - 1).join(' '), width, size)];
}
