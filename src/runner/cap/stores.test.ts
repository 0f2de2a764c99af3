/** What can be lost, and what the person who operates a store may do to it. */
import { expect, it } from 'vitest';
import { ALPHA, BETA, experiment } from '../../scenarios/cap/experiment.ts';
import { load } from '../../scenarios/load.ts';
import { protocolOf } from '../../scenarios/protocols.ts';
import type { Intervention } from '../../view/intervention.ts';
import type { Scenario } from '../../view/scenario.ts';
import { Run } from '../run.ts';
import { Session } from '../session.ts';
import { detailOf } from './play.ts';

const S = 1_000_000;
const ZERO = 5 * S;

/** Played to a time of the experiment, µs. */
const runTo = (run: Run, time: number): void => {
  while (run.world.violations.length === 0 && run.step(ZERO + time));
};

const opened = (file: Scenario<'cap'>): Run => new Run(protocolOf('cap'), file, false);

const asks = (run: Run, pid: number, text: string, at: number): void =>
  run.intervene({ kind: 'input', pid, name: 'LINE', data: { text } }, ZERO + at);

it('a copy that is made the primary loses what the old one had not sent, and has acknowledged', () => {
  const run = opened(experiment('primary', { leader: 1 }));
  runTo(run, 20 * S);
  const promote: Intervention = { kind: 'input', pid: 4, name: 'MAKE_PRIMARY', data: {} };
  run.intervene(promote, ZERO + 20 * S);
  runTo(run, 22 * S);
  asks(run, BETA, 'write 9', 22 * S);
  runTo(run, 70 * S);
  const { requests, servers, meters } = detailOf(run);
  const lost = requests.filter((each) => each.lost !== null).map(({ value }) => value);
  // α's 3 and 4, of which 4 was written over 3.
  expect(lost).toEqual([3, 4]);
  expect(meters.lost).toBe(2);
  expect(servers.map(({ value, role }) => `${role} ${value}`)).toEqual([
    'COPY 9',
    'COPY 9',
    'COPY 9',
    'PRIMARY 9',
    'COPY 9',
  ]);
});

it('where the last writer wins, a clock that is behind has its writes acknowledged and dropped', () => {
  const run = opened(experiment('last-writer-wins', { workload: [], whole: true }));
  runTo(run, 0);
  asks(run, BETA, 'write 1', 0);
  runTo(run, S);
  run.intervene({ kind: 'set-clock', pid: 2, byMs: -60_000 }, ZERO + S);
  asks(run, ALPHA, 'write 2', S);
  runTo(run, 3 * S);
  const [first, second] = detailOf(run).requests;
  expect(first?.lost).toBe(null);
  expect(second?.outcome).toBe('ok');
  expect(second?.lost?.by).toBe(first?.number);
});

it('a cut that is drawn by hand is a cut like that of the set-up, and is healed by hand', () => {
  const run = opened(experiment('quorum', { workload: [], whole: true }));
  runTo(run, S);
  const groups = [
    [1, 2, ALPHA],
    [3, 4, 5, BETA],
  ];
  run.intervene({ kind: 'partition', groups, oneWay: false }, ZERO + S);
  asks(run, ALPHA, 'write 1', S);
  asks(run, BETA, 'write 2', S);
  runTo(run, 8 * S);
  run.intervene({ kind: 'heal' }, ZERO + 8 * S);
  asks(run, ALPHA, 'read', 8 * S);
  runTo(run, 10 * S);
  const { cuts, requests, meters } = detailOf(run);
  expect(cuts).toMatchObject([
    {
      groups: [
        [1, 2],
        [3, 4, 5],
      ],
      planned: false,
      from: ZERO + S,
      to: ZERO + 8 * S,
    },
  ]);
  expect(requests.map(({ outcome, side, value }) => `${outcome} ${side} ${value}`)).toEqual([
    'timeout minority 1',
    'ok majority 2',
    'ok whole 2',
  ]);
  expect([meters.minority.answered, meters.minority.issued]).toEqual([0, 1]);
});

it('what cannot be set up is said at its place', () => {
  const wrong = experiment('quorum', {
    workload: [
      { client: ALPHA, kind: 'write', value: 1 },
      { client: BETA, kind: 'write', value: 1 },
      { client: BETA, kind: 'write' },
      { client: 7, kind: 'read', after: 9 },
    ],
    setup: { quorum: { read: 2, write: 3 }, leader: 8 },
  });
  const places = (load(wrong).problems ?? []).map(({ code, where }) => `${code} ${where}`);
  expect(places.toSorted()).toEqual([
    'scenario-after setup.workload[3].after',
    'scenario-missing setup.workload[2].value',
    'scenario-no-such-server setup.leader',
    'scenario-no-such-server setup.workload[3].client',
    'scenario-quorum setup.quorum',
    'scenario-value-twice setup.workload[1].value',
  ]);
});

it('what only servers of ZooKeeper can be asked is no question to a store, and is told so', async () => {
  const session = new Session();
  await session.handle({ type: 'open', scenario: experiment('primary', { leader: 1 }) });
  const asks = { type: 'ask', question: { ask: 'path', write: null } } as const;
  const { answer } = await session.handle(asks);
  expect(answer.problem?.code).toBe('not-asked-here');
});
