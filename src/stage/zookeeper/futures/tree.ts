/** The two runs as a small tree: where they leave what both have in common, and what happens in each. */
import { textWidth } from '../../geometry.ts';
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

export function treeShapes(
  drawn: readonly DrawnFuture[],
  say: SayFutures,
  room: FuturesRoom,
): Shape {
  const { width, treeY, narrow } = room;
  const steps = drawn
    .map(({ letter, future }) => say('steps', { letter, steps: future.length }))
    .join(' · ');
  const write = drawn[0]?.future.write;
  const left = narrow ? 12 : 24;
  const right = width - (narrow ? 30 : Math.ceil(textWidth(steps, 13)) + 66);
  const x = (place: number): number => round(left + (right - left) * place);
  const lanes = drawn.length === 2 ? [treeY + 10, treeY + 24] : [treeY + 24];
  const trunk = lanes.at(-1) ?? treeY + 24;
  // Whoever left the trunk first has its branch above it.
  const forks = drawn.map(({ future }) => future.events[0]?.position ?? 0);
  const order = drawn
    .map((_, index) => index)
    .toSorted((a, b) => (forks[a] ?? 0) - (forks[b] ?? 0));
  const shapes: Shape[] = [
    path(`M${left} ${trunk}H${right}`, { style: INK }),
    path(`M${x(PLACES.write)} ${trunk - 9}v5`, TICK),
    label(
      x(PLACES.write),
      trunk,
      say('write', { write: write === undefined ? '' : shortOf(write) }),
    ),
  ];
  order.forEach((index, turn) => {
    const one = drawn[index];
    if (one === undefined) return;
    const y = lanes[turn] ?? trunk;
    // Those who leave at one moment leave at one place.
    const isEarlier = turn === 0 && new Set(forks).size === 2;
    const died = x(isEarlier ? PLACES.first : PLACES.second);
    if (y !== trunk)
      shapes.push(path(`M${died - 34} ${trunk}q10 0 14 -7q4 -7 14 -7H${right}`, { style: INK }));
    shapes.push(...marks(one, y, died, x), end(right, y, one.letter));
  });
  for (const [kind, said] of saidOf(drawn, say)) {
    const place = kind === 'died' ? PLACES.second : PLACES[kind];
    // The crosses say it where there is no room.
    if (!narrow || kind === 'leads') shapes.push(label(x(place), trunk, said));
  }
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
  text(x, trunk + 18, content, { anchor: 'middle', className: 'xs i2' });

const eventText = (say: SayFutures, { kind, pids }: FutureEvent): string =>
  say(`${pids.length === 1 ? 'one' : 'several'}.${kind}`, {
    who: pids.map((pid) => `S${pid}`).join(', '),
  });

/** What is the same in both is said once. */
function saidOf(
  drawn: readonly DrawnFuture[],
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
  { future }: DrawnFuture,
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
