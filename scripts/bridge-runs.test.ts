/** What crash faults are not: one acceptor, or one server, of three that lies is enough to break the whole. */
import { describe, expect, it } from 'vitest';
import { paxosPresets } from '../src/page/labs/paxos/presets.ts';
import { zookeeperPresets } from '../src/page/labs/zookeeper/presets.ts';
import { playAll } from '../src/scenarios/play-all.ts';
import type { PaxosDetail } from '../src/view/paxos.ts';
import type { Preset } from '../src/view/preset.ts';
import type { Scenario } from '../src/view/scenario.ts';
import type { ZooKeeperDetail } from '../src/view/zookeeper.ts';
import { Opened, opened } from './testing/opened-preset.ts';

const presetOf = (list: readonly Preset[], id: string): Preset => {
  const preset = list.find((one) => one.id === id);
  if (preset === undefined) throw new Error(`no preset ${id}`);
  return preset;
};

const fallen = <D>({ frame }: Opened<D>): readonly string[] => [
  ...new Set(frame.violations.map(({ invariant }) => invariant)),
];

describe('one lying acceptor', () => {
  /** The ten rows of P-X3, whoever keeps its promise in them. */
  const rows = (change: object = {}): ReturnType<typeof playAll> => {
    const scenario = presetOf(paxosPresets, 'lying-acceptor').from as Scenario<'paxos'>;
    const setup = { ...scenario.setup, ...change };
    return playAll({ ...scenario, setup, steps: [{ id: 'all', until: { rows: 10 } }] });
  };
  const accepted = ({ trace }: ReturnType<typeof playAll>) =>
    trace.flatMap(({ facts }) => facts.filter(({ rule }) => rule === 'accepted'));

  it('opens where two values are chosen, and Agreement has fallen', async () => {
    const run = await opened<PaxosDetail>(paxosPresets, 'lying-acceptor');
    expect(run.frame.detail.chosen.map(({ value, ballot }) => [value, ballot])).toEqual([
      ['Y', 2],
      ['X', 1],
    ]);
    expect(fallen(run)).toEqual(['I-Keep', 'I-Mono', 'I-Agreement']);
  });

  it('is alone: every other one has kept its promise', () => {
    const liars = accepted(rows()).filter(
      ({ data }) => Number(data['ballot']) < Number(data['promised']),
    );
    expect(liars.map(({ pid }) => pid)).toEqual([2]);
  });

  it('would have had one value chosen by keeping its promise, the messages being the same', () => {
    const honest = rows({ broken: [] });
    expect(honest.violations).toEqual([]);
    expect(accepted(honest).map(({ pid, data }) => [pid, data['value']])).toEqual([
      [2, 'Y'],
      [3, 'Y'],
      [1, 'X'],
    ]);
  });
});

describe('one lying server', () => {
  type Run = Opened<ZooKeeperDetail>;
  const { from, way } = presetOf(zookeeperPresets, 'lying-server');
  /** The newest transaction that each has: a crashed one on its disk. */
  const newest = ({ frame }: Run): readonly string[] =>
    frame.detail.servers.map(({ pid, member, zxid }) => {
      const { epoch, counter } = member?.logged ?? zxid;
      return `S${pid} ${epoch}·${counter}`;
    });
  const told = ({ frame }: Run): string | undefined =>
    frame.detail.clients.find(({ pid }) => pid === 101)?.asked?.answer?.err;

  it('opens where a write that α knows to be done is gone', async () => {
    const run = await opened<ZooKeeperDetail>(zookeeperPresets, 'lying-server');
    expect(fallen(run)).toEqual(['Z-Commit', 'Z-Durable', 'Z-PrimaryIntegrity']);
    expect([1, 2, 3].map((sid) => run.state(sid))).toEqual(['FOLLOWING', 'LEADING', 'crashed']);
    expect(newest(run)).toEqual(['S1 1·2', 'S2 1·2', 'S3 1·3']);
    expect(told(run)).toBe('OK');
  });

  it('is alone: S1 has acknowledged nothing yet, and S3 what is on its disk', async () => {
    const run = await opened<ZooKeeperDetail>(zookeeperPresets, 'lying-server');
    const { answer } = await run.session.handle({
      type: 'history',
      from: 0,
      to: run.frame.position,
      all: false,
      most: 5000,
    });
    const facts = (answer.history ?? []).flatMap((one) => one.facts);
    const acks = facts.filter(
      ({ rule, data }) => rule.startsWith('ack-') && data['zxid'] === '1·3',
    );
    expect(acks.map(({ rule, data }) => [rule, data['by']])).toEqual([
      ['ack-counted', 3],
      ['ack-counted', 2],
    ]);
    const onDisk = facts.filter(({ rule, data }) => rule === 'log-flushed' && data['to'] === '1·3');
    expect(onDisk.map(({ pid }) => pid)).toEqual([3]);
  });

  it('would have lost nothing by waiting for its disk, with the same faults', async () => {
    const scenario = from as Scenario<'zookeeper'>;
    const run = await new Opened<ZooKeeperDetail>().open({
      id: 'honest',
      from: { ...scenario, setup: { ...scenario.setup, broken: [] } },
      way: way.filter((one) => !JSON.stringify(one).includes('violated')),
    });
    expect(told(run)).toBe('OK');
    await run.runFor(30_000);
    expect(fallen(run)).toEqual([]);
    expect(newest(run).slice(0, 2)).toEqual(['S1 1·3', 'S2 1·3']);
  });
});
