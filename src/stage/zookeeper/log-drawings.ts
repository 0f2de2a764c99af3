import type { LogEntryView } from '../../view/zookeeper-ask.ts';
import type { TxnCellView } from '../../view/zookeeper.ts';
import { at, group } from '../shape.ts';
import type { Drawing } from '../shape.ts';
import { LOG_CELL, logCell, roomForName } from './log-cells.ts';
import { watchMark } from './watch-mark.ts';

/** `1·5 setData`, then what it is besides: `error`, `appended`, `unapplied`, `begins`. */
function entryOf(line: string, place: number): LogEntryView {
  const [id = '', type = '', ...marks] = line.trim().split(' ');
  const [epoch = 0, counter = 0] = id.split('·').map(Number);
  const zxid = { epoch, counter };
  const durable = !marks.includes('appended');
  if (type === 'snapshot') return { kind: 'snapshot', place, zxid, durable };
  const txn: TxnCellView = {
    index: place,
    zxid,
    type,
    path: '/app',
    session: '0x1',
    failed: marks.includes('failed'),
    durable,
    applied: durable && !marks.includes('unapplied'),
    beginsFile: marks.includes('begins'),
  };
  return { kind: 'txn', place, txn };
}

const roomOf = (entries: readonly LogEntryView[], place: number, perRow: number): number => {
  const first = place - (place % perRow);
  return roomForName(entries.slice(first, first + perRow), place - first, perRow);
};

/** Several cells as the panel sets them. */
function cells(lines: string, selected: number, perRow = 12): Drawing {
  const entries = lines.trim().split('\n').map(entryOf);
  const [column, row] = [LOG_CELL.width, LOG_CELL.height + 6];
  return {
    shapes: entries.map((entry, i) =>
      group(
        [
          ...logCell(entry, {
            selected: i === selected,
            snapshot: 'snapshot',
            room: roomOf(entries, i, perRow),
          }).shapes,
        ],
        {
          key: `cell-${i}`,
          transform: at(4 + (i % perRow) * column, 4 + Math.floor(i / perRow) * row),
        },
      ),
    ),
    width: perRow * column + 8,
    height: Math.ceil(entries.length / perRow) * row + 8,
  };
}

const standalone = `
  0·0 snapshot
  0·1 createSession begins
  0·2 create
  0·3 setData
  0·4 error failed
  0·5 multi
  0·6 multi failed
  0·7 createTTL
  0·7 snapshot
  0·8 deleteContainer begins
  0·9 setACL unapplied
  0·10 closeSession appended
  0·10 snapshot appended`;

const epochs = `
  1·4294967290 create begins
  2·1 createSession begins
  3·4 setData
  4·1 create2
  5·12 delete`;

const restarts = `
  1·1 createSession begins
  2·1 createSession begins
  26·1 setData begins
  26·2 setData
  4026531839·2147483648 create begins
  4026531839·2147483649 create begins`;

/** Cells of a transaction log, for the developers' gallery and the tests. */
export const logDrawings: readonly { readonly name: string; readonly draw: () => Drawing }[] = [
  { name: 'log: what a cell can be', draw: () => cells(standalone, 4) },
  { name: 'log: epochs and long zxids', draw: () => cells(epochs, 0, 5) },
  { name: 'log: a file in each cell', draw: () => cells(restarts, 1, 4) },
  { name: 'watch: waiting', draw: () => watchMark('data') },
  { name: 'watch: spent', draw: () => watchMark('spent') },
];
