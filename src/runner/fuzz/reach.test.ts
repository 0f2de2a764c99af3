/** How far random runs reach: rare things are reached and counted, every rule that is off is soon missed. */
import { describe, expect, it } from 'vitest';
import { protocols } from '../../scenarios/protocols.ts';
import type { Protocol } from '../../scenarios/protocol.ts';
import { fuzz } from './fuzz.ts';
import { randomRun } from './fuzzers.ts';

const MOST_RUNS = 50;

/** Runs until it is found, one time after the other: the median. */
function medianOf(protocol: Protocol, broken: string, times: number): number {
  const needed: number[] = [];
  let seed = 1;
  const missed = (): boolean =>
    randomRun(protocol, seed++, { wipes: false, broken }).violation === null;
  for (let time = 0; time < times; time++) {
    let count = 1;
    while (count < 3 * MOST_RUNS && missed()) count++;
    needed.push(count);
  }
  return needed.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? Infinity;
}

const off = Object.values(protocols).flatMap((protocol) =>
  protocol.mutants.map(({ name, runs }) => ({ model: protocol.name, protocol, name, runs })),
);

describe('a rule that is switched off', () => {
  it.each(off)(
    '$model: $name is found in a median of 50 runs',
    ({ protocol, name, runs }) => {
      expect(runs).toBeLessThanOrEqual(MOST_RUNS);
      expect(medianOf(protocol, name, 7)).toBeLessThanOrEqual(MOST_RUNS);
    },
    60_000,
  );
});

/** What must be among the rare things that two hundred runs come to. */
const reached = {
  election: [
    'DIFF',
    'TRUNC',
    'SNAP',
    'decided by out-of-election',
    'decided by same-round',
    'a leader gives up',
    'a leader fails before it serves',
    'two lead at once',
    'a commit',
  ],
  paxos: ['a value recovered', 'votes for two values', 'two values reported to one proposer'],
  zookeeper: [
    'a session resumed',
    'a session refused',
    'a session expired',
    'a shared flush',
    'a snapshot begun',
    'sessions found at a start',
    'a failed write that took a zxid',
    'a watch fired',
    'an outcome never known',
    'a container reaped',
  ],
  counter: [
    'unknown, and carried out',
    'unknown, and not carried out',
    'an answer come late',
    'a call carried out twice',
    'a call refused',
  ],
  recipes: [
    'a grant',
    'woken in vain',
    'a client told of its expiry',
    'told of its expiry while it believed',
    'two believed at once',
    'ConnectionLoss of create',
    'ConnectionLoss of delete',
    'events coalesced',
  ],
  byzantine: [
    'a promise kept with faults',
    'a forgery refused',
    'a proof of treason',
    'a tie',
    'silence taken for the fixed value',
    'a lie set by hand',
    'an empty V',
    'an attack at dawn',
  ],
  cap: [
    'a stale read',
    'not linearizable',
    'an acknowledged write lost',
    'a request tried again',
    'unknown, and done',
    'unknown, and not done',
    'write answered on the minority’s side',
  ],
} as const;

describe('what the schedules exercise', () => {
  it.each(Object.values(protocols))(
    '$name: its rare things, and both ways to end',
    (protocol) => {
      const { exercised, faults } = fuzz(protocol, 200, 1, { wipes: false });
      const missed = reached[protocol.name].filter((name) => (exercised[name] ?? 0) === 0);
      expect(missed).toEqual([]);
      expect(faults['kill']).toBeGreaterThan(20);
      expect(faults['powerOff']).toBeGreaterThan(20);
    },
    60_000,
  );
});
