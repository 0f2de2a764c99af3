import type { Box } from './geometry.ts';
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
/** Levels are compared with nudges: a shorter label costs as much as so many units of moving. */
const LEVEL_COST = [0, 34, 100];
/** What the question or the selection is about keeps its label at almost any price. */
const WANTED = 400;
const OBSTACLE_COST = 60;
/** A label changes its length only when it gains this much. */
const HYSTERESIS = 24;
/** While messages travel, how far a label may slide along its lane between two frames. */
const SLIDE = 2;
/** Who moves further than this between two frames is not followed by the eye: it may jump. */
const FAST = 24;
/** What it costs to be about to be covered: all of it at once, none of it beyond the foresight. */
const SOON = 40;

export const emptyArrangement = (): Arrangement => ({
  places: new Float64Array(0),
  levels: new Uint8Array(0),
  nudges: new Float64Array(0),
  changed: true,
  memory: new Map(),
});

/**
 * Moves labels apart so that no two cover each other: along their lane, then shorter, then the
 * shape alone, which may be covered. Rings, words and cells are kept clear where possible.
 * `places` holds x, y, dx, dy per message. Writes into `before` and returns it when given.
 *
 * @param moving this is the next frame of an animation: labels slide, looking ahead, and none jumps
 */
export const arrange = (
  places: Float64Array,
  sizes: readonly MessageSize[],
  layout: Pick<Layout, 'obstacles' | 'width' | 'height'>,
  before: Arrangement = emptyArrangement(),
  moving = false,
): Arrangement => {
  const count = sizes.length;
  if (before.levels.length !== count) {
    before.places = new Float64Array(count * 2);
    before.levels = new Uint8Array(count);
    before.nudges = new Float64Array(count);
  }
  before.changed = false;
  const taken = new Taken(count);
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
      if (level < LEVEL.shape) {
        const width = level === LEVEL.full ? size.full : size.short;
        taken.add(x + dx * nudge, y + dy * nudge, width, size.height, now.vx, now.vy);
      }
    }
    if (was?.level !== level) before.changed = true;
    now.level = level;
    now.nudge = nudge;
    before.memory.set(size.id, now);
    before.levels[i] = level;
    before.nudges[i] = nudge;
    before.places[i * 2] = x + dx * nudge;
    before.places[i * 2 + 1] = y + dy * nudge;
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
  // A shape without its label may be covered: it returns to its true place, sliding.
  const home = slides && was !== undefined ? towards(was.nudge, 0) : 0;
  let best = { level: LEVEL.shape as number, nudge: home };
  let least = size.priority >= 2 ? WANTED : (LEVEL_COST[LEVEL.shape] ?? 0);
  if (slides && was?.level === LEVEL.shape) least -= HYSTERESIS;
  const consider = (level: number, nudge: number): void => {
    const width = level === LEVEL.full ? size.full : size.short;
    let cost = (LEVEL_COST[level] ?? 0) + Math.abs(nudge);
    if (was !== undefined) {
      if (was.level !== level && was.level < LEVEL.shape) cost += HYSTERESIS;
      cost += (slides ? 0.5 : 1.6) * Math.abs(nudge - was.nudge);
    }
    if (cost >= least) return;
    const cx = x + dx * nudge;
    const cy = y + dy * nudge;
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
      for (const to of [0, FURTHEST, -FURTHEST]) consider(level, towards(was.nudge, to));
    } else for (const nudge of NUDGES) consider(level, nudge);
  }
  return best;
}

const towards = (from: number, to: number): number =>
  from < to ? Math.min(to, from + SLIDE) : Math.max(to, from - SLIDE);

/** Cost of covering rings, words and cells, or of leaving the drawing; stops above `enough`. */
function crowding(
  x: number,
  y: number,
  width: number,
  height: number,
  room: Pick<Layout, 'obstacles' | 'width' | 'height'>,
  enough: number,
): number {
  const left = x - width / 2;
  const top = y - height / 2;
  let cost = 0;
  if (left < 1 || top < 1 || left + width > room.width - 1 || top + height > room.height - 1) {
    cost += OBSTACLE_COST;
  }
  for (const box of room.obstacles) {
    const w = Math.min(left + width, box.x + box.width) - Math.max(left, box.x);
    if (w <= 0) continue;
    const h = Math.min(top + height, box.y + box.height) - Math.max(top, box.y);
    if (h <= 0) continue;
    cost += 24 + Math.min(OBSTACLE_COST, (w * h) / 6);
    if (cost >= enough) return cost;
  }
  return cost;
}

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

/** The box of message `i`, for tests and for hit areas. */
export const arrangedBox = (arrangement: Arrangement, size: MessageSize, i: number): Box => {
  const width = arrangement.levels[i] === LEVEL.full ? size.full : size.short;
  return {
    x: (arrangement.places[i * 2] ?? 0) - width / 2,
    y: (arrangement.places[i * 2 + 1] ?? 0) - size.height / 2,
    width,
    height: size.height,
  };
};
