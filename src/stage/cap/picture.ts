import type { CapDetail } from '../../view/cap.ts';
import type { Frame } from '../../view/frame.ts';
import type { Pid } from '../../view/time.ts';
import { claimColour } from '../colours.ts';
import type { Point } from '../geometry.ts';
import { circle, group, path, rect, round } from '../shape.ts';
import type { Drawing, Shape, ViewBox } from '../shape.ts';
import { inEnglish } from '../words.ts';
import { capLayout } from './layout.ts';
import { markAt, markOf } from './marks.ts';
import { roleKind } from './server.ts';
import { capStage } from './stage.ts';
import { capWords } from './words.ts';

/** Wide enough for the requests beside the servers. */
const WIDE = 160;

const STROKE = {
  looking: 'var(--looking)',
  reading: 'var(--looking)',
  following: 'var(--following)',
  leading: 'var(--leading)',
  standalone: 'var(--leading)',
  observing: 'var(--observing)',
  crashed: 'var(--crashed)',
  paused: 'var(--crashed)',
  off: 'var(--crashed)',
} as const;

/** The servers of one side on a short arc. */
const seatsOf = (pids: readonly Pid[], x: number, bulge: number, height: number) =>
  pids.map((pid, i): readonly [Pid, Point] => {
    const t = pids.length < 2 ? 0 : (2 * i) / (pids.length - 1) - 1;
    return [pid, { x: x + bulge * (1 - t * t), y: height * (0.48 + 0.32 * t) }];
  });

/** The experiment in small: who is parted from whom, with which value, and what became of the requests. */
export function capPicture(frame: Frame<CapDetail>, { width, height }: ViewBox): Drawing {
  const { detail, processes, partition } = frame;
  const room = width > WIDE ? width * 0.52 : width;
  const half = Math.floor(detail.servers.length / 2);
  const pids = detail.servers.map(({ pid }) => pid);
  const seats = new Map([
    ...seatsOf(pids.slice(0, half), room * 0.2, -room * 0.06, height),
    ...seatsOf(pids.slice(half), room * 0.66, room * 0.2, height),
  ]);
  const radius = height > 70 ? 8 : 5.5;
  const apart = (a: Pid, b: Pid): boolean =>
    partition.length > 1 &&
    partition.findIndex((one) => one.includes(a)) !== partition.findIndex((one) => one.includes(b));
  const links = pids.flatMap((a, i) =>
    pids.slice(i + 1).flatMap((b): Shape[] => {
      const [from, to] = [seats.get(a), seats.get(b)];
      if (from === undefined || to === undefined || apart(a, b)) return [];
      return [
        path(`M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`, {
          style: { fill: 'none', stroke: 'var(--line)', strokeWidth: 1 },
        }),
      ];
    }),
  );
  const servers = detail.servers.flatMap(({ pid, role, value, leads }): Shape[] => {
    const seat = seats.get(pid);
    const process = processes.find((one) => one.pid === pid);
    if (seat === undefined || process === undefined) return [];
    const kind = roleKind(process, role);
    const [x, y] = [round(seat.x), round(seat.y)];
    return [
      circle(x, y, radius, {
        style: {
          fill: value === null || value === 0 ? 'var(--paper)' : claimColour(value),
          stroke: STROKE[kind],
          strokeWidth: 2,
          ...(kind === 'looking' ? { strokeDasharray: '3 2' } : {}),
        },
      }),
      ...(leads
        ? [
            circle(x, y, radius + 3, {
              style: { fill: 'none', stroke: STROKE[kind], strokeWidth: 1.4 },
            }),
          ]
        : []),
    ];
  });
  const wall = room * 0.42;
  const shapes: Shape[] = [
    ...links,
    ...(partition.length > 1
      ? [
          path(
            `M${round(wall)} 4C${round(wall + 8)} ${round(height * 0.3)} ${round(wall - 8)} ${round(height * 0.6)} ${round(wall + 2)} ${round(height - 6)}`,
            {
              style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 3, strokeLinecap: 'round' },
            },
          ),
        ]
      : []),
    ...servers,
    ...(width > WIDE ? requests(detail, room, width, height) : []),
  ];
  return { shapes, width, height };
}

/** A lane for each client. */
function requests(detail: CapDetail, from: number, width: number, height: number): Shape[] {
  const rows = detail.clients.slice(0, 3);
  return rows.map(({ pid }, i) => {
    const y = (height * (i + 1)) / (rows.length + 1);
    const own = detail.requests.filter(({ client }) => client === pid).slice(-6);
    const each = (width - from - 16) / 6;
    return group([
      path(`M${round(from + 8)} ${round(y)}H${width - 6}`, {
        style: { fill: 'none', stroke: 'var(--rule)', strokeWidth: 1.4 },
      }),
      ...own.flatMap((one, n) => {
        const x = from + 12 + (n + 0.5) * each;
        const kind = markOf(one);
        return [
          ...(kind === 'to-come'
            ? []
            : [rect(round(x - 7), round(y - 7), 14, 14, { style: { fill: 'var(--paper)' } })]),
          markAt(kind, x, y),
        ];
      }),
    ]);
  });
}

/** A frame of the lab as its stage draws it, in English: for what is drawn when the site is built. */
export function capStill(frame: Frame<CapDetail>, room: ViewBox): readonly Shape[] {
  const { servers, clients } = frame.detail;
  // The stores stand beside it where there is room for them.
  const width = room.width > 600 ? room.width * 0.58 : room.width;
  const cast = {
    servers: servers.map(({ pid }) => pid),
    clients: clients.map(({ pid, server }) => ({ pid, home: server })),
    word: 'FOLLOWING',
  };
  const layout = capLayout(cast, { width, height: room.height });
  return capStage(frame, layout, frame.time, {
    words: inEnglish(capWords),
    selected: null,
    changed: null,
    reducedMotion: false,
    veil: [],
  });
}
