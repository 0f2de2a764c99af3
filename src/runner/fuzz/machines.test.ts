/**
 * Every machine of every protocol steps as XState itself does, in random runs: also those that share their
 * process's state with others, such as a leader's handlers, and cannot be run alone.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { StateMachine } from 'xstate';
import type { AnyStateMachine } from 'xstate';
import { flatten } from '../../kernel/machine/flatten.ts';
import { FAULTS, SOUND } from '../../kernel/machine/testing/faults.ts';
import { Steps } from '../../kernel/machine/testing/steps.ts';
import type { MachineEvent } from '../../kernel/machine/table.ts';
import { connectionsMachineOf } from '../../protocols/election/connections-machine.ts';
import type { Protocol } from '../../scenarios/protocol.ts';
import { protocols } from '../../scenarios/protocols.ts';
import { leaderOf, leads, peerParts } from '../../zookeeper/quorum/place.ts';
import { Server, edit } from '../../zookeeper/server/server.ts';
import { fuzzedParts, randomRun } from './fuzzers.ts';

const modules = import.meta.glob<Readonly<Record<string, unknown>>>(
  ['../../{protocols,zookeeper,clients}/**/*.ts', '!**/*.test.ts', '!**/testing/**'],
  { eager: true },
);

/** Every machine that a file of the simulation exports, and the one that is made for its place. */
const machines = new Map<string, AnyStateMachine>([
  ['connectionsMachine', connectionsMachineOf(peerParts)],
  ...Object.values(modules).flatMap((exported) =>
    Object.entries(exported).flatMap(([name, value]): [string, AnyStateMachine][] =>
      value instanceof StateMachine ? [[`${value.id} ${name}`, value as AnyStateMachine]] : [],
    ),
  ),
]);

/** Machines that no random run has: tests of their own compare them row by row. */
const ELSEWHERE = ['schedule adversaryMachine', 'replica replicaMachine'];
const inRuns = [...machines.keys()].filter((name) => !ELSEWHERE.includes(name));

/** Those that nothing else compares row by row: here every row is taken. */
const WHOLE = /^(connections|caller|counter|commit|handler|member|writer|server alone)/u;

const event = (type: string, rest: object): MachineEvent => {
  const usual = { from: 1, connection: 0, message: null, port: '', reason: '', dialled: false };
  return { type, ...usual, data: null, ...rest } as MachineEvent;
};

/** What random runs do not do. */
const more: readonly MachineEvent[] = [
  event('CONNECTED', { from: 101, connection: 7 }),
  event('FOUR_LETTER', { data: { word: 'ruok' } }),
  event('PURGE', {}),
  event('SNAPSHOT_WRITTEN', { data: { epoch: 1, counter: 1 } }),
];

/** A server with little room; a leader without zxids, or that its learners are ahead of. */
function alter(s: unknown): unknown {
  if (!(s instanceof Server)) return s;
  const { settings, peer, role } = s;
  const next = edit(s);
  const cfg = { ...settings.cfg, maxClientCnxns: 1, maxCnxns: 1, maxBuffer: 1 };
  next.settings = { ...settings, cfg };
  if (role !== null && leads({ role })) next.role = { ...leaderOf({ role }), rolledOver: true };
  if (peer !== null && peer.leading !== null) {
    const summary = { currentEpoch: 0, zxid: { epoch: 0, counter: 0 } };
    next.peer = { ...peer, leading: { ...peer.leading, summary, epochAcks: [] } };
  }
  return next;
}

describe('in random runs', () => {
  const steps = new Steps();
  const watched = (protocol: Protocol): Protocol => ({
    ...protocol,
    model: (file) => steps.of(protocol.model(file)),
  });

  beforeAll(() => {
    const wipes = { wipes: true };
    for (const protocol of Object.values(protocols))
      for (let seed = 1; seed <= 15; seed++) randomRun(watched(protocol), seed, wipes);
    for (let seed = 1; seed <= 5; seed++)
      randomRun(watched(protocols.counter), seed, { ...wipes, broken: 'answer-before-disk' });
    for (const { model, run } of Object.values(fuzzedParts))
      for (let seed = 1; seed <= 25; seed++) run(watched(protocols[model]), seed, wipes);
  }, 120_000);

  it('all machines are there', () => {
    expect(inRuns.filter((name) => !steps.has(machines.get(name) as AnyStateMachine))).toEqual([]);
  });

  it.each(inRuns)('%s steps as XState does', (name) => {
    const missed = steps.compare(machines.get(name) as AnyStateMachine, { more, alter });
    if (WHOLE.test(name)) expect(missed).toEqual([]);
    // What an election alone does not come to; a test of its own takes the rest.
    if (name.startsWith('peer')) {
      const leads = missed.filter((row) => row.startsWith('LEADING'));
      expect(leads.filter((row) => !row.includes('NOTIFICATION'))).toEqual([]);
    }
  });

  it.each(inRuns)('%s is seen when it does not', (name) => {
    const machine = machines.get(name) as AnyStateMachine;
    const isSeen = (plant = SOUND): boolean => {
      try {
        steps.compare(machine, { plant });
        return false;
      } catch (failure) {
        if (failure instanceof Error && failure.message.includes('table against')) return true;
        throw failure;
      }
    };
    const table = flatten(machine);
    const rows = [...table.rows, ...table.always].flatMap((row) => row ?? []);
    const faults = [
      ...(rows.some(({ guard }) => guard !== null) ? ['guards ignored'] : []),
      ...(table.always.some((row) => (row?.length ?? 0) > 0) ? ['always forgotten'] : []),
      'actions of the transition forgotten',
    ];
    expect(faults.filter((fault) => !isSeen(FAULTS[fault]))).toEqual([]);
    expect(isSeen()).toBe(false);
  });
});
