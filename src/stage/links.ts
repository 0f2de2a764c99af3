import type { Frame } from '../view/frame.ts';
import type { Micros, Pid } from '../view/time.ts';
import { scissors } from './glyphs.ts';
import { asideOf, curveCrossing, directionAt, lengthOf, partOf, pointOn } from './curve.ts';
import { overlaps } from './geometry.ts';
import type { Curve, Point } from './geometry.ts';
import type { Layout, Pipe } from './layout.ts';
import { oneStop } from './one-stop.ts';
import { group, path } from './shape.ts';
import type { Shape, Style } from './shape.ts';
import { isDown, linkEnd } from './states.ts';
import { wallsOf } from './drawn-wall.ts';
import { smoothed } from './segments.ts';
import { slowShape, slowText } from './slow-links.ts';
import { seamShape, wallShape } from './walls.ts';
import type { StageWords } from './words.ts';

export interface LinkOptions {
  readonly words: StageWords;
  readonly selected?: Pid | null;
  readonly selectedLink?: readonly [Pid, Pid] | null;
  /** The line that was drawn last on this stage: where it is what is cut now, the wall is that line. */
  readonly drawn?: readonly Point[] | undefined;
  /** A typical message's way, µs: a link that takes far longer says so. */
  readonly pace?: Micros;
}

type Fault = 'none' | 'cut' | 'one-way' | 'partition';

/** In a larger group only links that are faulty, or of the process selected, are targets of their own. */
const MOST_EACH = 16;

/** The mesh of links, each a target of its own and all of them one stop for Tab, and the walls of a partition. */
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
  const { lines: walls, held } = wallsOf(frame, layout, options.drawn);
  const shapes: Shape[] = [];
  const many = frame.processes.length > 7;
  const mesh = frame.processes.length > MOST_EACH;
  const sound: string[] = [];
  // Beside the links: inside of a button it would be the button's name.
  const said: Shape[] = [];
  frame.processes.forEach((one, i) => {
    for (const other of frame.processes.slice(i + 1)) {
      const [first, ...rest] = layout.wires(one.pid, other.pid);
      if (first === undefined) continue;
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
      const touched = options.selected === one.pid || options.selected === other.pid;
      const chosen =
        options.selectedLink?.includes(one.pid) === true &&
        options.selectedLink.includes(other.pid);
      const down = isDown(one) || isDown(other);
      const pipe = layout.pipe?.(one.pid, other.pid) ?? null;
      const quiet = !touched && layout.quiet?.(one.pid, other.pid) === true;
      // A pipe says it at its queue.
      const slow =
        pipe === null && fault !== 'partition' && fault !== 'cut'
          ? slowText(frame.links, one.pid, other.pid, options.pace, options.words)
          : null;
      const asUsual = (fault === 'none' && slow === null) || fault === 'partition';
      if (mesh && !touched && !chosen && pipe === null && asUsual) {
        if (fault === 'none' && !down && !quiet) sound.push(partOf(first, 0, 1));
        continue;
      }
      // A link to a server that is down shows only what was done to it, but can be chosen all the same.
      const bare = (down || quiet) && asUsual;
      const style = chosen
        ? { stroke: 'var(--ink)', strokeWidth: 2.5 }
        : touched
          ? { strokeWidth: 1.8 }
          : many
            ? { opacity: 0.55 }
            : {};
      const walled = walls.map((wall) => curveCrossing(first, wall)).find((t) => t !== null);
      const wires = (): readonly Shape[] => [
        ...drawn(
          first,
          layout.inset,
          there && fault === 'one-way' ? 'there' : fault,
          walled ?? clearPlace(first, layout),
          style,
          { pipe, walled: walled !== undefined },
        ),
        // Where messages go back another way, faults are shown on the way there alone.
        ...(fault === 'cut' || fault === 'partition'
          ? []
          : rest.flatMap((wire) => drawn(wire, 0, 'none', 0.5, style))),
      ];
      if (slow !== null) {
        const at = fault === 'none' ? clearPlace(first, layout) : 0.3;
        said.push(slowShape(slow, first, at, `slow-${one.pid}-${other.pid}`));
      }
      shapes.push(
        group(
          [path(partOf(first, 0, 1), { className: 'hit' }), ...(bare && !chosen ? [] : wires())],
          {
            key: `link-${one.pid}-${other.pid}`,
            className: `wire ${fault}`,
            role: 'button',
            label: options.words.link(linkEnd(one), linkEnd(other)),
            ...titleOf(fault, slow, options.words),
            action: { link: [one.pid, other.pid] },
            selected: chosen,
          },
        ),
      );
    }
  });
  if (sound.length > 0) {
    const style = { opacity: 0.3 };
    shapes.unshift(path(sound.join(''), { key: 'mesh', className: 'link', style }));
  }
  return [
    ...oneStop(shapes),
    ...said,
    ...walls.map((wall, i) => wallShape(wall, `wall-${i}`, held !== null)),
    ...(walls.length === 0 && held !== null ? [seamShape(smoothed(held))] : []),
  ];
};

