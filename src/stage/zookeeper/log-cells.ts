import type { LogEntryView } from '../../view/zookeeper-ask.ts';
import type { TxnCellView } from '../../view/zookeeper.ts';
import { zxidHex, zxidText } from '../../view/zxid.ts';
import { epochTint } from '../colours.ts';
import { trimmed, trimmedInside } from '../geometry.ts';
import { path, rect, round, text } from '../shape.ts';
import type { Drawing, Shape } from '../shape.ts';

/** The room that every cell takes, its gap and the line for a file's name included. */
export const LOG_CELL = { width: 66, height: 58 };

const HEAD = 16;
const GAP = 3;
const WIDTH = LOG_CELL.width - GAP;
const HEIGHT = LOG_CELL.height - HEAD - GAP;
/** A snapshot shows the edge of what lies below it. */
const STACK = 3;

/** What each kind of transaction is called in a cell: ZooKeeper's own words, short. */
const SHORT: Readonly<Record<string, string>> = {
  create2: 'create',
  createContainer: 'create c',
  createTTL: 'create ttl',
  deleteContainer: 'delete c',
  createSession: 'open',
  closeSession: 'close',
};

const shortType = (type: string): string => SHORT[type] ?? type;

export interface LogCellOptions {
  readonly selected: boolean;
  /** How a snapshot is called. */
  readonly snapshot: string;
  /** The name of its file has so many cells, its own included; then another one stands, or the line ends. */
  readonly room: number;
}

/** How many cells the name of a file has above it: those up to the next one that has a name, or the line's end. */
export function roomForName(
  cells: readonly (LogEntryView | undefined)[],
  column: number,
  columns: number,
): number {
  const next = cells.findIndex(
    (one, at) => at > column && one?.kind === 'txn' && one.txn.beginsFile,
  );
  return (next < 0 ? columns : next) - column;
}

/** One cell, by itself: the page places them. */
export const logCell = (entry: LogEntryView, options: LogCellOptions): Drawing => ({
  shapes: cellShapes(entry, options),
  ...LOG_CELL,
});

function cellShapes(entry: LogEntryView, { selected, snapshot, room }: LogCellOptions): Shape[] {
  const shapes =
    entry.kind === 'txn'
      ? txnShapes(entry.txn, room)
      : snapshotShapes(entry.zxid, entry.durable, snapshot);
  if (selected) shapes.push(corners());
  return shapes;
}

/**
 * Dashed: only appended, a power cut loses it. Hollow: durable, not in the tree yet. Filled: applied. The
 * cross: it failed and changed nothing.
 */
function txnShapes(
  { zxid, type, durable, applied, failed, beginsFile }: TxnCellView,
  room: number,
): Shape[] {
  const shapes: Shape[] = [];
  if (beginsFile) {
    const name = `log.${zxidHex(zxid).slice(2)}`;
    const shown = trimmedInside(name, room * LOG_CELL.width - GAP, 12);
    shapes.push(text(0, 11, shown, { key: 'file', className: 'xs mono i2' }));
  }
  shapes.push(
    rect(0, HEAD, WIDTH, HEIGHT, {
      className: `cell ${durable ? 'solid' : 'dashed'}`,
      style: { fill: applied ? epochTint(Math.max(1, zxid.epoch)) : 'var(--paper)' },
    }),
    ...label(zxidText(zxid), failed ? `× ${shortType(type)}` : shortType(type), failed),
  );
  if (beginsFile) {
    shapes.push(
      path(`M0.5 ${HEAD - 3}V${LOG_CELL.height}`, {
        key: 'begins',
        style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 2.6 },
      }),
    );
  }
  return shapes;
}

function snapshotShapes(zxid: TxnCellView['zxid'], durable: boolean, word: string): Shape[] {
  const className = `cell ${durable ? 'solid' : 'dashed'}`;
  return [
    rect(STACK, HEAD - STACK, WIDTH - STACK, HEIGHT - STACK, {
      className: 'cell',
      style: { fill: 'var(--paper)' },
    }),
    rect(0, HEAD, WIDTH - STACK, HEIGHT, { className, style: { fill: 'var(--faint)' } }),
    ...label(zxidText(zxid), word, false, WIDTH - STACK),
  ];
}

const label = (above: string, below: string, strong: boolean, width = WIDTH): Shape[] => [
  text(round(width / 2), HEAD + 16, trimmed(above, width - 6, 12), {
    anchor: 'middle',
    className: 'xs b',
  }),
  text(round(width / 2), HEAD + 32, trimmed(below, width - 4, 12), {
    anchor: 'middle',
    className: strong ? 'xs b' : 'xs i2',
  }),
];

/** Crop marks, as round everything that is selected. */
function corners(): Shape {
  const [left, top, right, bottom] = [-2, HEAD - 2, WIDTH + 2, LOG_CELL.height - GAP + 2];
  const arm = 9;
  const d =
    `M${left} ${top + arm}V${top}H${left + arm}M${right - arm} ${top}H${right}V${top + arm}` +
    `M${right} ${bottom - arm}V${bottom}H${right - arm}M${left + arm} ${bottom}H${left}V${bottom - arm}`;
  return path(d, {
    key: 'selected',
    style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 2 },
  });
}
