import type { Frame } from '../view/frame.ts';
import type { Pid } from '../view/time.ts';
import { scissors } from './glyphs.ts';
import type { Point } from './geometry.ts';
import type { Layout } from './layout.ts';
import { group, path, round } from './shape.ts';
import type { Shape } from './shape.ts';
import { isDown } from './states.ts';
import { crossing } from './segments.ts';
import { wallLines, wallShape } from './walls.ts';
import type { StageWords } from './words.ts';

export interface LinkOptions {
  readonly words: StageWords;
  readonly selected?: Pid | null;
  readonly selectedLink?: readonly [Pid, Pid] | null;
}

type Fault = 'none' | 'cut' | 'one-way' | 'partition';

/** The mesh of links, each a target of its own, and the walls of a partition. */
export const linkShapes = (
  frame: Pick<Frame, 'processes' | 'links' | 'partition'>,
  layout: Layout,
  options: LinkOptions,
): readonly Shape[] => {
  const cuts = new Set(
    frame.links.filter((link) => link.cut).map((link) => `${link.from}>${link.to}`),
  );
  const groupOf = new Map(
    frame.partition.flatMap((pids, i) => pids.map((pid) => [pid, i] as const)),
  );
  const walls = wallLines(frame.partition, layout);
  const shapes: Shape[] = [];
  const many = frame.processes.length > 7;
  frame.processes.forEach((one, i) => {
    for (const other of frame.processes.slice(i + 1)) {
      const from = layout.seats.get(one.pid);
      const to = layout.seats.get(other.pid);
      if (!from || !to) continue;
      const there = cuts.has(`${one.pid}>${other.pid}`);
      const back = cuts.has(`${other.pid}>${one.pid}`);
      const apart =
        there &&
        back &&
        groupOf.has(one.pid) &&
        groupOf.has(other.pid) &&
        groupOf.get(one.pid) !== groupOf.get(other.pid);
      const fault: Fault = apart
        ? 'partition'
        : there && back
          ? 'cut'
          : there || back
            ? 'one-way'
            : 'none';
      // A link to a server that is down shows only what was done to it.
      const down = isDown(one) || isDown(other);
      if (down && (fault === 'none' || fault === 'partition')) continue;
      const touched = options.selected === one.pid || options.selected === other.pid;
      const chosen =
        options.selectedLink?.includes(one.pid) === true &&
        options.selectedLink.includes(other.pid);
      const style = chosen
        ? { stroke: 'var(--ink)', strokeWidth: 2.5 }
        : touched
          ? { strokeWidth: 1.8 }
          : many
            ? { opacity: 0.55 }
            : {};
      shapes.push(
        group(
          [
            path(`M${round(from.x)} ${round(from.y)}L${round(to.x)} ${round(to.y)}`, {
              className: 'hit',
              style: { fill: 'none', stroke: 'transparent', strokeWidth: 14 },
            }),
            ...drawn(
              from,
              to,
              layout.radius,
              there && fault === 'one-way' ? 'there' : fault,
              walls.map((wall) => crossing(from, to, wall)).find((t) => t !== null) ?? 0.5,
              style,
            ),
          ],
          {
            key: `link-${one.pid}-${other.pid}`,
            className: `wire ${fault}`,
            role: 'button',
            label: options.words.link(one.pid, other.pid),
            ...(fault === 'none' ? {} : { title: options.words.linkFault(fault) }),
            action: { link: [one.pid, other.pid] },
            selected: chosen,
          },
        ),
      );
    }
  });
  return [...shapes, ...walls.map((wall, i) => wallShape(wall, `wall-${i}`))];
};

function drawn(
  from: Point,
  to: Point,
  radius: number,
  fault: Fault | 'there',
  gap: number,
  style: { stroke?: string; strokeWidth?: number; opacity?: number },
): Shape[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const ux = (to.x - from.x) / length;
  const uy = (to.y - from.y) / length;
  // A point so far along, so far to the side that messages from `from` travel on.
  const p = (along: number, aside = 0): string =>
    `${round(from.x + ux * along + uy * aside)} ${round(from.y + uy * along - ux * aside)}`;
  const wire = (d: string): Shape => path(d, { className: 'link', style });
  const turn = (Math.atan2(uy, ux) * 180) / Math.PI;
  const half = length / 2;
  const middle = { x: from.x + ux * half, y: from.y + uy * half };
  switch (fault) {
    case 'none':
      return [wire(`M${p(0)}L${p(length)}`)];
    case 'partition':
      return [wire(`M${p(0)}L${p(length * gap - 9)}M${p(length * gap + 9)}L${p(length)}`)];
    case 'cut':
      return [
        wire(`M${p(0)}L${p(half - 20)}M${p(half + 20)}L${p(length)}`),
        scissors(middle.x, middle.y, turn),
      ];
    case 'one-way':
    case 'there': {
      // `there`: messages from → to are lost, the other direction still works.
      const works = fault === 'there' ? -7 : 7;
      const tip = fault === 'there' ? radius + 3 : length - radius - 3;
      const barb = fault === 'there' ? tip + 8 : tip - 8;
      return [
        wire(`M${p(radius, works)}L${p(length - radius, works)}`),
        path(`M${p(barb, works - 5)}L${p(tip, works)}L${p(barb, works + 5)}`, {
          style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.8 },
        }),
        wire(
          `M${p(radius, -works)}L${p(half - 16, -works)}M${p(half + 16, -works)}L${p(length - radius, -works)}`,
        ),
        scissors(
          middle.x - uy * works,
          middle.y + ux * works,
          fault === 'there' ? turn : turn + 180,
          0.75,
        ),
      ];
    }
  }
}