/** What is wrong with it, as its description. */
const titleOf = (
  fault: Fault,
  slow: string | null,
  words: StageWords,
): { readonly title?: string } => {
  const all = [
    ...(fault === 'none' ? [] : [words.linkFault(fault)]),
    ...(slow === null ? [] : [words.linkSlow(slow)]),
  ];
  return all.length === 0 ? {} : { title: all.join(' · ') };
};

/** Half of the square that scissors beside a link need. */
const SCISSORS = 17;

/** Where on the link scissors stand on no word and no ring: in the middle, or as near to it as can be. */
function clearPlace(curve: Curve, { obstacles }: Layout): number {
  const places = [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68];
  const clear = (t: number): boolean => {
    const { x, y } = pointOn(curve, t);
    const box = { x: x - SCISSORS, y: y - SCISSORS, width: 2 * SCISSORS, height: 2 * SCISSORS };
    return !obstacles.some((one) => overlaps(box, one, 0));
  };
  return places.find(clear) ?? 0.5;
}

/** A line, and nothing that cuts it besides its fault. */
const BARE = { pipe: null, walled: false };

function drawn(
  curve: Curve,
  inset: number,
  fault: Fault | 'there',
  gap: number,
  style: Style,
  { pipe, walled }: { readonly pipe: Pipe | null; readonly walled: boolean } = BARE,
): Shape[] {
  const length = lengthOf(curve);
  const wire = (from: number, to: number, aside = 0): Shape =>
    path(partOf(curve, from, to, aside), { className: 'link', style });
  const wires = (from: number, to: number): Shape[] => {
    if (pipe === null) return [wire(from, to)];
    const [begins, ends] = [Math.max(from, pipe.from), Math.min(to, pipe.to)];
    return [
      ...(from < begins ? [wire(from, Math.min(to, begins))] : []),
      ...(begins < ends ? [-pipe.half, pipe.half].map((aside) => wire(begins, ends, aside)) : []),
      ...(ends < to ? [wire(Math.max(from, ends), to)] : []),
    ];
  };
  const middle = pointOn(curve, gap);
  const u = directionAt(curve, gap);
  const turn = (Math.atan2(u.y, u.x) * 180) / Math.PI;
  const off = (units: number): number => units / length;
  switch (fault) {
    case 'none':
      return wires(0, 1);
    case 'partition':
      return [...wires(0, Math.max(0, gap - off(9))), ...wires(Math.min(1, gap + off(9)), 1)];
    case 'cut':
      return [
        ...wires(0, gap - off(20)),
        ...wires(gap + off(20), 1),
        scissors(middle.x, middle.y, turn),
      ];
    case 'one-way':
    case 'there': {
      // `there`: messages from → to are lost, the other direction still works.
      const works = fault === 'there' ? -7 : 7;
      const tip = fault === 'there' ? off(inset + 3) : 1 - off(inset + 3);
      const barb = fault === 'there' ? tip + off(8) : tip - off(8);
      const p = (t: number, aside: number): string => asideOf(curve, t, aside);
      return [
        ...(pipe === null ? [] : wires(0, 1)),
        wire(off(inset), 1 - off(inset), works),
        path(`M${p(barb, works - 5)}L${p(tip, works)}L${p(barb, works + 5)}`, {
          style: { fill: 'none', stroke: 'var(--ink)', strokeWidth: 1.8 },
        }),
        wire(off(inset), gap - off(16), -works),
        wire(gap + off(16), 1 - off(inset), -works),
        // A wall says by itself that it cuts.
        ...(walled
          ? []
          : [
              scissors(
                middle.x - u.y * works,
                middle.y + u.x * works,
                fault === 'there' ? turn : turn + 180,
                0.75,
              ),
            ]),
      ];
    }
  }
}
