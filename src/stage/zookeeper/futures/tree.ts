/** The two runs as a small tree: where they leave what both have in common, and what happens in each. */
import { textWidth } from '../../geometry.ts';
import type { Point, Size } from '../../geometry.ts';
import { group, path, round, text } from '../../shape.ts';
import type { Shape } from '../../shape.ts';
import type { FutureEvent } from '../../../view/write-path.ts';
import type { FuturesRoom } from './geometry.ts';
import { shortOf } from './texts.ts';
import type { DrawnFuture } from './texts.ts';
import type { SayFutures } from './words.ts';

const INK = { stroke: 'var(--ink)', strokeWidth: 3, fill: 'none' } as const;
const CROWN = 'M-13 0L-15 -13L-7.5 -7L0 -16L7.5 -7L15 -13L13 0Z';

/** Places without a scale: what happens in both stands one above the other. */
const PLACES = { write: 0.1, first: 0.3, second: 0.5, leads: 0.74, returns: 0.88 } as const;

/** What the tree tells of a future. */
export type Branch = Pick<DrawnFuture, 'letter' | 'future'>;

/** Where the tree stands; `left`: free at its left end. */
export interface TreeRoom extends Pick<FuturesRoom, 'width' | 'treeY' | 'narrow'> {
  readonly left?: number;
}

/** From the lane of the trunk to the base line of the words below it. */
const BELOW = 16;

/** How many steps each of them has. */
export const stepsOf = (drawn: readonly Branch[], say: SayFutures): string =>
  drawn.map(({ letter, future }) => say('steps', { letter, steps: future.length })).join(' · ');

/** Its two ends, and where a place without a scale stands between them. */
function spanOf({ width, narrow, left = narrow ? 12 : 24 }: TreeRoom, steps: string) {
  const right = width - (narrow ? 30 : Math.ceil(textWidth(steps, 13)) + 66);
  return { left, right, x: (place: number): number => round(left + (right - left) * place) };
}

const lanesOf = ({ length }: readonly Branch[], treeY: number): readonly number[] =>
  length === 2 ? [treeY + 10, treeY + 24] : [treeY + 24];

/** Whoever left the trunk first has its branch above it; `apart`: they did not leave at one moment. */
function orderOf(drawn: readonly Branch[]) {
  const forks = drawn.map(({ future }) => future.events[0]?.position ?? 0);
  const order = drawn
    .map((_, index) => index)
    .toSorted((a, b) => (forks[a] ?? 0) - (forks[b] ?? 0));
  return { order, apart: new Set(forks).size === 2 };
}

/** Where a future's server died, among the places. */
const diedAt = (turn: number, apart: boolean): number =>
  turn === 0 && apart ? PLACES.first : PLACES.second;

/** The tree in a timeline's place, which has no edge of its own. */
export const inTimeline = ({ width }: Size): TreeRoom => ({
  width,
  narrow: false,
  left: 0,
  treeY: 0,
});

/** What of the two runs stands nearest to a point of the tree. */
export function eventAt(
  drawn: readonly Branch[],
  say: SayFutures,
  room: TreeRoom,
  at: Point,
): { readonly letter: string; readonly position: number } | null {
  const { x } = spanOf(room, stepsOf(drawn, say));
  const lanes = lanesOf(drawn, room.treeY);
  const { order, apart } = orderOf(drawn);
  const events = order.flatMap((index, turn) =>
    (drawn[index]?.future.events ?? []).map(({ kind, position }) => {
      const place = kind === 'died' ? diedAt(turn, apart) : PLACES[kind];
      const far = Math.abs(x(place) - at.x) + 2 * Math.abs((lanes[turn] ?? 0) - at.y);
      return { letter: drawn[index]?.letter ?? '', position, far };
    }),
  );
  const [nearest] = events.toSorted((a, b) => a.far - b.far);
  return nearest ?? null;
}

