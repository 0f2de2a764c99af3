import { describe, expect, it } from 'vitest';
import type { NodeChange, ZnodeView } from '../../../view/zookeeper-ask.ts';
import { bytesLines, permsText } from './bytes.ts';
import { STAT_ROWS, storyOf } from './story.ts';
import type { StatField } from './story.ts';

const zxid = (counter: number) => ({ epoch: 1, counter });
const change = (counter: number, what: NodeChange['what'], path = '/a'): NodeChange => ({
  zxid: zxid(counter),
  step: counter * 10,
  time: counter,
  what,
  path,
  session: '0x1',
  client: 101,
});

/** Created at 1·2; x and y below it, x deleted again; its data set once. */
const node: ZnodeView = {
  path: '/a',
  kind: 'persistent',
  ttl: 0,
  czxid: zxid(2),
  mzxid: zxid(6),
  pzxid: zxid(5),
  ctime: 2,
  mtime: 6,
  version: 1,
  cversion: 3,
  aversion: 0,
  ephemeralOwner: '0x0',
  owner: null,
  dataLength: 1,
  numChildren: 1,
  creates: 2,
  text: 'y',
  hex: '79',
  acl: [],
  watchers: [],
  changes: [
    change(2, 'created'),
    change(3, 'child-created', '/a/x'),
    change(4, 'child-created', '/a/y'),
    change(5, 'child-deleted', '/a/x'),
    change(6, 'data'),
  ],
  counts: { created: 1, data: 1, acl: 0, 'child-created': 2, 'child-deleted': 1 },
  complete: true,
};

const keys = (field: StatField, of: ZnodeView) =>
  storyOf(field, of).sentences.map(({ key }) => key);
const counters = (field: StatField, of: ZnodeView) =>
  storyOf(field, of).changes.map((one) => one.zxid.counter);

describe('why a field is what it is', () => {
  it('counts children created and deleted for cversion, and lists the transactions', () => {
    const { sentences, changes, more } = storyOf('cversion', node);
    expect(sentences).toEqual([
      { key: 'cversion.times', values: { created: 2, deleted: 1, cversion: 3 } },
    ]);
    expect(changes.map(({ path }) => path)).toEqual(['/a/x', '/a/y', '/a/x']);
    expect(more).toBe(0);
  });

  it('always adds up', () => {
    for (const [creates, numChildren] of [
      [0, 0],
      [5, 2],
      [7, 7],
    ] as const) {
      const cversion = creates * 2 - numChildren;
      const values = storyOf('cversion', { ...node, creates, numChildren, cversion }).sentences[0]
        ?.values;
      expect(Number(values?.['created']) + Number(values?.['deleted'])).toBe(cversion);
    }
  });

  it('says of the root that its first child was never counted', () => {
    const root = { ...node, path: '/', creates: 0, numChildren: 1, cversion: -1 };
    expect(keys('cversion', root)).toEqual(['cversion.given']);
    expect(keys('numChildren', root)).toEqual(['numChildren.given']);
  });

  it('names the newest change for mzxid and pzxid, and why the two differ', () => {
    expect(counters('mzxid', node)).toEqual([6]);
    expect(counters('pzxid', node)).toEqual([5]);
    expect(keys('pzxid', node)).toEqual(['pzxid.child', 'pzxid.differs']);
    const fresh = { ...node, mzxid: zxid(2), pzxid: zxid(2), changes: [change(2, 'created')] };
    expect(keys('mzxid', fresh)).toEqual(['mzxid.neverSet']);
    expect(keys('pzxid', fresh)).toEqual(['pzxid.noChild']);
    expect(counters('pzxid', fresh)).toEqual([2]);
  });

  it('tells who or what ends a node', () => {
    const owned = (kind: ZnodeView['kind']) => keys('ephemeralOwner', { ...node, kind });
    expect(owned('persistent')).toEqual(['ephemeralOwner.persistent']);
    expect(owned('ephemeral')).toEqual(['ephemeralOwner.session']);
    expect(owned('container')).toEqual(['ephemeralOwner.container']);
    expect(owned('ttl')).toEqual(['ephemeralOwner.ttl']);
  });

  it('counts bytes, and says when they are more than letters', () => {
    expect(keys('dataLength', node)).toEqual(['dataLength.ascii']);
    expect(
      storyOf('dataLength', { ...node, text: '数据', hex: 'e695b0e68dae', dataLength: 6 })
        .sentences,
    ).toEqual([{ key: 'dataLength.utf8', values: { bytes: 6, letters: 2 } }]);
    expect(keys('dataLength', { ...node, dataLength: 9000 })).toEqual(['dataLength.long']);
    expect(keys('dataLength', { ...node, text: null, dataLength: 0 })).toEqual(['dataLength.none']);
  });

  it('admits it when the log does not go back so far', () => {
    const counts = { ...node.counts, created: 0, 'child-created': 0 };
    const lost = { ...node, changes: node.changes.slice(3), counts, complete: false };
    expect(keys('cversion', lost)).toEqual(['cversion.times', 'older']);
    expect(keys('czxid', lost)).toEqual(['czxid.made', 'older']);
    // The newest change is all that mzxid needs.
    expect(keys('mzxid', lost)).toEqual(['mzxid.set']);
    expect(
      storyOf('cversion', { ...node, counts: { ...node.counts, 'child-created': 40 } }).more,
    ).toBe(38);
  });

  it('has a story for every field', () => {
    for (const field of STAT_ROWS.flat()) expect(storyOf(field, node).sentences).not.toEqual([]);
  });
});

describe('bytes', () => {
  it('stand in lines with their offsets and what ASCII makes of them', () => {
    expect(bytesLines('')).toEqual([]);
    expect(bytesLines('61620a63646566676869')).toEqual([
      { offset: '0000', bytes: '61 62 0a 63 64 65 66 67', letters: 'ab·cdefg' },
      { offset: '0008', bytes: '68 69', letters: 'hi' },
    ]);
  });
});

describe('permissions', () => {
  it('read as zkCli prints them', () => {
    expect(permsText(31)).toBe('cdrwa');
    expect(permsText(1)).toBe('r');
    expect(permsText(0)).toBe('');
  });
});
