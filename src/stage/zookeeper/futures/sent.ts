/** What the leader sent to whoever came back: drawn from its log to theirs. */
import { claimColour } from '../../colours.ts';
import { boldWidth } from '../../geometry.ts';
import { group, path, round, text } from '../../shape.ts';
import type { Shape } from '../../shape.ts';
import { rowY } from './geometry.ts';
import type { FuturesRoom } from './geometry.ts';
import { logBox } from './row.ts';
import { sentText } from './texts.ts';
import type { DrawnFuture } from './texts.ts';
import type { SayFutures } from './words.ts';

/** How far right of the logs the line runs, and the height of the packet. */
const OUT = 28;
const TALL = 24;
const SIZE = 13;

/** Who came back, and was sent something. */
export const isTold = ({ future }: DrawnFuture, pid: number): boolean =>
  future.servers.some((one) => one.pid === pid && one.sync !== null) &&
  future.events.some(({ kind, pids }) => kind === 'died' && pids.includes(pid));

export function sentShapes(
  drawn: DrawnFuture,
  say: SayFutures,
  room: FuturesRoom,
  columns: number,
): readonly Shape[] {
  const { future } = drawn;
  const rows = future.servers.map(({ pid }) => pid);
  const several = future.servers.filter(({ pid }) => isTold(drawn, pid));
  return several.flatMap(({ pid, sync }): readonly Shape[] => {
    if (sync === null) return [];
    const from = rows.indexOf(sync.leader);
    const to = rows.indexOf(pid);
    if (from === -1) return [];
    const label = sentText(say, sync);
    const box = logBox(room, to, columns);
    if (room.narrow) return room.tall ? [smallPacket(label, sync.leader, room, to)] : [];
    const start = rowY(room, from);
    const end = rowY(room, to);
    const between = several.length === 1 && Math.abs(to - from) >= 1;
    const y = between ? (start + end) / 2 : end;
    const right = box.x + box.width;
    return [
      arrow(right, start, end),
      packet(label, sync.leader, right + OUT, between ? y : Math.max(y, end)),
    ];
  });
}

/** From one row's log out to the right, along, and back into another one's. */
function arrow(x: number, from: number, to: number): Shape {
  const out = round(x + OUT + 16);
  const by = Math.sign(to - from) * Math.min(16, Math.abs(to - from) / 2);
  const d =
    `M${round(x)} ${round(from)}H${out - 16}Q${out} ${round(from)} ${out} ${round(from + by)}` +
    `V${round(to - by)}Q${out} ${round(to)} ${out - 16} ${round(to)}H${round(x + 2)}`;
  const head = `M${round(x + 8)} ${round(to - 5)}l-6 5 6 5`;
  return group([path(d, { className: 'hair2' }), path(head, { className: 'hair2' })]);
}

/** It points back to the left, to whom it was sent. */
function packet(label: string, leader: number, x: number, y: number): Shape {
  const width = round(boldWidth(label, SIZE) + 18);
  const h = TALL / 2;
  return group(
    [
      path(`M${width} ${-h}H0L${-h} 0L0 ${h}H${width}Z`, { style: { fill: claimColour(leader) } }),
      text(round(width / 2 - 2), 4.7, label, {
        anchor: 'middle',
        style: { fontSize: SIZE, fill: 'var(--on-claim)' },
      }),
    ],
    { className: 'msg proposal', transform: `translate(${round(x - 14)} ${round(y)})` },
  );
}

/** In the place of the state's word. */
function smallPacket(label: string, leader: number, room: FuturesRoom, row: number): Shape {
  const width = round(boldWidth(label, 12) + 10);
  const y = rowY(room, row) - room.pitch / 2 + 12;
  return group(
    [
      path(`M${width} -9H0L-6 0L0 9H${width}Z`, { style: { fill: claimColour(leader) } }),
      text(round(width / 2), 4.3, label, {
        anchor: 'middle',
        style: { fontSize: 12, fill: 'var(--on-claim)' },
      }),
    ],
    { className: 'msg proposal', transform: `translate(${round(room.wordX + 6)} ${round(y)})` },
  );
}
