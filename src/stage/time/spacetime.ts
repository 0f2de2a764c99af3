import type { StepRecord } from '../../view/fact.ts';
import type { Frame, ProcessView } from '../../view/frame.ts';
import type { Micros } from '../../view/time.ts';
import { isTold } from '../../view/told-frame.ts';
import { lifeOf } from './lives.ts';
import { group, path, rect, round, text } from '../shape.ts';
import type { Drawing, Move, Shape } from '../shape.ts';
import { coarseShapes } from './spacetime-coarse.ts';
import { axisMoves, playhead, pleats, ticks } from './spacetime-axis.ts';
import type { Seen } from './spacetime-axis.ts';
import { eventPlaces, eventShapes } from './spacetime-events.ts';
import { flightMoves, flightShapes } from './spacetime-flights.ts';
import { laneHeads } from './spacetime-heads.ts';
import type { HeadOptions } from './spacetime-heads.ts';
import { lightOf } from './spacetime-light.ts';
import type { LightOptions } from './spacetime-light.ts';
import { followed, spacetimeRoom } from './spacetime-room.ts';
import type { RoomOptions, SpacetimeRoom } from './spacetime-room.ts';
import { HIDDEN } from '../veil.ts';
import type { StageWords } from '../words.ts';

export interface SpacetimeOptions extends HeadOptions, LightOptions {
  /** What is drawn, in units of the lanes: what is seen, and a little on both sides. */
  readonly seen: Seen;
  /** An open question hides what lies right of the playhead. */
  readonly hideFuture?: boolean;
  /** It goes by too fast to be read or pressed. */
  readonly coarse?: boolean;
  /** What an event was, in a sentence. */
  readonly tell?: (record: StepRecord) => string;
  /** The event that the Tab key leads to; without one, the newest before the playhead. */
  readonly tabStop?: number | null;
}

/** One lane per process, time rightwards, messages as slanted lines: the heads, and what scrolls. */
export const spacetimeParts = (
  records: readonly StepRecord[],
  frame: Frame,
  room: SpacetimeRoom,
  options: SpacetimeOptions,
): { readonly heads: Drawing; readonly lanes: Drawing } => {
  const { seen, words } = options;
  const { height, now } = room;
  const until = options.hideFuture === true ? now : Infinity;
  const known = records.filter(({ time }) => time <= until);
  const light = lightOf(known, now, options);
  const events = eventPlaces(known, room);
  const inside = events.filter(({ x }) => x >= seen[0] && x <= seen[1]);
  const newest = inside.findLast(({ record }) => record.time <= now) ?? inside[0];
  const wanted = inside.find(({ step }) => step === options.tabStop) ?? newest;
  return {
    heads: {
      shapes: laneHeads(frame.processes, room, options),
      width: room.heads,
      height,
    },
    lanes: {
      shapes: [
        ...frame.processes.map((process) =>
          laneLine(process, known, frame, room, seen, options.selected === process.pid),
        ),
        path(onward(frame, room, now), {
          key: 'onward',
          style: { stroke: 'var(--ink-3)', strokeWidth: 1.5 },
        }),
        ...pleats(room, words, seen),
        ...ticks(room, words, seen),
        ...(options.coarse === true
          ? coarseShapes(known, frame, inside, room, light, seen)
          : [
              ...flightShapes(known, frame, room, light, seen),
              group(eventShapes(inside, light, { ...options, tabStop: wanted?.step ?? null }), {
                key: 'events',
              }),
            ]),
        playhead(room, now, words),
      ],
      width: room.width,
      height,
    },
  };
};

/** What time alone changes of the diagram. */
export const spacetimeMoves = (
  frame: Frame,
  room: SpacetimeRoom,
  now: Micros,
  words: StageWords,
  /** What of the lanes is seen, and whether messages have no elements of their own. */
  { visible, coarse = false }: { readonly visible: Seen; readonly coarse?: boolean },
): readonly Move[] => [
  { key: 'onward', d: onward(frame, room, now) },
  ...(coarse ? [] : flightMoves(frame, room, now)),
  ...axisMoves(room, now, words, visible),
];

