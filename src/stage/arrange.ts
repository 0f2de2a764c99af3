import type { Box } from './geometry.ts';
import { crowding, inside } from './crowding.ts';
import type { Layout } from './layout.ts';
import { Taken } from './taken.ts';

/** How much of a message is drawn. */
export const LEVEL = { full: 0, short: 1, shape: 2, hidden: 3 } as const;

/** What a message's label needs; made once per structure, in the order of the frame's messages. */
export interface MessageSize {
  readonly id: number;
  /** Widths of the box with the full and with the short label. */
  readonly full: number;
  readonly short: number;
  readonly height: number;
  /** How far the middle of the box lies below the message: a pin stands on it, a lost one falls. */
  readonly shift: number;
  /** The level it has when there is room. */
  readonly best: number;
  /** Larger ones are placed first. */
  readonly priority: number;
}

/** Where labels stand; kept between animation frames so that they do not flicker. */
export interface Arrangement {
  /** x, y per message. */
  places: Float64Array;
  levels: Uint8Array;
  /** How far each label was moved along its lane. */
  nudges: Float64Array;
  /** Whether a level differs from before: then the shapes must be drawn again. */
  changed: boolean;
  /** What is known of each message, by id. */
  memory: Map<number, Remembered>;
}

interface Remembered {
  level: number;
  nudge: number;
  /** Its true place, and how far that moved since the last frame of the animation. */
  x: number;
  y: number;
  vx: number;
  vy: number;
}

/** Along the lane, nearest first. */
const NUDGES = [0, 8, -8, 16, -16, 24, -24, 34, -34, 44, -44];
const FURTHEST = 44;
/** Where labels slide to while messages travel. */
const SLIDES_TO = [0, FURTHEST, -FURTHEST];
/** What is held, selected or asked about goes further rather than lose its label. */
const FAR_NUDGES = [...NUDGES, 58, -58, 74, -74, 96, -96];
/** The box of a shape without its label. */
export const BARE = { width: 20, height: 13 };
/** Levels are compared with nudges: a shorter label costs as much as so many units of moving. */
const LEVEL_COST = [0, 34, 100];
/** What the question or the selection is about keeps its label at almost any price. */
const WANTED = 400;
/** A label changes its length only when it gains this much. */
const HYSTERESIS = 24;
/** While messages travel, how far a label may slide along its lane between two frames. */
const SLIDE = 2;
/** Who moves further than this between two frames is not followed by the eye: it may jump. */
const FAST = 24;
/** What it costs to be about to be covered: all of it at once, none of it beyond the foresight. */
const SOON = 40;
/** A shape without its label goes so far out of the way of words. */
const COVERS = 30;

export const emptyArrangement = (): Arrangement => ({
  places: new Float64Array(0),
  levels: new Uint8Array(0),
  nudges: new Float64Array(0),
  changed: true,
  memory: new Map(),
});

/**
 * Moves labels apart so that no two cover each other, and none a text that stands on the stage:
 * along their lane, then shorter, then the shape alone, which may be covered. Rings and cards are
 * kept clear where possible. `places` holds x, y, dx, dy per message. Writes into `before` and
 * returns it when given.
 *
 * @param moving this is the next frame of an animation: labels slide, looking ahead, and none jumps
 * @param texts boxes of what stands there to be read
 */
