/** What the ZooKeeper lessons claim is a property of ZooKeeper: with a rule broken it is not so. */
import { describe, expect, it } from 'vitest';
import type { Fact } from '../view/fact.ts';
import type { Scenario } from '../view/scenario.ts';
import type { Mutant } from '../zookeeper/mutants.ts';
import { lessonFile } from './lesson-file.ts';
import { playAll } from './play-all.ts';

async function fileOf(id: string): Promise<Scenario<'zookeeper'>> {
  const file = await lessonFile(id);
  if (file?.model !== 'zookeeper') throw new TypeError(`${id} is no lesson of ZooKeeper`);
  return file;
}

/** The lesson with these rules off and nobody to stop it: the questions and claims that go wrong. */
async function wrong(id: string, ...broken: Mutant[]): Promise<string[]> {
  const file = await fileOf(id);
  const answers = playAll(file).predictions;
  const { predictions, expectations, stuck } = playAll({
    ...file,
    setup: { ...file.setup, broken, watch: [] },
  });
  return [
    ...answers.flatMap(({ step, right }) => {
      const now = predictions.find((one) => one.step === step);
      return now !== undefined && String(now.right) !== String(right) ? [step] : [];
    }),
    ...expectations.filter(({ ok }) => !ok).map(({ text }) => text),
    ...(stuck === null ? [] : [`stuck at ${stuck}`]),
  ];
}

describe('a lesson of ZooKeeper notices', () => {
  it.each<[string, Mutant, string]>([
    ['znode-tree', 'keep-ephemerals', 'dies'],
    ['znode-tree', 'expire-on-disconnect', 'offline'],
    ['znode-tree', 'expire-early', 'after-its-time'],
    ['znode-tree', 'sequential-reuse', 'next-number'],
    ['znode-tree', 'reuse-zxid', 'one-transaction'],
    ['push-the-bell', 'watch-twice', 'leaves'],
    ['watch-fires-once', 'watch-twice', 'one-bell'],
    ['what-a-session-is', 'expire-on-disconnect', 'breaks'],
    ['what-a-session-is', 'expire-early', 'after-its-time'],
    ['what-a-session-is', 'keep-ephemerals', 'gone'],
  ])('%s: the rule %s is broken', async (id, mutant, notices) => {
    expect(await wrong(id)).toEqual([]);
    expect(await wrong(id, mutant)).toContain(notices);
  });
});

describe('what the words of a ZooKeeper lesson say beyond its claims', () => {
  const factsOf = async (id: string): Promise<(Fact & { ms: number })[]> =>
    playAll(await fileOf(id)).trace.flatMap(({ facts, time }) =>
      facts.map((fact) => ({ ...fact, ms: time / 1000 })),
    );

  it('α is away for about six seconds of its ten', async () => {
    const facts = await factsOf('znode-tree');
    const at = (rule: string): number => facts.find((fact) => fact.rule === rule)?.ms ?? NaN;
    expect(at('mended') - at('client-disconnected')).toBeGreaterThan(5500);
    expect(at('session-resumed') - at('client-disconnected')).toBeLessThan(7000);
  });

  it('the refused request takes a zxid of its own, and the transaction behind it the next', async () => {
    const refused = (await factsOf('znode-tree')).filter(({ rule }) => rule === 'write-refused');
    expect(refused.map(({ data }) => `${data['err']} ${data['zxid']}`)).toEqual([
      'NoChildrenForEphemerals 0·8',
    ]);
  });

  it('a client that comes back sets its watches again, and is told of a change meanwhile', async () => {
    const facts = await factsOf('what-a-session-is');
    const set = facts.filter(
      ({ rule, data }) => rule === 'client-asks' && data['op'] === 'setWatches',
    );
    expect(set.map(({ pid }) => pid)).toEqual([101, 101]);
    const fired = facts.filter(({ rule }) => rule === 'watch-fired');
    expect(fired.map(({ data }) => `${data['client']} ${data['type']} ${data['path']}`)).toEqual([
      '101 NodeDataChanged /config',
      '102 NodeDeleted /worker',
    ]);
    // With the newest zxid that it has seen: no transaction lies between the change and its return.
    expect(fired[0]?.ms).toBeCloseTo(set[1]?.ms ?? NaN, -2);
  });

  it('a persistent watch is set again, and fires for nothing that happened meanwhile', async () => {
    const facts = await factsOf('watch-fires-once');
    const back = facts.findIndex(({ data }) => data['op'] === 'setWatches');
    expect(back).toBeGreaterThan(0);
    // The steps about a list are a run of their own.
    const anew = facts.findLastIndex(({ rule }) => rule === 'server-serves');
    expect(anew).toBeGreaterThan(back);
    expect(facts.slice(back, anew).filter(({ rule }) => rule === 'watch-fired')).toEqual([]);
  });
});