/** The lanes from where they were drawn to where the playhead has come since. */
function onward(frame: Frame, { axis, lanes, now: from }: SpacetimeRoom, now: Micros): string {
  const a = round(axis.place(from));
  const b = round(axis.place(now));
  if (b <= a) return 'M0 0';
  return frame.processes
    .filter(({ liveness }) => liveness === 'up' || liveness === 'paused')
    .map(({ pid }) => `M${a} ${lanes.get(pid) ?? 0}H${b}`)
    .join('');
}

/** The whole diagram as one drawing, at rest. */
export const spacetime = (
  records: readonly StepRecord[],
  frame: Frame,
  options: RoomOptions & Omit<SpacetimeOptions, 'seen'>,
): Drawing => {
  const { width, height } = options;
  const room = spacetimeRoom(records, frame, options);
  const scrolled = followed(room, room.now);
  const visible: Seen = [scrolled, scrolled + room.seen];
  const { heads, lanes } = spacetimeParts(records, frame, room, { ...options, seen: visible });
  const hidden = new Set(
    axisMoves(room, room.now, options.words, visible)
      .filter((move) => move.hidden === true)
      .map(({ key }) => key),
  );
  return {
    shapes: [
      group(
        lanes.shapes.filter(({ key }) => !hidden.has(key ?? '')),
        {
          key: 'lanes',
          transform: `translate(${round(room.heads - scrolled)} 0)`,
        },
      ),
      rect(0, 0, room.heads, height, { key: 'behind', style: { fill: 'var(--paper)' } }),
      group(heads.shapes, { key: 'heads' }),
    ],
    width,
    height,
  };
};

/** Nobody tells whether it ran: a lane of dots, with a question mark where there is room. */
function unknownLane(from: number, to: number, y: number): readonly Shape[] {
  const dots = path(`M${from} ${y}H${to}`, {
    style: { stroke: 'var(--ink-3)', strokeWidth: 1.5, strokeDasharray: '1 9' },
  });
  if (to - from < UNKNOWN) return [dots];
  return [
    dots,
    text(round(from + UNKNOWN / 2), y + 4, HIDDEN, { anchor: 'middle', className: 'xs b halo' }),
  ];
}

/** Room for a question mark. */
const UNKNOWN = 24;

/** A lane: strong up to the playhead, pale after it, broken while its process is down. */
function laneLine(
  process: ProcessView,
  records: readonly StepRecord[],
  frame: Frame,
  { lanes, axis, now, width }: SpacetimeRoom,
  seen: Seen,
  selected: boolean,
): Shape {
  const y = lanes.get(process.pid) ?? 0;
  const least = Math.max(0, seen[0]);
  const most = Math.min(width, seen[1]);
  const clamp = (x: number): number => round(Math.max(least, Math.min(most, x)));
  const head = axis.place(now);
  const first = axis.at(0);
  const after = axis.at(width);
  const thick = selected ? 2.6 : 1.5;
  const parts: Shape[] = [];
  for (const life of lifeOf(process, records, frame.time, [first, after], isTold(frame))) {
    const a = clamp(life.from <= first ? 0 : axis.x(life.from));
    const b = clamp(life.to >= after ? width : axis.x(life.to));
    if (b <= a) continue;
    if (life.is === 'unknown') {
      parts.push(...unknownLane(a, b, y));
      continue;
    }
    if (life.is === 'down') {
      parts.push(
        path(`M${a} ${y}H${b}`, {
          style: { stroke: 'var(--crashed)', strokeWidth: 1.5, strokeDasharray: '2 6' },
        }),
      );
      continue;
    }
    const strong = Math.min(b, clamp(head));
    if (strong > a) {
      const stroke = selected ? 'var(--ink)' : 'var(--ink-3)';
      parts.push(path(`M${a} ${y}H${strong}`, { style: { stroke, strokeWidth: thick } }));
    }
    if (b > strong) {
      parts.push(
        path(`M${Math.max(a, strong)} ${y}H${b}`, {
          style: { stroke: 'var(--rule)', strokeWidth: 1.5 },
        }),
      );
    }
  }
  return group(parts, { key: `lane-${process.pid}` });
}
