/** The wall of a partition as a line that somebody holds: what it parts, and what becomes of it when an end is moved. */
import type { Frame } from '../view/frame.ts';
import type { Link } from '../view/intervention.ts';
import type { Pid } from '../view/time.ts';
import { crossedLinks } from './cut-line.ts';
import type { Crossed } from './cut-line.ts';
import type { Curve, Point } from './geometry.ts';
import type { Layout } from './layout.ts';
import { smoothed } from './segments.ts';

/** What of a frame and of its stage a wall depends on. */
type Parted = Pick<Frame, 'processes' | 'links' | 'partition'>;
type Ways = Pick<Layout, 'wires' | 'inset' | 'unseen' | 'seats' | 'walls'>;

/** Points of a wall that is held, so that moving it again and again makes it no longer. */
const POINTS = 24;

/** A wall parts whoever stands on its two sides, also those between whom nothing is drawn. */
const straight =
  ({ seats }: Pick<Ways, 'seats'>) =>
  (a: Pid, b: Pid): readonly Curve[] => {
    const [from, to] = [seats.get(a), seats.get(b)];
    if (from === undefined || to === undefined) return [];
    const [x0, y0, x1, y1] = [from.x, from.y, to.x, to.y];
    return [{ x0, y0, cx: (x0 + x1) / 2, cy: (y0 + y1) / 2, x1, y1 }];
  };

/** All links that a wall along this line parts, whether they are cut now or not. */
export const partedBy = (
  line: readonly Point[],
  { processes }: Pick<Parted, 'processes'>,
  layout: Ways,
): readonly Crossed[] =>
  crossedLinks(
    line,
    { processes, links: [] },
    { wires: layout.wires, inset: layout.inset, unseen: layout.unseen ?? straight(layout) },
  );

const keyOf = (from: Pid, to: Pid): string => `${from}>${to}`;

const cutsOf = ({ links }: Pick<Parted, 'links'>): ReadonlySet<string> =>
  new Set(links.filter((one) => one.cut).map(({ from, to }) => keyOf(from, to)));

/** Whether a line parts the links that are cut both ways, and no others. */
function isCut(line: readonly Point[], frame: Parted, layout: Ways): boolean {
  const cut = cutsOf(frame);
  if (cut.size === 0) return false;
  const parted = partedBy(line, frame, layout);
  return (
    parted.length * 2 === cut.size &&
    parted.every(({ a, b }) => cut.has(keyOf(a, b)) && cut.has(keyOf(b, a)))
  );
}

/** What is drawn of a partition. */
interface Walls {
  readonly lines: readonly (readonly Point[])[];
  /**
   * The one line, as few points, under which all that is cut lies and nothing else: it has two ends to
   * hold. Without `lines` it was drawn and parts nobody from the others yet.
   */
  readonly held: readonly Point[] | null;
}

const NONE: Walls = { lines: [], held: null };

/** The walls of the present partition; a line that was drawn for just these cuts is not straightened. */
function made(frame: Parted, layout: Ways, drawn: readonly Point[] | undefined): Walls {
  const parts = frame.partition.length > 1;
  if (drawn !== undefined && drawn.length > 1 && isCut(drawn, frame, layout)) {
    return { lines: parts ? [smoothed(drawn)] : [], held: thinned(drawn) };
  }
  if (!parts) return NONE;
  const lines = layout.walls(frame.partition);
  const [only] = lines.length === 1 ? lines : [];
  const held = only !== undefined && only.length > 1 && isCut(only, frame, layout);
  return { lines, held: held ? thinned(only) : null };
}

interface Made {
  readonly of: readonly unknown[];
  readonly walls: Walls;
}
let last: Made = { of: [], walls: NONE };

/** Asked for the same again, it remembers: what is cut changes seldom, and a stage is drawn at each event. */
export function wallsOf(frame: Parted, layout: Ways, drawn?: readonly Point[]): Walls {
  const of = [frame.links, frame.partition, frame.processes.length, layout, drawn];
  if (of.some((one, i) => one !== last.of[i])) last = { of, walls: made(frame, layout, drawn) };
  return last.walls;
}

const thinned = (line: readonly Point[]): readonly Point[] =>
  line.length <= POINTS
    ? line
    : Array.from({ length: POINTS }, (_, i) => {
        const at = Math.round((i * (line.length - 1)) / (POINTS - 1));
        return line[at] ?? { x: 0, y: 0 };
      });

/** Which end of a line: where it begins, or where it ends. */
export type WallEnd = 'first' | 'last';

export const endOf = (line: readonly Point[], end: WallEnd): Point =>
  (end === 'first' ? line[0] : line.at(-1)) ?? { x: 0, y: 0 };

/** A wall of which one end was moved: as of a rope, the more of the way goes with each point the nearer it is. */
export function withEndAt(line: readonly Point[], end: WallEnd, to: Point): readonly Point[] {
  const from = endOf(line, end);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const ways = [0];
  line.slice(1).forEach((point, i) => {
    const before = line[i] ?? point;
    ways.push((ways[i] ?? 0) + Math.hypot(point.x - before.x, point.y - before.y));
  });
  const whole = ways.at(-1) ?? 0;
  if (whole === 0) return line;
  return line.map(({ x, y }, i) => {
    const along = (ways[i] ?? 0) / whole;
    const share = end === 'first' ? 1 - along : along;
    return { x: x + dx * share, y: y + dy * share };
  });
}

/** What has to be done so that just the links under a line are cut: others are mended. */
export function changeTo(
  line: readonly Point[],
  frame: Parted,
  layout: Ways,
): { readonly cut: readonly Link[]; readonly mend: readonly Link[] } {
  const cut = cutsOf(frame);
  const parted = partedBy(line, frame, layout);
  const under = new Set(parted.map(({ a, b }) => keyOf(a, b)));
  const pids = frame.processes.map(({ pid }) => pid);
  const link = ({ a, b }: Link): Link => ({ a, b });
  return {
    cut: parted.filter(({ a, b }) => !cut.has(keyOf(a, b)) || !cut.has(keyOf(b, a))).map(link),
    mend: pids.flatMap((a, i) =>
      pids
        .slice(i + 1)
        .filter((b) => (cut.has(keyOf(a, b)) || cut.has(keyOf(b, a))) && !under.has(keyOf(a, b)))
        .map((b): Link => ({ a, b })),
    ),
  };
}