export function treeShapes(drawn: readonly Branch[], say: SayFutures, room: TreeRoom): Shape {
  const { width, treeY, narrow } = room;
  const steps = stepsOf(drawn, say);
  const write = drawn[0]?.future.write;
  const { left, right, x } = spanOf(room, steps);
  const lanes = lanesOf(drawn, treeY);
  const trunk = lanes.at(-1) ?? treeY + 24;
  const { order, apart } = orderOf(drawn);
  const shapes: Shape[] = [
    path(`M${left} ${trunk}H${right}`, { style: INK }),
    path(`M${x(PLACES.write)} ${trunk - 9}v5`, TICK),
  ];
  order.forEach((index, turn) => {
    const one = drawn[index];
    if (one === undefined) return;
    const y = lanes[turn] ?? trunk;
    // Those who leave at one moment leave at one place.
    const died = x(diedAt(turn, apart));
    if (y !== trunk)
      shapes.push(path(`M${died - 34} ${trunk}q10 0 14 -7q4 -7 14 -7H${right}`, { style: INK }));
    shapes.push(...marks(one, y, died, x), end(right, y, one.letter));
  });
  const written = say('write', { write: write === undefined ? '' : shortOf(write) });
  const said = saidOf(drawn, say).map(([kind, content]) => ({
    at: x(kind === 'died' ? PLACES.second : PLACES[kind]),
    content,
    // The crosses say it where there is no room.
    first: kind === 'leads',
  }));
  const labels = [
    ...said.filter(({ first }) => first),
    { at: x(PLACES.write), content: written, first: true },
    ...said.filter(({ first }) => !first),
  ];
  shapes.push(...placed(narrow ? labels.filter(({ first }) => first) : labels, trunk, left));
  shapes.push(
    path(`M${right} ${(lanes[0] ?? trunk) - 10}V${trunk + 10}`, {
      style: { stroke: 'var(--ink)', strokeWidth: 1.5 },
    }),
  );
  if (!narrow) {
    shapes.push(
      text(
        width - 24,
        round((lanes[0] ?? trunk) + (trunk - (lanes[0] ?? trunk)) / 2 + 4.5),
        steps,
        {
          anchor: 'end',
          className: 's i2',
        },
      ),
    );
  }
  return group(shapes, { className: 'futures-tree' });
}

const TICK = { style: { stroke: 'var(--ink-2)', strokeWidth: 2 } } as const;

const label = (x: number, trunk: number, content: string): Shape =>
  text(x, trunk + BELOW, content, { anchor: 'middle', className: 'xs i2' });

/** The first ones first; what would touch another is left out. */
function placed(
  labels: readonly { readonly at: number; readonly content: string }[],
  trunk: number,
  left: number,
): Shape[] {
  const taken: (readonly [number, number])[] = [];
  return labels.flatMap(({ at, content }) => {
    const half = textWidth(content, 12) / 2;
    const middle = Math.max(left + half, at);
    if (taken.some(([from, to]) => middle - half < to + 8 && middle + half > from - 8)) return [];
    taken.push([middle - half, middle + half]);
    return [label(round(middle), trunk, content)];
  });
}

const eventText = (say: SayFutures, { kind, pids }: FutureEvent): string =>
  say(`${pids.length === 1 ? 'one' : 'several'}.${kind}`, {
    who: pids.map((pid) => `S${pid}`).join(', '),
  });

/** What is the same in both is said once. */
function saidOf(
  drawn: readonly Branch[],
  say: SayFutures,
): readonly (readonly [FutureEvent['kind'], string])[] {
  const kinds = ['died', 'leads', 'returns'] as const;
  return kinds.flatMap((kind) => {
    const events = drawn.flatMap(
      ({ future }) => future.events.find((one) => one.kind === kind) ?? [],
    );
    const said = new Set(events.map((event) => eventText(say, event)));
    // Who returns is who died: there would be no room to say it twice.
    if (said.size === 0 || (said.size > 1 && kind === 'returns')) return [];
    return [[kind, [...said].join(' · ')] as const];
  });
}

function marks(
  { future }: Branch,
  y: number,
  died: number,
  x: (place: number) => number,
): readonly Shape[] {
  const has = (kind: FutureEvent['kind']): boolean =>
    future.events.some((event) => event.kind === kind);
  return [
    path(`M${died - 6} ${y}h12`, { style: { stroke: 'var(--paper)', strokeWidth: 8 } }),
    path(`M${died - 4.5} ${y - 4.5}l9 9m0 -9l-9 9`, {
      style: { stroke: 'var(--crashed-text)', strokeWidth: 2.2 },
    }),
    ...(has('leads')
      ? [
          path(CROWN, {
            transform: `translate(${x(PLACES.leads)} ${y - 2}) scale(0.5)`,
            style: { fill: 'var(--leading)' },
          }),
        ]
      : []),
    ...(has('returns') ? [path(`M${x(PLACES.returns)} ${y - 8}v5`, TICK)] : []),
  ];
}

const end = (x: number, y: number, letter: string): Shape =>
  group([
    path(`M${x - 5.5} ${y}a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0Z`, {
      style: { fill: 'var(--ink)' },
    }),
    text(x + 14, round(y + 4.6), letter, { className: 's b' }),
  ]);
