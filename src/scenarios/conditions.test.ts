import { describe, expect, it } from 'vitest';
import { World } from '../kernel/world.ts';
import type { Condition } from '../view/condition.ts';
import type { Intervention } from '../view/intervention.ts';
import type { ScenarioFile } from '../view/scenario.ts';
import { holds } from './conditions.ts';
import { election } from './election/adapter.ts';
import type { AnyWorld } from './protocol.ts';

const file: ScenarioFile = {
  format: 'zooscope-scenario',
  version: 1,
  model: 'election',
  seed: 1,
  setup: { profile: 'golden', servers: [1, 2, 3].map((sid) => ({ sid })) },
};

/** A world after these interventions, each followed by some virtual time. */
function after(...acts: { readonly do: Intervention; readonly ms: number }[]): AnyWorld {
  const world = new World(election.model(file), file.seed);
  let time = 0;
  for (const { do: what, ms } of acts) {
    world.intervene(what, time);
    time += ms * 1000;
    while (world.advance(time));
  }
  return world;
}

const ask = (world: AnyWorld, condition: Condition): boolean =>
  holds(condition, {
    world,
    protocol: election,
    now: world.time,
    since: 0,
    planned: false,
    came: ({ rule, pid }) => rule === 'looking' && (pid === undefined || pid === 1),
  });

const startAll = { do: { kind: 'start', pids: [1, 2, 3] }, ms: 1000 } as const;

describe('a condition on the state of a server', () => {
  it('sees what the stage shows: down and paused hide the role', () => {
    const state = (world: AnyWorld, pid: number, is: string) => ask(world, { state: { pid, is } });
    const off = after();
    expect(state(off, 3, 'OFF')).toBe(true);
    const led = after(startAll);
    expect(state(led, 3, 'LEADING')).toBe(true);
    expect(state(led, 1, 'FOLLOWING')).toBe(true);
    const paused = after(startAll, { do: { kind: 'pause', pid: 3 }, ms: 1 });
    expect(state(paused, 3, 'PAUSED')).toBe(true);
    expect(state(paused, 3, 'LEADING')).toBe(false);
    const down = after(startAll, { do: { kind: 'kill', pid: 3 }, ms: 0 });
    expect(state(down, 3, 'CRASHED')).toBe(true);
    expect(state(down, 9, 'CRASHED')).toBe(false);
  });
});

describe('conditions of the election', () => {
  const early = after({ do: { kind: 'start', pids: [1, 2, 3] }, ms: 225 });
  const led = after(startAll);

  it('a leader leads only when it is established', () => {
    expect(ask(early, { state: { pid: 3, is: 'LEADING' } })).toBe(true);
    expect(ask(early, { leader: 3 })).toBe(false);
    expect(ask(early, { leader: 'none' })).toBe(true);
    expect(ask(led, { leader: 3 })).toBe(true);
    expect(ask(led, { leader: 'any' })).toBe(true);
    expect(ask(led, { leader: 1 })).toBe(false);
    const paused = after(startAll, { do: { kind: 'pause', pid: 3 }, ms: 1 });
    expect(ask(paused, { leader: 'none' })).toBe(true);
  });

  it('votes, epochs, zxids and service are those of servers that run', () => {
    expect(ask(early, { vote: { pid: 1, leader: 3 } })).toBe(true);
    expect(ask(led, { vote: { pid: 1, leader: 3 } })).toBe(true);
    expect(ask(led, { epoch: { pid: 1, current: 1 } })).toBe(true);
    expect(ask(led, { zxid: { pid: 3, atLeast: '1·0' } })).toBe(true);
    expect(ask(led, { zxid: { pid: 3, atLeast: '0x100000001' } })).toBe(false);
    expect(ask(early, { serving: 1 })).toBe(false);
    expect(ask(led, { serving: 1 })).toBe(true);
    const down = after(startAll, { do: { kind: 'kill', pid: 1 }, ms: 0 });
    for (const condition of [
      { vote: { pid: 1, leader: 3 } },
      { epoch: { pid: 1, current: 1 } },
      { zxid: { pid: 1, atLeast: '0·0' } },
      { serving: 1 },
    ]) {
      expect(ask(down, condition)).toBe(false);
    }
  });

  it('notifications count from when they are sent', () => {
    const sent = after({ do: { kind: 'start', pids: [1, 2, 3] }, ms: 0 });
    expect(ask(sent, { notifications: 6 })).toBe(true);
    expect(ask(sent, { notifications: 7 })).toBe(false);
  });
});

describe('quiet', () => {
  it('is when only pings and watching timers are left', () => {
    expect(ask(after(), { quiet: true })).toBe(true);
    expect(ask(after({ do: { kind: 'start', pids: [1, 2, 3] }, ms: 0 }), { quiet: true })).toBe(
      false,
    );
    expect(ask(after({ do: { kind: 'start', pids: [1, 2, 3] }, ms: 100 }), { quiet: true })).toBe(
      false,
    );
    const led = after(startAll);
    expect(led.pending().length).toBeGreaterThan(0);
    expect(ask(led, { quiet: true })).toBe(true);
    const pinging = after({ ...startAll, ms: 60_000 });
    expect(ask(pinging, { quiet: true })).toBe(true);
  });

  it('does not wait for who is paused or down, nor for what is held', () => {
    const paused = after(startAll, { do: { kind: 'pause', pid: 1 }, ms: 3000 });
    expect(ask(paused, { quiet: true })).toBe(true);
    const alone = after({ do: { kind: 'start', pids: [1] }, ms: 10 });
    expect(ask(alone, { quiet: true })).toBe(true);
  });
});

describe('conditions of conditions', () => {
  const world = after(startAll);
  const yes: Condition = { quiet: true };
  const no: Condition = { leader: 1 };

  it('are all, any and not', () => {
    expect(ask(world, { all: [yes, yes] })).toBe(true);
    expect(ask(world, { all: [yes, no] })).toBe(false);
    expect(ask(world, { all: [] })).toBe(true);
    expect(ask(world, { any: [no, yes] })).toBe(true);
    expect(ask(world, { any: [] })).toBe(false);
    expect(ask(world, { not: no })).toBe(true);
  });

  it('count majorities', () => {
    const of = (servers: number, is: number, survives: number, shared: number) =>
      ask(world, { majority: { of: servers, is, survives, shared } });
    expect([of(3, 2, 1, 1), of(4, 3, 1, 2), of(5, 3, 2, 1), of(1, 1, 0, 1)]).not.toContain(false);
    expect([of(4, 2, 2, 0), of(4, 3, 2, 2), of(4, 3, 1, 1)]).not.toContain(true);
  });

  it('ask for time and facts', () => {
    expect(ask(world, { timeMs: world.time / 1000 })).toBe(true);
    expect(ask(world, { timeMs: world.time / 1000 + 1 })).toBe(false);
    expect(ask(world, { elapsedMs: 200 })).toBe(true);
    expect(ask(world, { fact: { rule: 'looking' } })).toBe(true);
    expect(ask(world, { fact: { rule: 'looking', pid: 2 } })).toBe(false);
  });
});
