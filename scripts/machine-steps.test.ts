/**
 * Every machine of every protocol steps as XState itself does, in random runs: also those that share their
 * process's state with others, such as a leader's handlers, and cannot be run alone.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { machines } from './all-machines.ts';
import { flatten } from '../src/kernel/machine/flatten.ts';
import { FAULTS, SOUND } from '../src/kernel/machine/testing/faults.ts';
import { Steps } from '../src/kernel/machine/testing/steps.ts';
import type { MachineEvent } from '../src/kernel/machine/table.ts';
import type { Protocol } from '../src/scenarios/protocol.ts';
import { protocols } from '../src/scenarios/protocols.ts';
import { leaderOf, leads } from '../src/zookeeper/quorum/place.ts';
import { edit as editPeer } from '../src/protocols/election/server.ts';
import { Server, edit } from '../src/zookeeper/server/server.ts';
import { fuzzedParts, randomRun } from '../src/runner/fuzz/fuzzers.ts';

/** Machines that no random run has: tests of their own compare them row by row. */
const ELSEWHERE = [
  'adversaryMachine in',
  'replicaMachine in',
  'askingMachine in',
  'in protocols/outside/',
];
const inRuns = machines.filter(([name]) => !ELSEWHERE.some((other) => name.includes(other)));

/** Those that nothing else compares row by row. */
const WHOLE = /^(connections|caller|commit|handler|member|writer|alone)|counter/u;

/** Whether no other test takes this row: of the peer's, what an election alone does not come to. */
const isOnlyHere = (name: string, row: string): boolean =>
  name.startsWith('peer')
    ? row.startsWith('LEADING') && !row.includes('NOTIFICATION')
    : WHOLE.test(name);

const event = (type: string, rest: object): MachineEvent => {
  const usual = { from: 1, connection: 0, message: null, port: '', reason: '', dialled: false };
  return { type, ...usual, data: null, ...rest } as MachineEvent;
};

/** What random runs do not do. */
const more: readonly MachineEvent[] = [
  event('CONNECTED', { from: 101, connection: 7 }),
  event('FOUR_LETTER', { data: { word: 'ruok' } }),
  event('TERMINATE_SESSION', { data: { client: 101 } }),
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
    const summary = { currentEpoch: -1, zxid: { epoch: 0, counter: 0 } };
    const behind = editPeer(peer);
    behind.leading = { ...peer.leading, summary, epochAcks: [] };
    next.peer = behind;
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
    const missing = inRuns.filter(([, machine]) => !steps.has(machine));
    expect(missing.map(([name]) => name)).toEqual([]);
  });

  it.each(inRuns)('%s steps as XState does', (name, machine) => {
    const missed = steps.compare(machine, { more, alter });
    expect(missed.filter((row) => isOnlyHere(name, row))).toEqual([]);
  });

  it.each(inRuns)('%s is seen when it does not', (_, machine) => {
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
