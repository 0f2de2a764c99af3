/**
 * A lock of a store of keys beside ZooKeeper's, under a pause of its owner (specification ): the
 * rows of both tables, and what a waiter costs.
 */
import { describe, expect, it } from 'vitest';
import type { RecipesSetup } from '../../view/recipes-setup.ts';
import { RecipeLab } from './testing/lab.ts';

const S = 1000;
const slow = { kind: 'fixed', us: 2000 } as const;
const quick = { kind: 'fixed', us: 1000 } as const;

/** Times of the tables count from when C1 asks. */
const BEGIN = 5 * S;

const storage = (fencing: boolean) => ({
  id: 301,
  name: 'S',
  kind: 'storage' as const,
  fencing,
});

const redis = (fencing: boolean, change: Partial<RecipesSetup> = {}): RecipeLab =>
  new RecipeLab({
    servers: [{ sid: 1 }],
    clients: [
      {
        id: 101,
        program: 'redis-lock',
        values: { storage: 'S', workMs: 3000 },
        startMs: BEGIN,
        latency: slow,
      },
      {
        id: 102,
        program: 'redis-lock',
        values: { storage: 'S', workMs: 900 },
        startMs: BEGIN + 1 * S,
        latency: quick,
      },
    ],
    outside: [storage(fencing), { id: 302, name: 'R1', kind: 'redis' }],
    ...change,
  });

/** Of the sessions, and of the servers. */
const TIMEOUT = 10 * S;
const TICK = 2 * S;

const from = (seconds: number): number => BEGIN + seconds * S;

describe('a lock of a key that expires, and a pause from 2 s to 20 s', () => {
  const until = (seconds: number, fencing = false): RecipeLab => {
    const lab = redis(fencing).at(from(2), { kind: 'pause', pid: 101 });
    return seconds < 20
      ? lab.until(from(seconds))
      : lab.at(from(20), { kind: 'resume', pid: 101 }).until(from(seconds));
  };

  it('0 s: C1 has the key, and a token that needs a command of its own', () => {
    const lab = redis(false).until(from(0.5));
    expect(lab.believers('lock')).toEqual(['C1']);
    expect(lab.holders('lock')).toEqual(['C1']);
    expect(lab.value(101, 'token')).toBe('1');
    expect(lab.client(101).asked).toBe(4);
  });

  it('1 s: C2 finds it taken, and asks every tenth of a second', () => {
    const lab = redis(false).until(from(1.95));
    expect(lab.believers('lock')).toEqual(['C1']);
    expect(lab.client(102).asked).toBe(20);
    expect(lab.outside('R1', 'redis').vain).toBe(10);
  });

  it('10 s: the time of the key is over, and two believe that they hold the lock', () => {
    expect(until(9.9).believers('lock')).toEqual(['C1']);
    const lab = until(10.2);
    expect(lab.believers('lock')).toEqual(['C1', 'C2']);
    expect(lab.holders('lock')).toEqual(['C2']);
    expect(lab.value(102, 'token')).toBe('2');
    expect(lab.broken).toEqual(['R-OneBeliever']);
  });

  it('until then its waiter has sent and heard 184 messages: 91 attempts in vain and one that is not', () => {
    const lab = until(10.2);
    expect(lab.outside('R1', 'redis').vain).toBe(91);
    // It has asked for a token, too.
    expect(lab.client(102).asked - 2).toBe(184);
  });

  it('11 s: C2 writes', () => {
    expect(until(11.1).outside('S', 'storage')).toMatchObject({ value: 'C2', greatest: 2 });
  });

  it.each([
    [false, 'C1 overwrites it', { value: 'C1', refused: 0 }],
    [true, 'C1 is refused: 1 is smaller than 2', { value: 'C2', refused: 1, greatest: 2 }],
  ])('20 s: with fencing %s %s', (fencing, _what, storage) => {
    const lab = until(20.1, fencing);
    expect(lab.outside('S', 'storage')).toMatchObject(storage);
    expect(lab.broken).toEqual(['R-OneBeliever']);
  });

  it('20 s: C1 compares before it deletes, and leaves another’s key alone', () => {
    const lab = redis(false, {
      clients: [
        {
          id: 101,
          program: 'redis-lock',
          values: { storage: 'S', workMs: 3000 },
          startMs: BEGIN,
          latency: slow,
        },
        { id: 102, program: 'redis-lock', values: { workMs: 15_000 }, startMs: from(1) },
      ],
    });
    lab.at(from(2), { kind: 'pause', pid: 101 }).at(from(19), { kind: 'resume', pid: 101 });
    lab.until(from(19.5));
    const key = lab.outside('R1', 'redis').keys.find((each) => each.key === 'lock');
    expect(key?.value).toMatch(/^C2-/u);
    expect(lab.broken).toEqual(['R-OneBeliever']);
  });

  it('a plain DEL deletes the key of C2, and lets a third one in', () => {
    const third = { id: 103, program: 'redis-lock', startMs: from(15), values: { workMs: 5000 } };
    const lab = redis(false, {
      broken: ['delete-foreign-key'],
      clients: [
        { id: 101, program: 'redis-lock', values: { workMs: 3000 }, startMs: BEGIN, latency: slow },
        { id: 102, program: 'redis-lock', values: { workMs: 9500 }, startMs: from(1) },
        third,
      ],
    });
    lab.at(from(2), { kind: 'pause', pid: 101 }).at(from(17), { kind: 'resume', pid: 101 });
    lab.until(from(17.5));
    expect(lab.broken).toContain('R-OwnKey');
    expect(lab.believers('lock')).toEqual(['C2', 'C3']);
  });
});