export const arrange = (
  places: Float64Array,
  sizes: readonly MessageSize[],
  layout: Pick<Layout, 'obstacles' | 'width' | 'height'>,
  before: Arrangement = emptyArrangement(),
  moving = false,
  texts: readonly Box[] = [],
): Arrangement => {
  const count = sizes.length;
  if (before.levels.length !== count) {
    before.places = new Float64Array(count * 2);
    before.levels = new Uint8Array(count);
    before.nudges = new Float64Array(count);
  }
  before.changed = false;
  const taken = new Taken(count + texts.length);
  for (const box of texts) {
    taken.add(box.x + box.width / 2, box.y + box.height / 2, box.width, box.height, 0, 0);
  }
  const bare: number[] = [];
  for (const i of byPriority(sizes)) {
    const size = sizes[i];
    if (size === undefined) continue;
    const x = places[i * 4] ?? Number.NaN;
    const y = places[i * 4 + 1] ?? Number.NaN;
    const dx = places[i * 4 + 2] ?? 0;
    const dy = places[i * 4 + 3] ?? 0;
    const was = before.memory.get(size.id);
    const now = remember(was, x, y);
    let level: number = Number.isNaN(x) ? LEVEL.hidden : size.best;
    let nudge = 0;
    if (level < LEVEL.shape) {
      const slides = moving && was !== undefined && Math.hypot(now.vx, now.vy) <= FAST;
      const way = { x, y, dx, dy, vx: now.vx, vy: now.vy };
      const found = choose(way, size, was, slides, taken, layout);
      level = found.level;
      nudge = found.nudge;
    }
    let [px, py] = [x + dx * nudge, y + dy * nudge];
    if (level < LEVEL.shape) {
      const width = level === LEVEL.full ? size.full : size.short;
      px = inside(px, width, layout.width);
      const middle = inside(py + size.shift, size.height, layout.height);
      py = middle - size.shift;
      taken.add(px, middle, width, size.height, now.vx, now.vy);
    }
    if (level === LEVEL.shape) bare.push(i);
    if (was?.level !== level) before.changed = true;
    now.level = level;
    now.nudge = nudge;
    before.memory.set(size.id, now);
    before.levels[i] = level;
    before.nudges[i] = nudge;
    before.places[i * 2] = px;
    before.places[i * 2 + 1] = py;
  }
  // What is without its label makes room last.
  for (const i of bare) {
    const known = before.memory.get(sizes[i]?.id ?? -1);
    if (known === undefined) continue;
    const base = i * 4;
    const way = {
      x: places[base] ?? 0,
      y: places[base + 1] ?? 0,
      dx: places[base + 2] ?? 0,
      dy: places[base + 3] ?? 0,
    };
    // A pin stands on it, too.
    const rises = Math.max(0, -2 * (sizes[i]?.shift ?? 0));
    const height = BARE.height + rises;
    const nudge = aside({ ...way, y: way.y - rises / 2 }, height, known, moving, taken);
    const middle = way.y - rises / 2 + way.dy * nudge;
    taken.add(way.x + way.dx * nudge, middle, BARE.width, height, known.vx, known.vy);
    known.nudge = nudge;
    before.nudges[i] = nudge;
    before.places[i * 2] = way.x + way.dx * nudge;
    before.places[i * 2 + 1] = way.y + way.dy * nudge;
  }
  if (before.memory.size > 2 * count + 64) forget(before, sizes);
  return before;
};

/** What is known now; a second look at the same moment knows no less than the first. */
function remember(was: Remembered | undefined, x: number, y: number): Remembered {
  if (was === undefined) return { level: LEVEL.hidden, nudge: 0, x, y, vx: 0, vy: 0 };
  const still = was.x === x && was.y === y;
  const vx = still || Number.isNaN(was.x) ? was.vx : x - was.x;
  const vy = still || Number.isNaN(was.y) ? was.vy : y - was.y;
  return { level: was.level, nudge: was.nudge, x, y, vx, vy };
}

/** Where a message truly is, the direction of its lane, and how far it goes in a frame. */
interface Way {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
  readonly vx: number;
  readonly vy: number;
}

