import type { CapDetail } from '../../view/cap.ts';
import type { Frame } from '../../view/frame.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { wallsOf } from '../drawn-wall.ts';
import { overlaps, textWidth } from '../geometry.ts';
import type { Point } from '../geometry.ts';
import { linkShapes } from '../links.ts';
import type { LinkOptions } from '../links.ts';
import { messageShapes } from '../messages.ts';
import type { MessageOptions } from '../messages.ts';
import { group, round, text } from '../shape.ts';
import type { Shape } from '../shape.ts';
import { clientShape, newestOf } from './client.ts';
import type { CapLayout } from './layout.ts';
import { serverShape } from './server.ts';
import type { ServerOptions } from './server.ts';
import type { CapSaying } from './words.ts';

export interface CapStageOptions extends MessageOptions, LinkOptions, ServerOptions {
  readonly words: CapSaying;
  readonly selected: Pid | null;
  /** Numbers of requests whose outcome the reader is still to guess. */
  readonly unguessed?: ReadonlySet<number>;
}

/** Servers with the value that each has, clients below them, and the wall that parts them. */
export const capStage = (
  frame: Frame<CapDetail>,
  layout: CapLayout,
  now: Micros,
  options: CapStageOptions,
): readonly Shape[] => {
  const { detail } = frame;
  const { words } = options;
  const processes = new Map(frame.processes.map((one) => [one.pid, one]));
  const servers = group(
    detail.servers.flatMap((view) => {
      const [seat, process] = [layout.servers.get(view.pid), processes.get(view.pid)];
      return seat === undefined || process === undefined
        ? []
        : [serverShape(process, view, seat, layout.radius, options)];
    }),
    { key: 'servers' },
  );
  const clients = group(
    detail.clients.flatMap((view) => {
      const [seat, process] = [layout.clients.get(view.pid), processes.get(view.pid)];
      if (seat === undefined || process === undefined) return [];
      const newest = newestOf(view.pid, detail.requests);
      const hidden = newest !== undefined && options.unguessed?.has(newest.number) === true;
      return [clientShape({ process, view, newest, hidden }, seat, options)];
    }),
    { key: 'clients' },
  );
  const { lines } = wallsOf(frame, layout, options.drawn);
  const said = group(wallText(lines, detail, layout, words), { key: 'wall-text' });
  const messages = messageShapes(frame, layout, now, options, [servers, clients, said]);
  return [
    group(linkShapes(frame, layout, options), { key: 'links' }),
    said,
    group(messages.trails, { key: 'trails' }),
    servers,
    clients,
    group(messages.slips, { key: 'slips' }),
  ];
};

/** Since when, and for how long, the one wall stands. */
function wallText(
  walls: readonly (readonly Point[])[],
  detail: CapDetail,
  layout: CapLayout,
  words: CapSaying,
): readonly Shape[] {
  const [only] = walls.length === 1 ? walls : [];
  const last = detail.cuts.findLast(({ groups }) => groups.length > 1);
  if (only === undefined || last === undefined || layout.narrow) return [];
  const since = (at: Micros): string =>
    words.timeIn(Number(((at - detail.zero) / 1_000_000).toFixed(1)), 's');
  const said =
    last.to === null
      ? words.say('drawnAt', { from: since(last.from) })
      : words.say('drawnUntil', { from: since(last.from), to: since(last.to) });
  const place = placeOfText(only, textWidth(said, SAID), layout);
  if (place === null) return [];
  const { x, y, anchor } = place;
  return [text(round(x), round(y), said, { key: 'said', anchor, className: 's i2 halo' })];
}

/** Size of the words beside a wall, and how far from it they stand. */
const SAID = 13;
const ASIDE = 13;

/** Beside an end of a wall, where the words lie on nobody; null where there is no such place. */
function placeOfText(wall: readonly Point[], width: number, layout: CapLayout) {
  const ends = [wall[0], wall.at(-1)].flatMap((end) => end ?? []).toSorted((a, b) => a.y - b.y);
  const places = ends.flatMap(({ x, y }) => {
    const line = Math.max(14, y + 4);
    const sides = [
      { x: x + ASIDE, y: line, anchor: 'start', from: x + ASIDE },
      { x: x - ASIDE, y: line, anchor: 'end', from: x - ASIDE - width },
    ] as const;
    return x < layout.width * 0.6 ? sides : sides.toReversed();
  });
  return (
    places.find(({ from, y }) => {
      const box = { x: from, y: y - SAID, width, height: SAID + 4 };
      return (
        box.x >= 0 &&
        box.x + width <= layout.width &&
        !layout.obstacles.some((one) => overlaps(box, one, 0))
      );
    }) ?? null
  );
}