/** One server, so that its zxids alone stand in the way; ticks of 2 s, sessions of 10. */
const zookeeper = (fencing: boolean): RecipeLab =>
  new RecipeLab({
    servers: [{ sid: 1 }],
    clients: [
      {
        id: 101,
        program: 'fenced-lock',
        values: { workMs: 3000 },
        startMs: BEGIN,
        latency: quick,
      },
      {
        id: 102,
        program: 'fenced-lock',
        values: { workMs: 900 },
        startMs: from(1),
        latency: quick,
      },
    ],
    outside: [storage(fencing)],
  });

describe('ZooKeeper’s lock, and the same pause', () => {
  const until = (seconds: number, fencing = false): RecipeLab => {
    const lab = zookeeper(fencing).at(from(2), { kind: 'pause', pid: 101 });
    return seconds < 20
      ? lab.until(from(seconds))
      : lab.at(from(20), { kind: 'resume', pid: 101 }).until(from(seconds));
  };

  it('1 s: C2 queues, watches C1’s node, and is silent then: 6 messages', () => {
    const lab = zookeeper(false).until(from(1.9));
    const queue = lab.detail.nodes.filter(({ sequential }) => sequential);
    expect(queue.map(({ name }) => name)).toEqual(['Lock-0', 'Lock-1']);
    expect(lab.client(102).messages).toBe(6);
    expect(lab.until(from(2.9)).client(102).messages).toBe(6);
  });

  it('a timeout, and up to a tick and a half more, after C1 was heard last its session ends: two believe', () => {
    // Its create and its look at the queue were the last that a server heard of it.
    const lab = until(2.1).until(BEGIN + TIMEOUT);
    expect(lab.believers('lock')).toEqual(['C1']);
    lab.until(BEGIN + TIMEOUT + 1.5 * TICK + 20);
    // C2 has worked and let go since.
    expect(lab.spans(102, 'believes')).toHaveLength(1);
    expect(lab.believers('lock')).toEqual(['C1']);
    expect(lab.holders('lock')).toEqual([]);
    expect(lab.broken).toEqual(['R-OneBeliever']);
  });

  it('its waiter has sent and heard 9 messages by then', () => {
    const lab = until(1.9);
    while (!lab.believers('lock').includes('C2') && lab.world.advance(from(20) * 1000));
    expect(lab.client(102).messages).toBe(9);
  });

  it.each([
    [false, 'C1 overwrites what C2 has written', { value: 'C1', refused: 0 }],
    [true, 'C1 is refused: the zxid of its node is smaller', { value: 'C2', refused: 1 }],
  ])('20 s: with fencing %s %s', (fencing, _what, storage) => {
    expect(until(20.1, fencing).outside('S', 'storage')).toMatchObject(storage);
  });

  it('after that C1 hears that its session is over, and lets go', () => {
    const lab = until(25);
    expect(lab.believers('lock')).not.toContain('C1');
  });
});

it('a storage that compares nothing lets the smaller token through: R-Fenced finds it', () => {
  const lab = redis(true, { broken: ['ignore-tokens'] });
  lab.at(from(2), { kind: 'pause', pid: 101 }).at(from(20), { kind: 'resume', pid: 101 });
  expect(lab.until(from(21)).broken).toEqual(['R-OneBeliever', 'R-Fenced']);
});

it('a key that is renewed stays as long as its owner works', () => {
  const lab = redis(false, {
    clients: [
      { id: 101, program: 'redis-renewed', values: { workMs: 25_000 }, startMs: BEGIN },
      { id: 102, program: 'redis-lock', values: { workMs: 900 }, startMs: from(1) },
    ],
  }).until(from(24));
  expect(lab.believers('lock')).toEqual(['C1']);
  expect(lab.until(from(25.3)).believers('lock')).toEqual(['C2']);
  expect(lab.broken).toEqual([]);
});

it('a pause defeats renewal, too: it learns of that with its next sign', () => {
  const lab = redis(false, {
    clients: [
      { id: 101, program: 'redis-renewed', values: { workMs: 60_000 }, startMs: BEGIN },
      { id: 102, program: 'redis-lock', values: { workMs: 30_000 }, startMs: from(1) },
    ],
  }).at(from(4), { kind: 'pause', pid: 101 });
  expect(lab.until(from(15)).believers('lock')).toEqual(['C1', 'C2']);
  lab.at(from(16), { kind: 'resume', pid: 101 });
  expect(lab.until(from(16.5)).believers('lock')).toEqual(['C2']);
});
