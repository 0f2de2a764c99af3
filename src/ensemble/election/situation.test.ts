/** Two ways to one situation: what happened on the way is not in it. */
import { expect, it } from 'vitest';
import { World } from '../../kernel/world.ts';
import type { Pid } from '../../view/time.ts';
import { electionModel } from './model.ts';
import { situationHash } from '../../kernel/situation.ts';

const fixed = (us: number) => ({ kind: 'fixed', us }) as const;

const model = electionModel(
  { profile: 'zookeeper-3.8', servers: [1, 2, 3].map((sid) => ({ sid })) },
  { latency: fixed(500), diskLatency: fixed(2000) },
);

/** What becomes of it when these start and are killed, each at its time, in ms. */
function after(
  endMs: number,
  ...deeds: readonly (readonly [number, 'start' | 'kill', ...Pid[]])[]
) {
  const world = new World(model, endMs);
  for (const [atMs, kind, ...pids] of deeds) {
    while (world.advance(atMs * 1000));
    if (kind === 'start') world.intervene({ kind, pids }, atMs * 1000);
    else for (const pid of pids) world.intervene({ kind, pid }, atMs * 1000);
  }
  while (world.advance(endMs * 1000));
  return world;
}

it('an ensemble is in the same situation whenever it started', () => {
  const early = after(10_250, [0, 'start', 1, 2, 3]);
  const late = after(17_250, [7000, 'start', 1, 2, 3]);
  expect(early.process(3).s?.peer?.phase).toBe('BROADCAST');
  expect(late.fingerprint()).not.toBe(early.fingerprint());
  expect(situationHash(late)).toBe(situationHash(early));
});

it('who was killed and joined again twice leaves no trace of the first time', () => {
  // Once it has joined, its disk knows the epoch.
  const again = [
    [3000, 'start', 1],
    [4000, 'kill', 1],
    [5000, 'start', 1],
  ] as const;
  const once = after(9250, [0, 'start', 2, 3], ...again);
  const twice = after(9250, [0, 'start', 2, 3], [1000, 'start', 1], [2000, 'kill', 1], ...again);
  expect(twice.process(1).s?.peer?.phase).toBe('BROADCAST');
  expect(twice.fingerprint()).not.toBe(once.fingerprint());
  expect(situationHash(twice)).toBe(situationHash(once));
});

it('a server more or less, a vote under way, and a transaction make another situation', () => {
  const start = [0, 'start', 1, 2, 3] as const;
  const worlds = [
    after(9250, start),
    after(9250, [0, 'start', 2, 3]),
    after(9250, start, [9249, 'kill', 1]),
    after(300, start),
    after(9250, start, [9000, 'kill', 3]),
  ];
  const written = after(9250, start);
  written.intervene({ kind: 'input', pid: 3, name: 'CLIENT_WRITE', data: { ops: 1 } }, 9_250_000);
  const seen = [...worlds, written].map((world) => situationHash(world));
  expect(new Set(seen).size).toBe(seen.length);
});
