/** The logs as rows of cells: one zxid stands in one column, whoever has it. */
import type { ZooKeeperServerView } from '../../../view/zookeeper.ts';
import type { Pid } from '../../../view/time.ts';
import { zxidText } from '../../../view/zxid.ts';
import { epochTint } from '../../colours.ts';
import { textWidth } from '../../geometry.ts';
import { OUTLINE } from '../../server-ring.ts';
import { at, group, path, rect, round, text } from '../../shape.ts';
import type { Shape } from '../../shape.ts';
import { HIDDEN, veiled } from '../../veil.ts';
import type { Veil } from '../../veil.ts';
import type { Held, ZooKeeperSaying } from '../words.ts';
import type { Column, Columns } from './columns.ts';
import type { MembersLayout } from './layout.ts';
import { CELL_GAP } from './places.ts';

export interface LogOptions {
  readonly words: ZooKeeperSaying;
  /** Of its server. */
  readonly name: string;
  readonly veil?: Veil | undefined;
  /** The cell that the last step changed. */
  readonly mark: { readonly pid: Pid; readonly zxid: string } | null;
  readonly reducedMotion: boolean;
}

/** So many columns there is room for. */
export const columnCount = ({ logs, cell }: Pick<MembersLayout, 'logs' | 'cell'>): number =>
  Math.max(1, Math.floor((logs.width + CELL_GAP) / (cell.width + CELL_GAP)));

/** Long zxids need wider cells, and so fewer of them fit. */
export function cellWidth(
  columns: readonly Column[],
  { cell }: Pick<MembersLayout, 'cell'>,
): number {
  const widest = Math.max(0, ...columns.map(({ zxid }) => textWidth(zxidText(zxid), 12)));
  return Math.max(cell.width, Math.ceil(widest) + 8);
}

/** The left edge of a column; they hang on the right edge of the room, so that the newest stays in its place. */
export function columnX(
  index: number,
  width: number,
  { logs }: Pick<MembersLayout, 'logs'>,
): number {
  return logs.x + index * (width + CELL_GAP);
}

const CLASS: Readonly<Record<Held, string>> = {
  committed: 'cell solid',
  logged: 'cell dashed',
  appended: 'cell dashed',
  saved: 'cell solid',
  taken: 'cell struck',
  missing: 'cell ghost',
};

export function logRow(
  server: ZooKeeperServerView,
  columns: Columns,
  width: number,
  layout: MembersLayout,
  { words, name, veil, mark, reducedMotion }: LogOptions,
): Shape {
  const { cell, logs, rows } = layout;
  const y = (rows.get(server.pid) ?? 0) - cell.height / 2;
  const hidden = veiled(veil, server.pid, 'log');
  const shapes: Shape[] = [];
  if (columns.older && columns.columns.length > 0) {
    shapes.push(
      text(round(logs.x - 4), round(y + cell.height / 2 + 3), '…', {
        key: 'older',
        anchor: 'end',
        className: 'xs i2',
      }),
    );
  }
  columns.columns.forEach(({ zxid, txn }, index) => {
    const word = zxidText(zxid);
    const held = hidden ? 'missing' : columns.held(server, zxid);
    const marked = mark?.pid === server.pid && mark.zxid === word && !hidden;
    shapes.push(
      group(
        cellShapes(hidden ? HIDDEN : word, held, zxid.epoch, width, cell.height, {
          hidden,
          mark: marked ? (reducedMotion ? 'outline' : 'glow') : null,
        }),
        {
          key: `cell-${word}`,
          className: `log-cell ${held}`,
          transform: at(columnX(index, width, layout), y),
          glides: true,
          fleeting: true,
          title: hidden || txn === null ? word : `${word} ${txn.type} ${txn.path}`.trim(),
        },
      ),
    );
  });
  const cells = columns.columns.map(({ zxid }) =>
    words.say(`cell.${columns.held(server, zxid)}`, { zxid: zxidText(zxid) }),
  );
  return group(shapes, {
    key: `log-${server.pid}`,
    className: 'log',
    role: 'img',
    label:
      cells.length === 0 && !hidden
        ? words.say('rowEmpty', { name })
        : words.say('row', { name, cells: hidden ? HIDDEN : cells.join(', ') }),
  });
}

function cellShapes(
  word: string,
  held: Held,
  epoch: number,
  width: number,
  height: number,
  { hidden, mark }: { readonly hidden: boolean; readonly mark: 'glow' | 'outline' | null },
): Shape[] {
  const shapes: Shape[] = [];
  if (mark === 'glow')
    shapes.push(rect(-4, -4, width + 8, height + 8, { rx: 4, className: 'glow' }));
  const bare = held === 'missing' || held === 'taken';
  shapes.push(
    rect(0, 0, width, height, {
      className: CLASS[held],
      style: {
        fill:
          held === 'saved' || hidden ? 'var(--faint)' : bare ? 'var(--paper)' : epochTint(epoch),
        // What the power may still take is not settled.
        ...(held === 'appended' ? { stroke: 'var(--looking)' } : {}),
      },
    }),
    text(round(width / 2), round(height / 2 + 4.3), word, {
      anchor: 'middle',
      className: bare || held === 'saved' ? 'xs i2' : 'xs',
    }),
  );
  if (held === 'taken')
    shapes.push(path(`M4 ${height - 4}L${width - 4} 4`, { className: 'strike' }));
  if (mark === 'outline')
    shapes.push(rect(-4, -4, width + 8, height + 8, { className: 'changed', style: OUTLINE }));
  return shapes;
}
