import type { StepRecord } from '../../view/fact.ts';
import type { Frame, MessageView } from '../../view/frame.ts';
import type { Micros } from '../../view/time.ts';
import { claimColour } from '../colours.ts';
import { progress } from '../lanes.ts';
import { group, path, round } from '../shape.ts';
import type { Move, Shape } from '../shape.ts';
import { bareSlip } from '../slips.ts';
import type { Seen } from './spacetime-axis.ts';
import type { Light, Strength } from './spacetime-light.ts';
import type { SpacetimeRoom } from './spacetime-room.ts';

/** Messages as slanted lines from lane to lane; what is lit lies over the rest. */
export const flightShapes = (
  records: readonly StepRecord[],
  frame: Pick<Frame, 'messages'>,
  room: SpacetimeRoom,
  light: Light,
  seen: Seen,
): readonly Shape[] => {
  const lines: { over: number; shape: Shape }[] = [];
  for (const record of records) {
    const drawn = arrowPath(record, room, seen);
    if (record.message === null || drawn === null) continue;
    const strength = light.ofMessage(record.message, record);
    lines.push({ over: strength.width, shape: arrow(drawn, record, strength) });
  }
  const slips: Shape[] = [];
  for (const { message, x0, y0 } of underWay(frame, room)) {
    const { x, y } = head(message, room, room.now);
    const { opacity, width } = light.ofFlying(message);
    lines.push({
      over: width,
      shape: path(`M${x0} ${y0}L${x} ${y}`, {
        key: `flight-${message.id}`,
        style: { fill: 'none', stroke: claimColour(message.claim), strokeWidth: width, opacity },
      }),
    });
    const size = width > 2 ? 1 : 0.75;
    slips.push(
      group(
        [
          group(bareSlip(message.shape, message.claim, width > 2), {
            transform: `scale(${size})`,
          }),
        ],
        {
          key: `under-way-${message.id}`,
          transform: `translate(${x} ${y})`,
          action: { message: message.id },
          style: { opacity: opacity < 0.5 ? opacity + 0.2 : 1 },
        },
      ),
    );
  }
  return [
    group(
      lines.toSorted((a, b) => a.over - b.over).map((line) => line.shape),
      { key: 'flights' },
    ),
    group(slips, { key: 'under-way' }),
  ];
};

/** What the playhead alone changes: how far the messages under way have come. */
export const flightMoves = (
  frame: Pick<Frame, 'messages'>,
  room: SpacetimeRoom,
  now: Micros,
): readonly Move[] =>
  underWay(frame, room).flatMap(({ message, x0, y0 }) => {
    const { x, y } = head(message, room, now);
    return [
      { key: `flight-${message.id}`, d: `M${x0} ${y0}L${x} ${y}` },
      { key: `under-way-${message.id}`, transform: `translate(${x} ${y})` },
    ];
  });

/** Of more messages under way than these only the newest are drawn: lines would fill the diagram. */
const MOST = 150;

export const underWay = (
  frame: Pick<Frame, 'messages'>,
  { lanes, axis, now }: SpacetimeRoom,
): readonly { readonly message: MessageView; readonly x0: number; readonly y0: number }[] =>
  frame.messages
    .filter(
      ({ from, to, routine, status, sentAt }) =>
        !routine &&
        (status === 'flying' || status === 'held') &&
        sentAt <= now &&
        lanes.has(from) &&
        lanes.has(to),
    )
    .slice(-MOST)
    .map((message) => ({
      message,
      x0: round(axis.x(message.sentAt)),
      y0: round(lanes.get(message.from) ?? 0),
    }));

export function head(
  message: MessageView,
  { lanes, axis }: SpacetimeRoom,
  now: Micros,
): { readonly x: number; readonly y: number } {
  const y0 = lanes.get(message.from) ?? 0;
  const y1 = lanes.get(message.to) ?? 0;
  return { x: round(axis.place(now)), y: round(y0 + (y1 - y0) * progress(message, now)) };
}

/** So much is drawn of a message's way of which only the end is known. */
const STUB = 20;

/** A message that has arrived, as a line and the point at its end; null where none is drawn. */
export function arrowPath(
  { message, routine, kind, time }: StepRecord,
  { lanes, axis }: SpacetimeRoom,
  seen: Seen,
): { readonly line: string; readonly barbs: string } | null {
  if (message === null || routine || kind !== 'deliver') return null;
  if (axis.place(time) < seen[0] || axis.x(message.sentAt) > seen[1]) return null;
  const from = lanes.get(message.from);
  const y1 = lanes.get(message.to);
  if (from === undefined || y1 === undefined) return null;
  const x1 = axis.x(time);
  // Where it is not known when it was sent, it comes from that lane, and from nowhere in it.
  const unknown = message.sentKnown === 'not';
  const y0 = unknown ? y1 + Math.sign(from - y1) * Math.min(STUB, Math.abs(from - y1) / 2) : from;
  const x0 = unknown ? x1 - STUB / 2 : axis.x(message.sentAt);
  const length = Math.hypot(x1 - x0, y1 - y0) || 1;
  const ux = (x1 - x0) / length;
  const uy = (y1 - y0) / length;
  const barb = (side: number): string =>
    `${round(x1 - 6.5 * ux - side * 2.7 * uy)} ${round(y1 - 6.5 * uy + side * 2.7 * ux)}`;
  const end = `${round(x1)} ${round(y1)}`;
  return {
    line: `M${round(Math.min(x0, x1))} ${round(y0)}L${end}`,
    barbs: `M${barb(1)}L${end}L${barb(-1)}Z`,
  };
}

function arrow(
  { line, barbs }: { readonly line: string; readonly barbs: string },
  { message, step }: StepRecord,
  strength: Strength,
): Shape {
  const colour = claimColour(message?.claim ?? null);
  return group(
    [
      path(line, {
        style: {
          fill: 'none',
          stroke: colour,
          strokeWidth: strength.width,
          // It left then or later.
          ...(message?.sentKnown === undefined ? {} : { strokeDasharray: '3 3' }),
        },
      }),
      path(barbs, { style: { fill: colour } }),
    ],
    { key: `arrow-${step}`, style: { opacity: strength.opacity } },
  );
}
