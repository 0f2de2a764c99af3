/** A store of keys in a world: its clock, its replica, what a kill takes (specification R-14, R-14f). */
import { describe, expect, it } from 'vitest';
import type { OutsideSetup } from '../view/outside.ts';
import type { RedisRequest } from '../protocols/outside/messages.ts';
import { outsideWorld } from './testing/outside-world.ts';
import type { Errand } from './testing/asker.ts';

const redis: OutsideSetup = { id: 301, name: 'R1', kind: 'redis' };
const replica: OutsideSetup = { id: 302, name: 'R2', kind: 'redis', replicaOf: 301 };

const at = (afterMs: number, request: RedisRequest, to = 'R1'): Errand => ({
  to,
  request,
  afterMs,
});
const set = (value: string, px = 10_000): RedisRequest => ({
  op: 'set',
  key: 'lock',
  value,
  nx: true,
  px,
});
const get: RedisRequest = { op: 'get', key: 'lock' };

describe('a key expires', () => {
  it('by itself, and is seen to go within a tenth of a second', () => {
    const { until, seen } = outsideWorld([redis], [[at(0, set('a', 1000))]]);
    until(1000);
    expect(seen('R1', 'redis').keys).toMatchObject([{ value: 'a' }]);
    until(1013 + 100);
    expect(seen('R1', 'redis').keys).toEqual([]);
  });

  it('early when the clock of its machine jumps, though nobody waited any longer', () => {
    const { world, until, printed } = outsideWorld(
      [redis],
      [[at(0, set('a'))], [at(500, set('b')), at(500, set('b'))]],
    );
    until(700);
    world.intervene({ kind: 'set-clock', pid: 301, byMs: 10_000 });
    until(1500);
    expect(printed(102)).toEqual(['NotSet null', 'OK null']);
  });

  it('late when it is set back', () => {
    const { world, until, printed } = outsideWorld(
      [redis],
      [[at(0, set('a', 1000))], [at(1200, set('b'))]],
    );
    until(500);
    world.intervene({ kind: 'set-clock', pid: 301, byMs: -10_000 });
    until(1500);
    expect(printed(102)).toEqual(['NotSet null']);
  });
});

it('forgets everything when it is killed', () => {
  const { world, until, printed } = outsideWorld([redis], [[at(0, set('a'))], [at(100, set('b'))]]);
  until(50);
  world.intervene({ kind: 'kill', pid: 301 });
  world.intervene({ kind: 'start', pids: [301] });
  until(300);
  expect(printed(102)).toEqual(['OK null']);
});

describe('a replica', () => {
  it('has what its master has a link later, and takes no writes', () => {
    const { until, printed, seen } = outsideWorld(
      [redis, replica],
      [[at(0, set('a')), at(5, get, 'R2'), at(0, set('b'), 'R2')]],
    );
    until(100);
    expect(printed(101)).toEqual(['OK null', 'OK a', 'ReadOnly null']);
    expect(seen('R2', 'redis')).toMatchObject({ role: 'replica', keys: [{ value: 'a' }] });
  });

  it('is given what is there already when it comes late', () => {
    const { world, until, seen } = outsideWorld([redis, replica], [[at(0, set('a'))]]);
    world.intervene({ kind: 'kill', pid: 302 });
    until(50);
    world.intervene({ kind: 'start', pids: [302] });
    until(100);
    expect(seen('R2', 'redis').keys).toMatchObject([{ value: 'a' }]);
  });

  it('loses with its master what had not come over, and lets a second one in', () => {
    const { world, until, printed, seen } = outsideWorld(
      [redis, replica],
      [[at(0, set('a'))], [at(200, set('b'), 'R2')]],
    );
    world.intervene({
      kind: 'latency',
      from: 301,
      to: 302,
      latency: { kind: 'fixed', us: 100_000 },
    });
    until(50);
    expect(printed(101)).toEqual(['OK null']);
    world.intervene({ kind: 'kill', pid: 301 });
    world.intervene({ kind: 'input', pid: 302, name: 'PROMOTE', data: {} });
    until(400);
    expect(printed(102)).toEqual(['OK null']);
    expect(seen('R2', 'redis')).toMatchObject({ role: 'master', keys: [{ value: 'b' }] });
  });

  it('makes itself a master after so long without one', () => {
    const { world, until, seen } = outsideWorld([redis, { ...replica, failoverMs: 3000 }], []);
    until(50);
    world.intervene({ kind: 'kill', pid: 301 }, 50_000);
    until(3049);
    expect(seen('R2', 'redis').role).toBe('replica');
    until(3051);
    expect(seen('R2', 'redis').role).toBe('master');
  });

  it('does not when its master is back in time', () => {
    const { world, until, seen } = outsideWorld([redis, { ...replica, failoverMs: 3000 }], []);
    until(50);
    world.intervene({ kind: 'kill', pid: 301 });
    world.intervene({ kind: 'start', pids: [301] });
    until(10_000);
    expect(seen('R2', 'redis').role).toBe('replica');
  });
});
