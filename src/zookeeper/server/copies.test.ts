/**
 * Records that rules copy at nearly every step are copied field by field. A field that is added to one of them
 * and left out of its copy would be lost: these name them all, which the compiler holds.
 */
import { describe, expect, it } from 'vitest';
import { editLeading, editLearner } from '../../protocols/election/server.ts';
import type { Leading, LearnerView } from '../../protocols/election/server.ts';
import { editLeaderRole, editLearnerRole, newLeader, newLearner } from '../quorum/role.ts';
import type { LeaderRole, LearnerRole } from '../quorum/role.ts';
import { editTree, emptyTree } from '../tree/data-tree.ts';
import { written } from '../tree/node.ts';
import type { DataNode } from '../tree/node.ts';
import { editJob } from './job.ts';
import type { Job } from './job.ts';
import { cnxnIn, edit, edited, Server } from './server.ts';
import type { Cnxn } from './server.ts';
import { counting, noStats } from './stats.ts';
import type { Stats } from './stats.ts';

const zxid = { epoch: 1, counter: 2 };

const learner: Required<LearnerView> = {
  sid: 2,
  connection: 7,
  stage: 'serving',
  acceptedEpoch: 1,
  currentEpoch: 1,
  zxid,
  heardAt: 5,
  deadline: 6,
  acked: zxid,
  type: 'observer',
};

const leading: Required<Leading> = {
  summary: { currentEpoch: 1, zxid },
  epoch: 2,
  epochFixed: true,
  learners: [learner],
  connecting: [2],
  epochAcks: [],
  newLeaderAcks: [1],
  tick: 3,
  tickSkip: false,
};

const ofLearner: Required<LearnerRole> = { ...newLearner, upgrading: ['0x1'], older: 3 };
const ofLeader: Required<LeaderRole> = { ...newLeader, rolledOver: true };

const job: Required<Job> = {
  number: 1,
  connection: 2,
  owner: 3,
  session: '0x1',
  cxid: 4,
  request: { op: 'ping' },
  ids: [],
  created: 5,
  txn: null,
  err: 'NoNode',
  local: true,
  handler: 5,
};

const stats: Required<Stats> = { ...noStats(3), slowSyncs: 4 };

const cnxn: Required<Cnxn> = {
  id: 1,
  peer: 101,
  address: '10.0.0.1',
  port: 40_001,
  session: '0x1',
  timeout: 4000,
  ready: true,
  ids: [],
  established: 1,
  expires: 2,
  received: 3,
  sent: 4,
  outstanding: 5,
  unread: [],
  last: { op: 'PING', cxid: 1, zxid, response: 2 },
  latency: { last: 1, least: 1, most: 2, total: 3, count: 2 },
};

/** With their order, which digests go by. */
const fieldsOf = (record: object): [string, unknown][] => Object.entries(record);

describe('a copy to be changed has every field of', () => {
  it.each([
    ['a learner', learner, editLearner(learner)],
    ['a leader’s election', leading, editLeading(leading)],
    ['a learner’s role', ofLearner, editLearnerRole(ofLearner)],
    ['a leader’s role', ofLeader, editLeaderRole(ofLeader)],
    ['a request', job, editJob(job)],
    ['the figures', { ...stats, sent: 1 }, counting(stats, 'sent')],
    ['a connection', cnxn, cnxnIn({ connections: [cnxn] } as unknown as Server, cnxn)],
    ['a tree', emptyTree, editTree(emptyTree)],
  ])('%s', (_name, record, copy) => {
    expect(copy).not.toBe(record);
    expect(fieldsOf(copy)).toEqual(fieldsOf(record));
  });

  it('a node, but for what is written', () => {
    const node: DataNode = emptyTree.root;
    const same = { data: node.data, version: node.version, mzxid: node.mzxid, mtime: node.mtime };
    expect(fieldsOf(written('', node, same))).toEqual(fieldsOf(node));
  });
});

describe('what a rule has made of a server', () => {
  const server = new Server(Object.fromEntries([['jobs', 1]]) as unknown as Server);

  it('is the server itself when nothing of it has changed', () => {
    expect(edited(edit(server), server)).toBe(server);
  });

  it.each(Object.keys(server).filter((name) => name !== 'settings' && name !== 'pid'))(
    'is another one when its %s has changed',
    (name) => {
      const next = edit(server);
      Object.assign(next, { [name]: { other: name } });
      expect(edited(next, server)).toBe(next);
    },
  );
});