function choose(
  { x, y, dx, dy, vx, vy }: Way,
  size: MessageSize,
  was: Remembered | undefined,
  slides: boolean,
  taken: Taken,
  room: Pick<Layout, 'obstacles' | 'width' | 'height'>,
): { level: number; nudge: number } {
  let best = { level: LEVEL.shape as number, nudge: was?.nudge ?? 0 };
  let least = size.priority >= 2 ? WANTED : (LEVEL_COST[LEVEL.shape] ?? 0);
  if (slides && was?.level === LEVEL.shape) least -= HYSTERESIS;
  const consider = (level: number, nudge: number): void => {
    const width = level === LEVEL.full ? size.full : size.short;
    let cost = (LEVEL_COST[level] ?? 0) + Math.abs(nudge);
    if (was !== undefined) {
      if (was.level !== level && was.level < LEVEL.shape) cost += HYSTERESIS;
      cost += (slides ? 0.5 : 1.6) * Math.abs(nudge - was.nudge);
    }
    const [lx, ly] = [x + dx * nudge, y + dy * nudge + size.shift];
    const cx = inside(lx, width, room.width);
    const cy = inside(ly, size.height, room.height);
    // A label beside its lane costs as much as one further along it.
    cost += Math.abs(cx - lx) + Math.abs(cy - ly);
    if (cost >= least) return;
    if (taken.hits(cx, cy, width, size.height)) return;
    if (slides) {
      const ahead = taken.ahead(cx, cy, width, size.height, vx, vy);
      // Nothing grows that would have to shrink again at once.
      if (ahead > 0 && was !== undefined && level < was.level) return;
      cost += SOON * ahead;
      if (cost >= least) return;
    }
    cost += crowding(cx, cy, width, size.height, room, least - cost);
    if (cost < least) {
      least = cost;
      best = { level, nudge };
    }
  };
  for (let level = size.best; level < LEVEL.shape; level++) {
    if (was !== undefined) consider(level, was.nudge);
    if (slides && was !== undefined) {
      for (const to of SLIDES_TO) consider(level, towards(was.nudge, to));
    } else {
      for (const nudge of size.priority >= 1 ? FAR_NUDGES : NUDGES) consider(level, nudge);
    }
  }
  return best;
}

/** How far a shape without its label goes out of the way of words and of others of its kind. */
function aside(
  { x, y, dx, dy }: Pick<Way, 'x' | 'y' | 'dx' | 'dy'>,
  height: number,
  known: Remembered,
  moving: boolean,
  taken: Taken,
): number {
  const slides = moving && Math.hypot(known.vx, known.vy) <= FAST;
  // Asked for each message in each frame: nothing is made for it.
  const candidates = slides ? SLIDES_TO.length + 1 : NUDGES.length;
  let best = 0;
  let least = Infinity;
  for (let i = 0; i < candidates; i++) {
    const nudge = slides ? slid(known.nudge, i) : (NUDGES[i] ?? 0);
    const covers = taken.hits(x + dx * nudge, y + dy * nudge, BARE.width, height);
    const cost = Math.abs(nudge) + (covers ? COVERS : 0);
    if (cost < least) {
      least = cost;
      best = nudge;
    }
  }
  return best;
}

const towards = (from: number, to: number): number =>
  from < to ? Math.min(to, from + SLIDE) : Math.max(to, from - SLIDE);

/** Where a label may be in the next frame: where it is, and a little nearer to each place that it slides to. */
const slid = (from: number, i: number): number =>
  i === 0 ? from : towards(from, SLIDES_TO[i - 1] ?? 0);

const orders = new WeakMap<readonly MessageSize[], readonly number[]>();

/** Indexes, most important first, then the oldest message first; sorted once per structure. */
function byPriority(sizes: readonly MessageSize[]): readonly number[] {
  let order = orders.get(sizes);
  if (order === undefined) {
    order = sizes
      .map((size, i) => ({ size, i }))
      .toSorted((a, b) => b.size.priority - a.size.priority || a.size.id - b.size.id)
      .map(({ i }) => i);
    orders.set(sizes, order);
  }
  return order;
}

function forget(arrangement: Arrangement, sizes: readonly MessageSize[]): void {
  const alive = new Set(sizes.map((size) => size.id));
  for (const id of arrangement.memory.keys()) if (!alive.has(id)) arrangement.memory.delete(id);
}
