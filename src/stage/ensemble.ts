import type { ElectionDetail, ElectionServerView, LogCellView } from '../view/election.ts';
import type { Frame, ProcessView } from '../view/frame.ts';
import type { Pid } from '../view/time.ts';
import { zxidText } from '../view/zxid.ts';
import { epochTint } from './colours.ts';
import { textWidth } from './geometry.ts';
import { CELL_GAP, ELLIPSIS, cellSize } from './ensemble-layout.ts';
import type { EnsembleLayout } from './ensemble-layout.ts';
import { linkShapes } from './links.ts';
import type { Seat } from './ring-plan.ts';
import { OUTLINE, changedOf, serverRing } from './server-ring.ts';
import type { RingOptions } from './server-ring.ts';
import { group, rect, round, text } from './shape.ts';
import type { Shape } from './shape.ts';
import { isDown, ringKind, stateWord, wordClass } from './states.ts';
import { HIDDEN, veiled } from './veil.ts';

export interface EnsembleOptions extends RingOptions {
  /** The link that is chosen, if any. */
  readonly selectedLink?: readonly [Pid, Pid] | null;
}

/** The layers of the ensemble; trails of messages go between `links` and `servers`. */
export interface EnsembleLayers {
  readonly links: readonly Shape[];
  readonly servers: readonly Shape[];
  readonly labels: readonly Shape[];
}

/** Servers, links, words and logs, each at the place that the layout keeps for it. */
export const ensembleShapes = (
  frame: Frame<ElectionDetail>,
  layout: EnsembleLayout,
  options: EnsembleOptions,
): EnsembleLayers => {
  const details = new Map(frame.detail.servers.map((server) => [server.sid, server]));
  const leaders = frame.processes.filter((p) => !isDown(p) && p.state === 'LEADING').length;
  const servers: Shape[] = [];
  const labels: Shape[] = [];
  for (const process of frame.processes) {
    const seat = layout.seats.get(process.pid);
    if (!seat) continue;
    const detail = details.get(process.pid);
    const vote = detail?.vote ?? null;
    servers.push(
      serverRing(process, { ...seat, radius: layout.radius }, vote, options, leaders > 1),
    );
    labels.push(labelShape(process, detail, seat, layout, options));
  }
  return { links: linkShapes(frame, layout, options), servers, labels };
};

/** From a label's upper edge to its word's base line; crop marks end just above it. */
const WORD = 12;

/** The state's word and, in line with it, the newest cells of the log. */
function labelShape(
  process: ProcessView,
  detail: ElectionServerView | undefined,
  seat: Seat,
  layout: EnsembleLayout,
  options: EnsembleOptions,
): Shape {
  const { anchor } = seat.label;
  const cells = detail === undefined ? null : cellsOf(detail, seat, layout, options);
  const { left, right } = cells ?? linesUp(seat, 0);
  const x = anchor === 'start' ? left : anchor === 'end' ? right : (left + right) / 2;
  const hidden = veiled(options.veil, process.pid, 'state');
  const children: Shape[] = [
    text(
      round(x),
      round(cells === null ? aloneAt(seat, layout) : seat.label.box.y + WORD),
      hidden ? HIDDEN : stateWord(process, options.words),
      {
        key: 'word',
        anchor,
        className: hidden ? 'word' : `word ${wordClass(ringKind(process))}`,
        ...(layout.compact ? { style: { fontSize: 12 } } : {}),
      },
    ),
  ];
  if (cells !== null) children.push(...cells.shapes);
  return group(children, { key: `label-${process.pid}`, className: 'log', role: 'presentation' });
}

/** A word without cells stands where the label is nearest to its ring. */
function aloneAt({ y, label: { box } }: Seat, { radius }: EnsembleLayout): number {
  if (box.y + box.height <= y - radius * 0.6) return box.y + box.height - 6;
  return box.y >= y + radius * 0.6 ? box.y + WORD : box.y + box.height / 2 + 4;
}

/** Where something so wide begins and ends in a seat's label. */
function linesUp({ label: { box, anchor } }: Seat, width: number): { left: number; right: number } {
  const left =
    anchor === 'start'
      ? box.x
      : anchor === 'end'
        ? box.x + box.width - width
        : box.x + (box.width - width) / 2;
  return { left, right: left + width };
}

/** The newest cells that fit; older ones are three dots that hang before them. */
function cellsOf(
  detail: ElectionServerView,
  seat: Seat,
  layout: EnsembleLayout,
  options: EnsembleOptions,
): { left: number; right: number; shapes: Shape[] } | null {
  if (detail.log.length === 0) return null;
  const { box, anchor } = seat.label;
  const least = cellSize(layout.compact);
  const hidden = veiled(options.veil, detail.sid, 'log');
  const words = detail.log.map((cell) => (hidden ? HIDDEN : zxidText(cell.zxid)));
  const width = Math.max(least.width, ...words.map((word) => Math.ceil(textWidth(word, 12)) + 7));
  // Longer zxids need wider cells, and so fewer of them fit.
  const fits = Math.max(1, Math.floor((box.width - ELLIPSIS + CELL_GAP) / (width + CELL_GAP)));
  const shown = detail.log.slice(-fits);
  const older = detail.logHidden + detail.log.length - shown.length > 0;
  const all = shown.length * (width + CELL_GAP) - CELL_GAP;
  const from = linesUp(seat, all).left + (anchor === 'start' && older ? ELLIPSIS : 0);
  const y = round(box.y + (layout.compact ? 16 : 18));
  const shapes: Shape[] = [];
  if (older) {
    shapes.push(
      text(round(from - 5), round(y + least.height / 2 + 2), '…', {
        key: 'older',
        anchor: 'end',
        className: 'xs i2',
      }),
    );
  }
  shown.forEach((cell, i) => {
    shapes.push(
      ...logCell(cell, round(from + i * (width + CELL_GAP)), y, width, least.height, {
        hidden,
        change: i === shown.length - 1 ? changedOf(options, detail.sid, 'log') : null,
      }),
    );
  });
  return { left: from, right: from + all, shapes };
}

/** One cell: solid when committed, dashed when only logged; the tint is its epoch. */
function logCell(
  cell: LogCellView,
  x: number,
  y: number,
  width: number,
  height: number,
  how: { hidden: boolean; change: 'glow' | 'outline' | null },
): Shape[] {
  const word = how.hidden ? HIDDEN : zxidText(cell.zxid);
  const shapes: Shape[] = [];
  if (how.change === 'glow') {
    shapes.push(rect(x - 4, y - 4, width + 8, height + 8, { rx: 4, className: 'glow' }));
  }
  shapes.push(
    rect(x, y, width, height, {
      className: `cell ${cell.committed ? 'solid' : 'dashed'}`,
      style: { fill: how.hidden ? 'var(--faint)' : epochTint(cell.zxid.epoch) },
    }),
    text(round(x + width / 2), round(y + height / 2 + 4.3), word, {
      anchor: 'middle',
      style: { fontSize: 12 },
    }),
  );
  if (how.change === 'outline') {
    shapes.push(
      rect(x - 4, y - 4, width + 8, height + 8, { className: 'changed', style: OUTLINE }),
    );
  }
  return shapes;
}
