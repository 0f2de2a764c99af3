import type { Frame } from '../../view/frame.ts';
import type { Micros, Pid } from '../../view/time.ts';
import type { ZooKeeperDetail } from '../../view/zookeeper.ts';
import type { TreeRow } from '../../view/zookeeper-ask.ts';
import type { Point, Size } from '../geometry.ts';
import { ring } from '../glyphs.ts';
import type { Layout } from '../layout.ts';
import { at, group, path, rect, round, text } from '../shape.ts';
import type { Drawing, Shape } from '../shape.ts';
import { ringClass, ringKind } from '../states.ts';
import { treePicture } from '../znode/picture.ts';
import { lookOf } from './client.ts';
import { bareSlips, straightLayout } from './miniature.ts';
import { shownServer } from './shown-server.ts';

const SQUARE = 20;
const RADIUS = 13;

export interface ZooKeeperPictureOptions {
  /** The newest rows of the server's tree; null: without it. */
  readonly rows: readonly TreeRow[] | null;
  /** Default 240 × 96, drawn at any size. */
  readonly width?: number;
  readonly height?: number;
  readonly now?: Micros;
}

/** Clients, their server, what travels between them, and the tree, in miniature. */
export const zookeeperPicture = (
  frame: Frame<ZooKeeperDetail>,
  { rows, width = 240, height = 96, now = frame.time }: ZooKeeperPictureOptions,
): Drawing => {
  const clients = frame.detail.clients.flatMap(({ pid }) => {
    const process = frame.processes.find((one) => one.pid === pid);
    return process === undefined || process.liveness === 'off' ? [] : [process];
  });
  const shown = shownServer(frame.detail)?.pid;
  const server = frame.processes.find(({ pid }) => pid === shown);
  const room = { width: rows === null ? width : width * 0.52, height };
  const layout = miniature(
    clients.map(({ pid }) => pid),
    server?.pid ?? 0,
    room,
  );
  // Many in little room are smaller, so that none lies over another.
  const side = Math.min(SQUARE, (height - 4) / Math.max(1, clients.length) - 3);
  const squares = clients.map((process): Shape => {
    const { x, y } = layout.seats.get(process.pid) ?? { x: 0, y: 0 };
    const { edge } = lookOf(process, process.state);
    return group(
      [
        rect(round(-side / 2), round(-side / 2), round(side), round(side), {
          rx: 3,
          style: { fill: 'var(--paper)', ...edge, strokeWidth: 2 },
        }),
        // Names that would be too small to read are left out.
        ...(side < SQUARE
          ? []
          : [
              text(0, round(side / 4), process.name, {
                anchor: 'middle',
                className: process.liveness === 'up' ? 'nm' : 'nm halo',
                style: { fontSize: round(side * 0.65) },
              }),
            ]),
      ],
      { transform: at(x, y) },
    );
  });
  const hub = layout.seats.get(server?.pid ?? 0);
  const kind = server === undefined ? 'off' : ringKind(server);
  const rings =
    hub === undefined
      ? []
      : [
          group(
            ring(kind, '', RADIUS).filter(({ type }) => type !== 'text'),
            { className: ringClass(kind), transform: at(hub.x, hub.y) },
          ),
        ];
  const tree =
    rows === null ? [] : treePicture(rows, { width: width - room.width - 8, height: height - 12 });
  return {
    shapes: [
      ...linkShapes(frame, layout, hub),
      ...squares,
      ...rings,
      ...bareSlips(frame, layout, now, 0.7),
      group(tree, { transform: at(room.width + 4, 6) }),
    ],
    width,
    height,
  };
};

/** Clients in a column, the server on the right of them. */
function miniature(clients: readonly Pid[], server: Pid, { width, height }: Size): Layout {
  const step = Math.min(34, (height - SQUARE - 8) / Math.max(1, clients.length - 1));
  const top = height / 2 - (step * (clients.length - 1)) / 2;
  const seats = new Map<Pid, Point>([[server, { x: width - RADIUS - 8, y: height / 2 }]]);
  clients.forEach((pid, i) => seats.set(pid, { x: SQUARE / 2 + 4, y: top + i * step }));
  const inset = (pid: Pid): number => (pid === server ? RADIUS : SQUARE / 2) + 9;
  return straightLayout(seats, inset, { width, height });
}

/** A line for each client that is in touch with its server. */
const linkShapes = (
  { detail, links }: Frame<ZooKeeperDetail>,
  { seats }: Layout,
  hub: Point | undefined,
): Shape[] =>
  detail.clients.flatMap(({ pid, state }) => {
    const seat = seats.get(pid);
    const cut = links.some((one) => one.cut && (one.from === pid || one.to === pid));
    if (hub === undefined || seat === undefined || state !== 'CONNECTED' || cut) return [];
    return [
      path(`M${round(seat.x)} ${round(seat.y)}L${round(hub.x)} ${round(hub.y)}`, {
        className: 'hair2',
        style: { opacity: 0.5 },
      }),
    ];
  });
