/** Several stores for one lock, and one store with a replica (specification R-14, R-14f). */
import { describe, expect, it } from 'vitest';
import { RecipeLab } from './testing/lab.ts';

const S = 1000;
const BEGIN = 5 * S;
const from = (seconds: number): number => BEGIN + seconds * S;

describe('a lock at three of five stores', () => {
  const stores = [1, 2, 3, 4, 5].map((number) => ({
    id: 310 + number,
    name: `R${number}`,
    kind: 'redis' as const,
  }));
  const redlock = (): RecipeLab =>
    new RecipeLab({
      servers: [{ sid: 1 }],
      clients: [
        { id: 101, program: 'redlock', values: { workMs: 8000 }, startMs: BEGIN },
        { id: 102, program: 'redlock', values: { workMs: 8000 }, startMs: from(1) },
      ],
      outside: stores,
    });

  it('survives the death of two of them', () => {
    const lab = redlock();
    lab.at(BEGIN - 100, { kind: 'kill', pid: 311 }, { kind: 'kill', pid: 312 });
    expect(lab.until(from(5)).believers('lock')).toEqual(['C1']);
    expect(lab.until(from(9)).believers('lock')).toEqual(['C2']);
    expect(lab.broken).toEqual([]);
  });

  it('one clock that jumps gives it to two, though nobody paused', () => {
    const lab = redlock();
    // C1 reaches R1, R2 and R3 alone.
    lab.at(
      BEGIN - 100,
      { kind: 'cut', from: 101, to: 314, oneWay: false },
      { kind: 'cut', from: 101, to: 315, oneWay: false },
    );
    expect(lab.until(from(3)).believers('lock')).toEqual(['C1']);
    lab.at(from(3), { kind: 'set-clock', pid: 313, byMs: 11_000 });
    lab.until(from(4));
    expect(lab.believers('lock')).toEqual(['C1', 'C2']);
    expect(lab.holders('lock')).toEqual(['C2']);
    expect(lab.broken).toEqual(['R-OneBeliever']);
  });

  it('without the jump the second one waits', () => {
    const lab = redlock();
    lab.at(
      BEGIN - 100,
      { kind: 'cut', from: 101, to: 314, oneWay: false },
      { kind: 'cut', from: 101, to: 315, oneWay: false },
    );
    expect(lab.until(from(7)).believers('lock')).toEqual(['C1']);
    expect(lab.broken).toEqual([]);
  });
});

describe('a master and its replica', () => {
  const pair = (): RecipeLab =>
    new RecipeLab({
      servers: [{ sid: 1 }],
      clients: [
        { id: 101, program: 'redis-failover', values: { workMs: 8000 }, startMs: BEGIN },
        {
          id: 102,
          program: 'redis-failover',
          values: { workMs: 2000, turn: 1 },
          startMs: from(1),
        },
      ],
      outside: [
        { id: 301, name: 'R1', kind: 'redis' },
        { id: 302, name: 'R2', kind: 'redis', replicaOf: 301, failoverMs: 500 },
      ],
    });

  it('lose with the master a key that had not come over: two hold the lock', () => {
    const lab = pair();
    lab.at(BEGIN - 100, {
      kind: 'latency',
      from: 301,
      to: 302,
      latency: { kind: 'fixed', us: 200_000 },
    });
    lab.at(from(0.1), { kind: 'kill', pid: 301 });
    expect(lab.until(from(1.5)).believers('lock')).toEqual(['C1', 'C2']);
    expect(lab.broken).toEqual(['R-OneBeliever']);
  });

  it('keep it when it had come over in time', () => {
    const lab = pair().at(from(0.1), { kind: 'kill', pid: 301 });
    expect(lab.until(from(5)).believers('lock')).toEqual(['C1']);
    expect(lab.broken).toEqual([]);
  });
});
