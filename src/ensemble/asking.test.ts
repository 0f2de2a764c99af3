/** A client's program asks processes outside ZooKeeper over the links that everybody has. */
import { describe, expect, it } from 'vitest';
import { outsideWorld } from './testing/outside-world.ts';
import type { Errand } from './testing/asker.ts';
import { situationHash } from '../kernel/situation.ts';
import type { OutsideSetup } from '../view/outside.ts';

const storage: OutsideSetup = { id: 301, name: 'S', kind: 'storage' };
const write = (value: string, change: Partial<Errand> = {}): Errand => ({
  to: 'S',
  request: { op: 'write', value, token: null },
  ...change,
});
const read: Errand = { to: 'S', request: { op: 'read' } };

/** The client begins at 10 ms; its line is open after 2 ms, and a request is there 1 ms later. */
describe('a request', () => {
  it('is answered when it is on the disk, through one connection that is kept', () => {
    const { until, printed, world } = outsideWorld([storage], [[write('A'), write('B'), read]]);
    until(15.9);
    expect(printed(101)).toEqual([]);
    until(16);
    expect(printed(101)).toEqual(['OK A']);
    // The line is there by now: 1 ms, 2 ms for the disk, 1 ms.
    until(20);
    expect(printed(101)).toEqual(['OK A', 'OK B']);
    until(22);
    expect(printed(101)).toEqual(['OK A', 'OK B', 'OK B']);
    expect(world.network.connections.size).toBe(1);
  });

  it('to a name that nobody has, or to a process that is down, is refused', () => {
    const { world, until, printed } = outsideWorld(
      [storage],
      [
        [
          { ...read, to: 'T' },
          { ...read, afterMs: 20 },
        ],
      ],
    );
    world.intervene({ kind: 'kill', pid: 301 });
    until(40);
    expect(printed(101)).toEqual(['Refused null', 'Refused null']);
  });

  it('whose answer a kill takes is lost, though it may have been done; the next one dials again', () => {
    const { world, until, printed } = outsideWorld(
      [storage],
      [[write('A'), { ...read, afterMs: 50 }]],
    );
    until(13.5);
    world.intervene({ kind: 'kill', pid: 301 });
    until(20);
    expect(printed(101)).toEqual(['Lost null']);
    world.intervene({ kind: 'start', pids: [301] });
    until(100);
    expect(printed(101)).toEqual(['Lost null', 'OK A']);
  });

  it('loses what no sync had finished when the power goes, and nobody is told', () => {
    const { world, until, printed } = outsideWorld(
      [storage],
      [[write('A', { timeoutMs: 30 }), { ...read, afterMs: 10 }]],
    );
    until(13.5);
    world.intervene({ kind: 'power-off', pid: 301 });
    until(39.9);
    expect(printed(101)).toEqual([]);
    until(40);
    expect(printed(101)).toEqual(['Timeout null']);
    world.intervene({ kind: 'start', pids: [301] });
    until(100);
    expect(printed(101)).toEqual(['Timeout null', 'OK null']);
  });

  it('over a link that is cut comes to nothing in its time; mended, the next one is answered', () => {
    const { world, until, printed } = outsideWorld(
      [storage],
      [[write('A', { timeoutMs: 100 }), { ...read, timeoutMs: 100, afterMs: 100 }]],
    );
    until(12.5);
    world.intervene({ kind: 'cut', from: 101, to: 301, oneWay: false });
    until(150);
    expect(printed(101)).toEqual(['Timeout null']);
    world.intervene({ kind: 'mend', a: 101, b: 301 });
    until(300);
    expect(printed(101)).toEqual(['Timeout null', 'OK null']);
  });

  it('whose answer comes too late is given up, and not taken for the answer to the next', () => {
    const { world, until, printed } = outsideWorld(
      [storage],
      [[write('A', { timeoutMs: 50 }), write('B', { afterMs: 10 })]],
    );
    until(12.5);
    world.intervene({ kind: 'pause', pid: 301 });
    until(65);
    expect(printed(101)).toEqual(['Timeout null']);
    world.intervene({ kind: 'resume', pid: 301 });
    until(200);
    expect(printed(101)).toEqual(['Timeout null', 'OK B']);
    // What had arrived before the line was given up was done.
    expect(world.violations).toEqual([]);
  });

  it('of a paused client is answered when it goes on', () => {
    const { world, until, printed } = outsideWorld([storage], [[write('A', { timeoutMs: 50 })]]);
    until(12.5);
    world.intervene({ kind: 'pause', pid: 101 });
    until(500);
    expect(printed(101)).toEqual([]);
    world.intervene({ kind: 'resume', pid: 101 });
    until(500.1);
    // The answer had come first.
    expect(printed(101)).toEqual(['OK A']);
  });

  it('takes as long as its link', () => {
    const { world, until, printed } = outsideWorld([storage], [[read]]);
    world.intervene({
      kind: 'latency',
      from: 101,
      to: 301,
      latency: { kind: 'fixed', us: 100_000 },
    });
    until(211.9);
    expect(printed(101)).toEqual([]);
    // Dialled and asked with 100 ms each, answered with 1.
    until(212);
    expect(printed(101)).toEqual(['OK null']);
  });

  it('that it does not know is answered so', () => {
    const { until, printed } = outsideWorld(
      [storage],
      [[{ to: 'S', request: { op: 'get', key: 'k' } }]],
    );
    until(30);
    expect(printed(101)).toEqual(['UnknownOp null']);
  });
});

describe('a client that answers calls', () => {
  const call: Errand = { to: 'P1', request: { op: 'call' } };
  const provider = { id: 151, name: 'P1', program: 'nothing', answers: { takesMs: 10 } };

  it('answers one after the other, and counts', () => {
    const { until, printed, seen } = outsideWorld([], [[call], [call]], [provider]);
    until(20);
    expect(seen('P1', 'provider')).toMatchObject({ answered: 0, waiting: 2 });
    until(24);
    expect(printed(101)).toEqual(['OK P1']);
    expect(printed(102)).toEqual([]);
    until(34);
    expect(printed(102)).toEqual(['OK P1']);
    expect(seen('P1', 'provider')).toMatchObject({ answered: 2, waiting: 0 });
  });

  it('dies whole: its session and its calls end with the process', () => {
    const { world, until, printed } = outsideWorld(
      [],
      [[call, { ...call, afterMs: 5 }]],
      [provider],
    );
    until(15);
    world.intervene({ kind: 'kill', pid: 151 });
    until(40);
    expect(printed(101)).toEqual(['Lost null', 'Refused null']);
  });
});

it('a world with processes outside is the same each time, and its situation hashes', () => {
  const run = () => {
    const lab = outsideWorld(
      [storage],
      [
        [write('A'), write('B')],
        [write('C'), read],
      ],
    );
    lab.until(18);
    return lab.world;
  };
  const [one, other] = [run(), run()];
  expect(one.fingerprint()).toBe(other.fingerprint());
  expect(situationHash(one)).toBe(situationHash(other));
});

it('names and ids are checked', () => {
  const twice = { ...storage, id: 302 };
  expect(() => outsideWorld([storage, twice], [])).toThrow("two processes with the name 'S'");
  expect(() => outsideWorld([storage, { ...storage, name: 'T' }], [])).toThrow('one id');
  const replica: OutsideSetup = { id: 302, name: 'R', kind: 'redis', replicaOf: 301 };
  expect(() => outsideWorld([storage, replica], [])).toThrow('no other store 301');
});
