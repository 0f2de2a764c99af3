import type { Frame } from '../../../view/frame.ts';
import type { Micros, Pid } from '../../../view/time.ts';
import type { ZooKeeperDetail, ZooKeeperServerView } from '../../../view/zookeeper.ts';
import type { Point, Size } from '../../geometry.ts';
import { epochTint } from '../../colours.ts';
import { ring } from '../../glyphs.ts';
import { at, group, rect, round } from '../../shape.ts';
import type { Drawing, Shape } from '../../shape.ts';
import { ringClass, ringKind } from '../../states.ts';
import { bareSlips, straightLayout } from '../miniature.ts';
import { castOf } from './cast.ts';

/** Cells of each log, the newest ones. */
const CELLS = 3;
const CELL = { width: 9, height: 7, gap: 2 };
/** In a smaller room cells are narrower, and rings smaller than this. */
const ROOMY = 120;
/** Wider than this it stands in the middle of its room. */
const WIDEST = 150;
const LARGEST = 11;

/** An ensemble in miniature: the leader before its followers, what travels between them, and the ends of their logs. */
export function membersPicture(
  frame: Frame<ZooKeeperDetail>,
  { width: room, height, now }: Size & { readonly now: Micros },
): Drawing {
  const { servers, leader } = castOf(frame);
  const width = Math.min(room, WIDEST);
  const cell = width < ROOMY ? CELL.width - 2 : CELL.width;
  const logs = CELLS * (cell + CELL.gap);
  const largest = Math.min(LARGEST, width / 10);
  const rest = servers.map(({ pid }) => pid).filter((pid) => pid !== leader);
  const step = (height - 6) / Math.max(1, rest.length);
  const r = Math.min(largest, step / 2 - 1.5);
  const seats = new Map<Pid, Point>();
  const column = width - logs - r - 4;
  if (leader !== null) seats.set(leader, { x: largest + 4, y: height / 2 });
  rest.forEach((pid, i) => seats.set(pid, { x: column, y: 3 + (i + 0.5) * step }));
  const newest = frame.detail.servers.reduce(
    (most, { log }) => Math.max(most, log.at(-1)?.index ?? -1),
    -1,
  );
  const shapes = [...seats].flatMap(([pid, seat]): Shape[] => {
    const process = frame.processes.find((one) => one.pid === pid);
    const server = frame.detail.servers.find((one) => one.pid === pid);
    if (process === undefined || server === undefined) return [];
    const kind = ringKind(process);
    const radius = pid === leader ? largest : r;
    return [
      group(
        ring(kind, '', radius).filter(({ type }) => type !== 'text'),
        { className: ringClass(kind), transform: at(round(seat.x), round(seat.y)) },
      ),
      ...(pid === leader ? [] : cells(server, newest, { x: column + r + 4, y: seat.y }, cell)),
    ];
  });
  const flying = bareSlips(
    frame,
    straightLayout(seats, () => r + 4, { width, height }),
    now,
    0.6,
  );
  const middle = at(round((room - width) / 2), 0);
  return { shapes: [group([...shapes, ...flying], { transform: middle })], width: room, height };
}

/** Filled where it is applied, an outline where it is only logged; what it has not is left out. */
const cells = (
  { log }: ZooKeeperServerView,
  newest: number,
  { x, y }: Point,
  width: number,
): Shape[] =>
  log
    .filter(({ index }) => index > newest - CELLS)
    .map(({ index, applied, zxid }) =>
      rect(
        round(x + (index - newest + CELLS - 1) * (width + CELL.gap)),
        round(y - CELL.height / 2),
        width,
        CELL.height,
        {
          style: applied
            ? { fill: epochTint(zxid.epoch), stroke: 'var(--ink-2)', strokeWidth: 1 }
            : {
                fill: 'none',
                stroke: 'var(--ink-2)',
                strokeWidth: 1,
                strokeDasharray: '2 1.5',
              },
        },
      ),
    );
