import { describe, expect, it } from 'vitest';
import { Random } from '../kernel/random.ts';
import type { Address } from './calls.ts';
import type { ClientConfig } from './client.ts';
import { atHome, dialsBefore, hostList, presentHost, roundPause } from './host-list.ts';

const named = (...hosts: string[]): Address[] => hosts.map((host) => ({ host, port: 2181 }));
const three = named('a', 'b', 'c');
const shuffling = {} as ClientConfig;

describe('the servers of a handle', () => {
  it('are shuffled, each order as likely as another', () => {
    const random = new Random(3);
    const seen = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const list = hostList(three, shuffling, () => random.unit());
      const order = list.map(({ host }) => host).join('');
      seen.set(order, (seen.get(order) ?? 0) + 1);
    }
    expect([...seen.keys()].toSorted()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba']);
    for (const count of seen.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('keep the order that a set-up fixes, and one server draws no chance', () => {
    const never = (): number => {
      throw new Error('nothing was to be drawn');
    };
    expect(hostList(three, { inOrder: true } as ClientConfig, never)).toBe(three);
    expect(hostList(named('a'), shuffling, never)).toEqual(named('a'));
  });

  it('take turns, and a round without a session adds a second to the pause', () => {
    const dialled = [1, 2, 3, 4, 5].map((dials) => presentHost({ servers: three, dials })?.host);
    expect(dialled.join('')).toBe('abcab');
    // Before the first session the round ends where it began.
    const pauses = [1, 2, 3, 4].map((dials) => roundPause({ servers: three, dials }));
    expect(pauses).toEqual([0, 0, 1_000_000, 0]);
    // After a session at b it is over when b's turn comes.
    const home = atHome({ servers: three, dials: 2 });
    const after = [2, 3, 4, 5].map((dials) => roundPause({ servers: three, dials, ...home }));
    expect(after).toEqual([0, 0, 1_000_000, 0]);
  });

  it('can be told which comes next, whatever its turn', () => {
    for (const dials of [0, 1, 2, 3, 7]) {
      for (const place of [0, 1, 2]) {
        const before = dialsBefore({ servers: three, dials }, place);
        expect(before - dials).toBeLessThan(3);
        expect(before).toBeGreaterThanOrEqual(dials);
        expect(presentHost({ servers: three, dials: before + 1 })).toBe(three[place]);
      }
    }
  });
});
