import type { TxnCellView, ZooKeeperServerView } from '../../view/zookeeper.ts';
import { zxidText } from '../../view/zxid.ts';
import { epochTint } from '../colours.ts';
import { textWidth } from '../geometry.ts';
import { at, group, path, rect, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import type { ZooKeeperSaying } from './words.ts';
import type { ZooKeeperLayout } from './layout.ts';

export interface DiskOptions {
  readonly words: ZooKeeperSaying;
  /** The cell (by its index in the log) that the last step wrote or made durable. */
  readonly wrote: number | null;
  readonly reducedMotion: boolean;
}

const CELL = 22;
const GAP = 2;
const ROW = 22;
/** Height from which there is room for what is said below the cells. */
const NOTED = 74;
/** Room before the cells for the sign that older ones are not shown. */
const ELLIPSIS = 16;

/** What is on disk: the newest snapshot, the newest cells of the log, and what they are good for. */
export function diskShapes(
  server: ZooKeeperServerView,
  layout: ZooKeeperLayout,
  options: DiskOptions,
): readonly Shape[] {
  const { disk, narrow } = layout;
  const { words } = options;
  const shapes: Shape[] = [
    path(`M0 0H${round(disk.width)}`, {
      style: { fill: 'none', stroke: 'var(--line)', strokeWidth: 1, strokeDasharray: '2 4' },
    }),
  ];
  const snapshot = server.snapshots.at(-1);
  const head = Math.max(narrow ? 46 : 76, Math.ceil(textWidth(words.say('snapshot'), 13)) + 12);
  shapes.push(text(0, 15, words.say('snapshot'), { className: 'xs i2' }));
  if (snapshot !== undefined) {
    const label = zxidText(snapshot.zxid);
    const w = Math.ceil(textWidth(label, 12)) + 12;
    shapes.push(
      group(
        [
          rect(4, -4, w, CELL, { className: 'cell', style: { fill: 'var(--paper)' } }),
          rect(0, 0, w, CELL, {
            className: snapshot.durable ? 'cell' : 'cell dashed',
            style: { fill: 'var(--faint)' },
          }),
          text(w / 2, 15, label, { anchor: 'middle', className: 'xs' }),
        ],
        { key: 'snapshot', transform: at(0, ROW + 4) },
      ),
    );
  }
  const lost = server.lost?.log ?? [];
  const all = [...server.log, ...lost];
  const widest = Math.max(36, ...all.map(({ zxid }) => textWidth(zxidText(zxid), 12) + 8));
  const cell = Math.ceil(widest);
  const fitting = (width: number): number => Math.max(1, Math.floor(width / (cell + GAP)));
  // Older ones than the frame has, or than there is room for, are three dots before the rest.
  const unseen = server.logLength - server.log.length;
  const older = unseen > 0 || all.length > fitting(disk.width - head);
  const begin = older ? head + ELLIPSIS : head;
  const cells = all.slice(-fitting(disk.width - begin));
  const isLost = (one: TxnCellView): boolean => lost.includes(one);
  const x = (i: number): number => round(begin + i * (cell + GAP));
  shapes.push(text(head, 15, words.say('log'), { className: 'xs i2' }));
  if (older) shapes.push(text(head, ROW + 19, '…', { key: 'older', className: 'xs i2' }));
  cells.forEach((one, i) => shapes.push(cellShape(one, x(i), cell, isLost(one), options)));
  const note = (
    key: string,
    word: string,
    which: (one: TxnCellView) => boolean,
    className: string,
  ): void => {
    const first = cells.findIndex(which);
    // In little height the cells' own look says it.
    if (first === -1 || disk.height < NOTED) return;
    const last = cells.findLastIndex(which);
    const end = x(last) + cell;
    const wide = textWidth(word, 12);
    const from = Math.min(x(first), disk.width - wide);
    shapes.push(
      path(`M${x(first)} ${ROW + 32}V${ROW + 35}H${end}V${ROW + 32}`, { className: 'hair2' }),
      text(Math.max(begin, round(from)), ROW + 49, word, { key, className }),
    );
  };
  // Both at once would stand on each other: what a crash takes matters more.
  if (lost.length > 0) note('lost', words.say('lost'), isLost, 'xs w-violation b');
  else if (cells.some(({ durable }) => !durable)) {
    note('appended', words.say('appended'), ({ durable }) => !durable, 'xs w-looking b');
  } else {
    note('unapplied', words.say('unapplied'), ({ applied }) => !applied, 'xs i2');
  }
  return [group(shapes, { key: 'disk', className: 'log', transform: at(disk.x, disk.y) })];
}

function cellShape(
  one: TxnCellView,
  x: number,
  width: number,
  lost: boolean,
  { wrote, reducedMotion }: DiskOptions,
): Shape {
  const children: Shape[] = [];
  if (wrote === one.index) {
    children.push(
      reducedMotion
        ? rect(-3, -3, width + 6, CELL + 6, {
            className: 'changed',
            style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 2, strokeDasharray: '2 3' },
          })
        : rect(-4, -4, width + 8, CELL + 8, { rx: 3, className: 'glow' }),
    );
  }
  children.push(
    rect(0, 0, width, CELL, {
      className: lost ? 'cell struck' : one.durable ? 'cell' : 'cell dashed',
      style: { fill: one.applied ? tint(one) : 'var(--paper)' },
    }),
    text(width / 2, 15, zxidText(one.zxid), { anchor: 'middle', className: 'xs' }),
  );
  if (lost) children.push(path(`M3 ${CELL - 4}L${width - 3} 4`, { className: 'strike' }));
  if (one.failed) {
    children.push(
      path(`M${width - 8} 2.5l5 5m0 -5l-5 5`, {
        style: { fill: 'none', stroke: 'var(--violation)', strokeWidth: 1.6 },
      }),
    );
  }
  // A new file begins with it.
  if (one.beginsFile) {
    children.push(
      path(`M0 -3V${CELL + 3}`, {
        style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 2.4 },
      }),
    );
  }
  return group(children, {
    key: `${lost ? 'lost' : 'txn'}-${one.index}`,
    title: `${zxidText(one.zxid)} ${one.type} ${one.path}`.trim(),
    transform: at(x, ROW + 4),
  });
}

/** Epoch 0 is a standalone server's only one. */
const tint = ({ zxid }: TxnCellView): string => epochTint(Math.max(1, zxid.epoch));
