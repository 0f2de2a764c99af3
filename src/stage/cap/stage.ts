import type { CapDetail } from '../../view/cap.ts';
import type { Frame } from '../../view/frame.ts';
import type { Micros, Pid } from '../../view/time.ts';
import { crossedLinks } from '../cut-line.ts';
import type { Point } from '../geometry.ts';
import { linkShapes } from '../links.ts';
import type { LinkOptions } from '../links.ts';
import { messageShapes } from '../messages.ts';
import type { MessageOptions } from '../messages.ts';
import { smoothed } from '../segments.ts';
import { circle, group, path, round, text } from '../shape.ts';
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
  /** The line that was drawn last on this stage: where it is what is cut now, the wall is that line. */
  readonly line?: readonly Point[];
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
  const walls = wallsOf(frame, layout, options.line);
  const wall = group(wallShapes(walls, detail, layout, words), { key: 'walls' });
  const messages = messageShapes(frame, layout, now, options, [servers, clients, wall]);
  return [
    group(linkShapes(frame, { ...layout, walls: () => walls }, options), { key: 'links' }),
    wall,
    group(messages.trails, { key: 'trails' }),
    servers,
    clients,
    group(messages.slips, { key: 'slips' }),
  ];
};

/** The walls of the present partition; a line that was drawn for just these cuts is not straightened. */
export function wallsOf(
  frame: Frame<CapDetail>,
  layout: CapLayout,
  line: readonly Point[] | undefined,
): readonly (readonly Point[])[] {
  if (frame.partition.length < 2) return [];
  if (line !== undefined && line.length > 1 && isCutOf(line, frame, layout)) {
    return [smoothed(line)];
  }
  return layout.walls(frame.partition);
}

/** Whether a line crosses the links that are cut, and no others. */
function isCutOf(line: readonly Point[], frame: Frame<CapDetail>, layout: CapLayout): boolean {
  const cut = new Set(frame.links.filter((one) => one.cut).map(({ from, to }) => `${from}>${to}`));
  const crossed = crossedLinks(line, { processes: frame.processes, links: [] }, layout);
  return (
    crossed.length * 2 === cut.size &&
    crossed.every(({ a, b }) => cut.has(`${a}>${b}`) && cut.has(`${b}>${a}`))
  );
}

/** As thick as a wall, with room round it and its two ends to hold. */
function wallShapes(
  walls: readonly (readonly Point[])[],
  detail: CapDetail,
  layout: CapLayout,
  words: CapSaying,
): readonly Shape[] {
  const shapes = walls.map((points, i) => {
    const d = `M${points.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}`;
    const line = (stroke: string, strokeWidth: number): Shape =>
      path(d, { style: { fill: 'none', stroke, strokeWidth, strokeLinejoin: 'round' } });
    const ends = walls.length > 1 ? [] : [points[0], points.at(-1)];
    return group(
      [
        line('var(--paper)', 20),
        line('var(--ink)', 8),
        line('var(--paper)', 4),
        ...ends.flatMap((end) =>
          end === undefined
            ? []
            : [
                circle(round(end.x), round(end.y), 6, {
                  className: 'wall-end',
                  style: { fill: 'var(--paper)', stroke: 'var(--ink)', strokeWidth: 2 },
                }),
              ],
        ),
      ],
      { key: `wall-${i}`, className: 'wall' },
    );
  });
  const [only] = walls.length === 1 ? walls : [];
  const last = detail.cuts.findLast(({ groups }) => groups.length > 1);
  if (only === undefined || last === undefined || layout.narrow) return shapes;
  const top = only.reduce(
    (least, one) => (one.y < least.y ? one : least),
    only[0] ?? { x: 0, y: 0 },
  );
  const since = (at: Micros): string =>
    words.timeIn(Number(((at - detail.zero) / 1_000_000).toFixed(1)), 's');
  const said =
    last.to === null
      ? words.say('drawnAt', { from: since(last.from) })
      : words.say('drawnUntil', { from: since(last.from), to: since(last.to) });
  const right = top.x < layout.width * 0.6;
  return [
    ...shapes,
    text(round(top.x + (right ? 13 : -13)), round(Math.max(14, top.y + 4)), said, {
      key: 'said',
      anchor: right ? 'start' : 'end',
      className: 's i2 halo',
    }),
  ];
}
