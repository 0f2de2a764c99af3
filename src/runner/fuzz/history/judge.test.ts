/** What clients were told is judged; a falsified history is found out. */
import { describe, expect, it } from 'vitest';
import type { Zxid } from '../../../view/zxid.ts';
import { protocols } from '../../../scenarios/protocols.ts';
import type { ClientRequest } from '../../../zookeeper/records/requests.ts';
import type { ReplyBody } from '../../../zookeeper/records/replies.ts';
import type { Stat } from '../../../zookeeper/records/stat.ts';
import type { Txn, TxnBody } from '../../../zookeeper/records/txns.ts';
import { OPEN_ACL } from '../../../zookeeper/tree/acl-cache.ts';
import { fuzz } from '../fuzz.ts';
import type { RandomRun } from '../random-run.ts';
import { zabFuzzRun } from '../zab-run.ts';
import { judge } from './judge.ts';
import type { HeardEvent, History, Reply } from './history.ts';

const z = (counter: number): Zxid => ({ epoch: 1, counter });
const ALICE = '0xa';
const BOB = '0xb';

const txn = (counter: number, session: string, cxid: number, body: TxnBody): Txn => ({
  session,
  cxid,
  zxid: z(counter),
  time: 0,
  body,
  digest: null,
});

const made = (path: string, ephemeral = false): TxnBody => ({
  type: 'create',
  path,
  data: 'x',
  acl: OPEN_ACL,
  ephemeral,
  parentCVersion: 1,
  ttl: 0,
});

const request = (op: 'getData' | 'getChildren' | 'exists', path: string): ClientRequest => ({
  op,
  path,
  watch: false,
});

const reply = (
  session: string,
  xid: number,
  counter: number,
  asked: ClientRequest,
  body: ReplyBody,
  floor = 0,
): Reply => ({
  kind: 'reply',
  step: counter,
  client: session === ALICE ? 101 : 102,
  session,
  connection: session === ALICE ? 1 : 2,
  request: asked,
  xid,
  result: { err: 'OK', body, zxid: z(counter) },
  floor: z(floor),
  readOnly: false,
});

const stat = (czxid: number, mzxid: number, version: number): Stat => ({
  czxid: z(czxid),
  mzxid: z(mzxid),
  pzxid: z(czxid),
  ctime: 0,
  mtime: 0,
  version,
  cversion: 0,
  aversion: 0,
  ephemeralOwner: '0x0',
  dataLength: 1,
  numChildren: 0,
});

const setA: ClientRequest = { op: 'setData', path: '/a', data: 'y', version: -1 };
const watchA: ClientRequest = { op: 'getData', path: '/a', watch: true };
const shown = (data: string, version: number): ReplyBody => ({
  kind: 'data',
  data,
  stat: stat(1, version + 1, version),
});

const event: HeardEvent = {
  kind: 'event',
  step: 2,
  client: 102,
  session: BOB,
  connection: 2,
  event: { state: 'SyncConnected', type: 'NodeDataChanged', path: '/a' },
};

const create: ClientRequest = {
  op: 'create',
  path: '/a',
  data: 'x',
  acl: OPEN_ACL,
  mode: 'PERSISTENT',
};

/** Bob watches /a, Alice changes it; Bob hears of it and reads; Alice's ephemeral ends with her session. */
const sound: History = {
  first: [],
  txns: [
    txn(1, ALICE, 1, made('/a')),
    txn(2, ALICE, 2, { type: 'setData', path: '/a', data: 'y', version: 1 }),
    txn(3, ALICE, 3, made('/e', true)),
    txn(4, ALICE, 4, { type: 'closeSession', paths: ['/e'] }),
  ],
  heard: [
    reply(ALICE, 1, 1, create, { kind: 'path', path: '/a', stat: null }),
    reply(BOB, 1, 1, watchA, shown('x', 0)),
    reply(ALICE, 2, 2, setA, { kind: 'stat', stat: stat(1, 2, 1) }, 1),
    event,
    reply(BOB, 2, 2, request('getData', '/a'), shown('y', 1)),
    reply(BOB, 3, 3, request('getChildren', '/'), {
      kind: 'children',
      children: ['zookeeper', 'a', 'e'],
      stat: null,
    }),
  ],
  ephemerals: [
    { step: 3, server: 1, zxid: z(3), nodes: [`${ALICE} /e`] },
    { step: 4, server: 1, zxid: z(4), nodes: [] },
  ],
};

const changed = (index: number, change: (reply: Reply) => Reply): History => ({
  ...sound,
  heard: sound.heard.with(index, change(sound.heard[index] as Reply)),
});

