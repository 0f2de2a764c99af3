/** Two ways to one situation of the counter: when its calls began is told from now on. */
import { expect, it } from 'vitest';
import { situationHash } from '../../kernel/situation.ts';
import { World } from '../../kernel/world.ts';
import type { Intervention } from '../../view/intervention.ts';
import { counterModel } from './model.ts';

const A = 1;
const B = 2;
const C = 3;

const fixed = (us: number) => ({ kind: 'fixed', us }) as const;
const add = (pid: number): Intervention => ({
  kind: 'input',
  pid,
  name: 'CALL',
  data: { op: 'add', amount: 1 },
});

/** @param deeds each at its time, in ms from `startMs` on, when all start */
function way(
  deeds: readonly (readonly [atMs: number, what: Intervention])[],
  startMs = 0,
  endMs = 900,
) {
  const world = new World(
    counterModel(
      { server: { id: C, startMs: null }, clients: [A, B].map((id) => ({ id, startMs: null })) },
      { latency: fixed(50_000) },
    ),
    startMs + 1,
  );
  for (const [atMs, what] of [[0, { kind: 'start', pids: [A, B, C] }] as const, ...deeds]) {
    const at = (startMs + atMs) * 1000;
    while (world.advance(at));
    world.intervene(what, at);
  }
  const end = (startMs + endMs) * 1000;
  while (world.advance(end));
  // Nothing, but at the same time.
  world.intervene({ kind: 'latency', from: A, to: B, latency: null }, end);
  return world;
}

it('the counter is in the same situation whenever it began, with a request and a sync under way, too', () => {
  for (const endMs of [130, 151, 180, 900]) {
    const [early, late] = [0, 7000].map((startMs) => way([[100, add(A)]], startMs, endMs));
    expect(late?.fingerprint()).not.toBe(early?.fingerprint());
    expect([endMs, late && situationHash(late)]).toEqual([endMs, early && situationHash(early)]);
  }
});

it('the counter is in the same situation after a cut that nobody noticed, and when its server came back from its disk', () => {
  const straight = way([[100, add(A)]]);
  const round = way([
    [100, add(A)],
    [400, { kind: 'cut', from: B, to: C, oneWay: false }],
    [410, { kind: 'heal' }],
    [420, { kind: 'kill', pid: C }],
    [430, { kind: 'start', pids: [C] }],
  ]);
  expect(round.step).toBeGreaterThan(straight.step);
  expect(situationHash(round)).toBe(situationHash(straight));
});

it('who called, in which order, what is under way and what is unknown make other situations', () => {
  const kill: Intervention = { kind: 'kill', pid: C };
  const seen = [
    way([]),
    way([[100, add(A)]]),
    way([[100, add(B)]]),
    way([
      [100, add(A)],
      [110, add(B)],
    ]),
    way([
      [100, add(B)],
      [110, add(A)],
    ]),
    way([[100, add(A)]], 0, 120),
    way([
      [100, add(A)],
      [120, kill],
    ]),
    way([
      [100, add(A)],
      [500, kill],
    ]),
  ].map((world) => situationHash(world));
  expect(new Set(seen).size).toBe(seen.length);
});
