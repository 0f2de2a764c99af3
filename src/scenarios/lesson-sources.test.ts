import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { cited, guides, papers, sources } from '../lessons/sources.ts';
import { lessons } from '../lessons/words.ts';

const text = v.pipe(v.string(), v.minLength(1));
const source = v.union([
  v.strictObject({
    paper: v.picklist(Object.keys(papers)),
    section: v.exactOptional(v.pipe(v.string(), v.regex(/^\d+(\.\d+)*$/u))),
  }),
  v.strictObject({
    class: v.pipe(v.string(), v.regex(/^[A-Z][A-Za-z]+$/u)),
    member: v.pipe(v.string(), v.regex(/^[A-Za-z]\w+$/u)),
    package: v.pipe(v.string(), v.regex(/^([a-z]+(\/[a-z]+)*)?$/u)),
  }),
  v.strictObject({ guide: v.picklist(Object.keys(guides)), chapter: text }),
  v.strictObject({ issue: v.pipe(v.string(), v.regex(/^ZOOKEEPER-\d+$/u)) }),
]);
const file = v.record(text, v.pipe(v.array(source), v.minLength(1)));

const explained = async (id: string, language: 'en' | 'zh-CN') => {
  const words = await lessons.find((each) => each.id === id)?.words(language);
  return Object.entries(words?.steps ?? {}).filter(([, step]) => step?.why !== undefined);
};

describe.each(lessons.map(({ id }) => id))('what the lesson %s explains', (id) => {
  const own = sources[id] ?? {};

  it('can be read at its source, step by step', async () => {
    const issues = v.safeParse(file, own).issues?.map((issue) => v.getDotPath(issue));
    expect(issues ?? []).toEqual([]);
    const steps = (await explained(id, 'en')).map(([step]) => step);
    expect(steps.length).toBeGreaterThan(0);
    expect(Object.keys(own).toSorted()).toEqual(steps.toSorted());
  });

  it('is compared with Raft in both languages or in none, and then Raft’s paper is a source', async () => {
    const compared = async (language: 'en' | 'zh-CN') =>
      (await explained(id, language)).flatMap(([step, words]) => (words?.raft ? [step] : []));
    const english = await compared('en');
    expect(await compared('zh-CN')).toEqual(english);
    for (const step of english) {
      const read = own[step] ?? [];
      expect([step, read.some((each) => 'paper' in each && each.paper === 'raft')]).toEqual([
        step,
        true,
      ]);
    }
  });
});

it('a source is cited with its place', () => {
  expect(cited({ paper: 'paxos-simple', section: '2.5' })).toEqual({
    text: 'Lamport: Paxos Made Simple (2001), § 2.5',
    url: 'https://lamport.azurewebsites.net/pubs/paxos-simple.pdf',
  });
  expect(cited({ class: 'DataTree', member: 'setData', package: 'server' })).toEqual({
    text: 'ZooKeeper 3.8: DataTree.setData',
    url: 'https://github.com/apache/zookeeper/blob/release-3.8.0/zookeeper-server/src/main/java/org/apache/zookeeper/server/DataTree.java',
  });
  expect(cited({ guide: 'zookeeperProgrammers', chapter: 'ZooKeeper Sessions' }).url).toBe(
    'https://zookeeper.apache.org/doc/r3.8.0/zookeeperProgrammers.html',
  );
  expect(cited({ issue: 'ZOOKEEPER-1549' }).url).toBe(
    'https://issues.apache.org/jira/browse/ZOOKEEPER-1549',
  );
});