const falsified: Readonly<Record<string, readonly [History, string]>> = {
  'a write that takes effect before one that was known to be done': [
    changed(2, (each) => ({ ...each, floor: z(2) })),
    'H-Writes-Linearizable',
  ],
  'a write that is told to be done and is none': [
    changed(2, (each) => ({ ...each, xid: 9 })),
    'H-Writes-Linearizable',
  ],
  'a create that is told another name': [
    changed(0, (each) => ({
      ...each,
      result: { ...each.result, body: { kind: 'path', path: '/b', stat: null } },
    })),
    'H-Writes-Linearizable',
  ],
  'a session that goes back in time': [
    { ...sound, heard: sound.heard.toSpliced(4, 0, sound.heard[5] as Reply) },
    'H-Session-Forward',
  ],
  'a read that does not see what was written before its zxid': [
    changed(4, (each) => ({ ...each, result: { ...each.result, body: shown('x', 1) } })),
    'H-Reads-Consistent',
  ],
  'a read of another version': [
    changed(4, (each) => ({ ...each, result: { ...each.result, body: shown('y', 0) } })),
    'H-Reads-Consistent',
  ],
  'a read that misses a node': [
    changed(4, (each) => ({ ...each, result: { ...each.result, err: 'NoNode' } })),
    'H-Reads-Consistent',
  ],
  'children without one of them': [
    changed(5, (each) => ({
      ...each,
      result: { ...each.result, body: { kind: 'children', children: ['zookeeper'], stat: null } },
    })),
    'H-Reads-Consistent',
  ],
  'an ephemeral that outlives its session': [
    { ...sound, ephemerals: [{ step: 4, server: 1, zxid: z(4), nodes: [`${ALICE} /e`] }] },
    'H-Ephemerals-With-Session',
  ],
  'an ephemeral that is gone before its session': [
    { ...sound, ephemerals: [{ step: 3, server: 1, zxid: z(3), nodes: [] }] },
    'H-Ephemerals-With-Session',
  ],
  'an event that comes after the reply that shows its change': [
    { ...sound, heard: sound.heard.with(3, sound.heard[4] as Reply).with(4, event) },
    'H-Watch-Before-Reply',
  ],
  'an event that never comes': [
    { ...sound, heard: sound.heard.toSpliced(3, 1) },
    'H-Watch-Before-Reply',
  ],
};

/** At a zxid that nobody has committed. */
const read = (readOnly: boolean): History => ({
  ...changed(4, (each) => ({
    ...each,
    readOnly,
    result: { ...each.result, zxid: z(9), body: shown('never committed', 1) },
  })),
});

describe('a history', () => {
  it('may have read what was never committed at a server without a leader, and at no other', () => {
    const alone = (of: History): History => ({ ...of, heard: of.heard.slice(0, 5) });
    expect(judge(alone(read(true)))).toBeNull();
    expect(judge(alone(read(false)))).toMatchObject({ invariant: 'H-Reads-Consistent' });
  });

  it('that is as ZooKeeper promises is found to be so', () => {
    expect(judge(sound)).toBeNull();
  });

  it.each(Object.entries(falsified))('with %s is not', (_, [history, invariant]) => {
    expect(judge(history)).toMatchObject({ invariant });
  });

  it('owes nobody an event of a watch that is gone, or of what only some may read', () => {
    const late = sound.heard.toSpliced(3, 1);
    const gone: HeardEvent = {
      ...event,
      event: { ...event.event, type: 'DataWatchRemoved' },
    };
    expect(judge({ ...sound, heard: late.toSpliced(2, 0, gone) })).toBeNull();
    const secret = [{ scheme: 'digest', id: 'u:p', perms: 31 }];
    const body = { ...made('/a'), acl: secret } as TxnBody;
    const txns = sound.txns.with(0, txn(1, ALICE, 1, body));
    expect(judge({ ...sound, txns, heard: late })).toBeNull();
    expect(judge({ ...sound, heard: late })).not.toBeNull();
  });

  it('owes no event of children to a connection whose watch has become a recursive one', () => {
    const children: ClientRequest = { op: 'getChildren', path: '/', watch: true };
    const root: ReplyBody = { kind: 'children', children: ['zookeeper', 'a'], stat: null };
    const add = (mode: 'PERSISTENT' | 'PERSISTENT_RECURSIVE'): Reply =>
      reply(BOB, 10, 1, { op: 'addWatch', path: '/', mode }, { kind: 'none' });
    const watching = (mode: 'PERSISTENT' | 'PERSISTENT_RECURSIVE'): History => ({
      ...sound,
      heard: sound.heard.toSpliced(2, 0, reply(BOB, 9, 1, children, root), add(mode)),
    });
    expect(judge(watching('PERSISTENT_RECURSIVE'))).toBeNull();
    expect(judge(watching('PERSISTENT'))).toMatchObject({ invariant: 'H-Watch-Before-Reply' });
  });

  it('with two events in the wrong order is not', () => {
    const children: ClientRequest = { op: 'getChildren', path: '/', watch: true };
    const root: ReplyBody = { kind: 'children', children: ['zookeeper', 'a'], stat: null };
    const ofRoot: HeardEvent = {
      ...event,
      event: { ...event.event, type: 'NodeChildrenChanged', path: '/' },
    };
    const two = sound.heard.toSpliced(2, 0, reply(BOB, 9, 1, children, root));
    expect(judge({ ...sound, heard: two.toSpliced(5, 0, ofRoot) })).toBeNull();
    expect(judge({ ...sound, heard: two.toSpliced(4, 0, ofRoot) })).toMatchObject({
      invariant: 'H-Watches-Ordered',
    });
  });
});

describe('a server that breaks what it promises its clients', () => {
  const { zookeeper } = protocols;
  const found = ({ violation }: RandomRun): boolean => violation !== null;

  it.each(['watch-after-reply', 'keep-ephemerals', 'expire-early', 'watch-twice'])(
    'as the member of an ensemble is found at random: %s',
    (broken) => {
      const report = fuzz(zookeeper, 100, 1, { wipes: false, broken }, found, zabFuzzRun);
      expect(report.violations).toHaveLength(1);
    },
    60_000,
  );
});
