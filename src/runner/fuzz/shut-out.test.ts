/** What ZooKeeper itself refuses is told apart from what merely does not come about. */
import { expect, it } from 'vitest';
import { ALPHA, BETA, experiment } from '../../scenarios/cap/experiment.ts';
import { protocolOf } from '../../scenarios/protocols.ts';
import { detailOf } from '../cap/play.ts';
import { Run } from '../run.ts';
import { randomRun } from './fuzzers.ts';
import { canWrite, isAhead, KEPT_OUT, LET_IN } from './shut-out.ts';

const S = 1_000_000;
const ZERO = 5 * S;

/** Played to a time of the experiment, µs. */
const runTo = (run: Run, time: number): void => {
  while (run.world.violations.length === 0 && run.step(ZERO + time));
};

/** The leader is cut off with S2, at which α writes 2: both have it on their disks, and nobody else. */
const cutOff = (readAtMs: number): Run =>
  new Run(
    protocolOf('cap'),
    experiment('zookeeper-read-only', {
      leader: 1,
      workload: [
        { client: ALPHA, kind: 'write', value: 1, atMs: -1000 },
        { client: ALPHA, kind: 'write', value: 2, atMs: 1000 },
        { client: ALPHA, kind: 'read', atMs: readAtMs },
      ],
    }),
    false,
  );

const stateOf = (run: Run, pid: number): string | undefined =>
  detailOf(run).clients.find((each) => each.pid === pid)?.state;

it('a client that has read what was never committed is ahead of its server, until something is written', () => {
  const run = cutOff(30_000);
  runTo(run, 40 * S);
  expect(detailOf(run).requests[2]).toMatchObject({ outcome: 'ok', value: 2, readOnly: true });
  expect(isAhead(run.world, ALPHA)).toBe(false);
  runTo(run, 200 * S);
  expect([ALPHA, BETA].map((pid) => isAhead(run.world, pid))).toEqual([true, false]);
  expect([ALPHA, BETA].map((pid) => canWrite(run.world, pid))).toEqual([false, true]);
  run.intervene({ kind: 'input', pid: BETA, name: 'LINE', data: { text: 'write 9' } });
  runTo(run, 210 * S);
  expect(isAhead(run.world, ALPHA)).toBe(false);
  expect(stateOf(run, ALPHA)).toBe('CONNECTED');
});

it('a client that cannot come to its server for another reason is not ahead of it', () => {
  const run = cutOff(500_000);
  runTo(run, 200 * S);
  expect(stateOf(run, ALPHA)).toBe('CONNECTED');
  run.intervene({ kind: 'partition', groups: [[ALPHA], [1, 2, 3, 4, 5, BETA]], oneWay: false });
  runTo(run, 260 * S);
  expect(stateOf(run, ALPHA)).toBe('CONNECTING');
  expect(isAhead(run.world, ALPHA)).toBe(false);
});

it.each([5_004_856, 5_101_709])(
  'seed %i: such a client is no broken promise of the store',
  (seed) => {
    const { violation, exercised } = randomRun(protocolOf('cap'), seed, { wipes: false });
    expect(violation).toBe(null);
    expect([LET_IN, KEPT_OUT].some((name) => exercised?.has(name) === true)).toBe(true);
  },
);

it('seed 6045442: who was told what was never committed may find what was there before, as in ZooKeeper', () => {
  const { violation, exercised } = randomRun(protocolOf('cap'), 6_045_442, { wipes: false });
  expect(violation).toBe(null);
  expect(exercised?.get('told by a server without a leader what was never committed')).toBe(1);
});

it('seed 6086321: a sync of a server that has come back is answered, though its leader has not lost the connection of before', () => {
  const { violation } = randomRun(protocolOf('cap'), 6_086_321, { wipes: false });
  expect(violation).toBe(null);
});
