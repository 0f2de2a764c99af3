/** Rules of a leader that no schedule comes to soon. */
import { describe, expect, it } from 'vitest';
import { World } from '../kernel/world.ts';
import { propose } from '../zookeeper/quorum/broadcast.ts';
import { leadingOf } from '../protocols/election/leader.ts';
import { edit as editPeer } from '../protocols/election/server.ts';
import type { Server as Peer } from '../protocols/election/server.ts';
import { answerOf } from '../zookeeper/four-letter/answer.ts';
import { hasRolledOver, tick } from '../zookeeper/quorum/handler.ts';
import { peerOf } from '../zookeeper/quorum/place.ts';
import type { Server } from '../zookeeper/server/server.ts';
import type { ServerEvent } from '../zookeeper/server/events.ts';
import { edit } from '../zookeeper/server/server.ts';
import { ephemeralsOf } from '../zookeeper/tree/data-tree.ts';
import { watchCount } from '../zookeeper/watches/watches.ts';
import { clientIn, serverIn } from './member.ts';
import { ensembleModel } from './quorum-model.ts';

/** As if each learner had answered a ping just now. */
function heardAt(s: Pick<Server, 'peer'>, now: number): Peer {
  const peer = editPeer(peerOf(s));
  const { learners, ...rest } = leadingOf(peerOf(s));
  peer.leading = { ...rest, learners: learners.map((each) => ({ ...each, heardAt: now })) };
  return peer;
}

describe('a leader', () => {
  /** Three servers that serve, and the one that leads. */
  const leading = () => {
    const servers = [{ sid: 1 }, { sid: 2 }, { sid: 3 }];
    const world = new World(ensembleModel({ servers, clients: [] }), 1);
    world.intervene({ kind: 'start', pids: [1, 2, 3] }, 0);
    while (world.advance(10_000_000));
    const leader = world.processes
      .map(({ s }) => serverIn(s))
      .find((s) => s?.role?.kind === 'leader');
    if (leader?.role?.kind !== 'leader') throw new TypeError('nobody leads');
    return { leader, role: leader.role, learners: leadingOf(peerOf(leader)).learners };
  };

  it('sends a follower away that takes longer than syncLimit to log a proposal, though it answers pings', () => {
    const { leader, role, learners } = leading();
    const [slow, other] = learners;
    if (slow === undefined || other === undefined) throw new TypeError('nobody follows');
    const closedAt = (now: number): number[] => {
      const closed: number[] = [];
      const next = edit(leader);
      const sent = { zxid: { epoch: 1, counter: 1 }, at: 10_000_000 };
      next.role = { ...role, awaited: new Map([[slow.connection, { current: sent, next: null }]]) };
      next.peer = heardAt(next, now);
      const nothing = (): void => {};
      const close = (connection: number): unknown => closed.push(connection);
      tick(next, { io: { now, close, send: nothing, stop: nothing, explaining: false } } as never);
      expect(leadingOf(peerOf(next)).learners).toHaveLength(2 - closed.length);
      return closed;
    };
    // syncLimit is 5 ticks of 2 s.
    expect(closedAt(19_999_999)).toEqual([]);
    expect(closedAt(20_000_000)).toEqual([slow.connection]);
  });

  it('begins a new epoch when no zxid of this one is left', () => {
    const { leader } = leading();
    const next = edit(leader);
    const zxid = { epoch: leader.tree.lastZxid.epoch, counter: 0xffff_ffff };
    const txn = {
      session: '0x1',
      cxid: 1,
      zxid,
      time: 0,
      body: { type: 'delete', path: '/a' },
      digest: null,
    } as const;
    const job = {
      number: 0,
      connection: 0,
      owner: 1,
      session: '0x1',
      cxid: 1,
      request: { op: 'delete', path: '/a', version: -1 },
      ids: [],
      created: 0,
      txn,
      err: null,
    } as const;
    propose(next, { io: { now: 0 } } as ServerEvent, job);
    expect(next.role).toMatchObject({ kind: 'leader', rolledOver: true, outstanding: [] });
    expect(hasRolledOver(next)).toBe(true);
  });

  it('answers a sync by the connection that it came by, though an earlier one of that server has not ended', () => {
    const { leader, learners } = leading();
    const [newest] = learners;
    if (newest === undefined) throw new TypeError('nobody follows');
    const answeredBy = (handler: number): number[] => {
      const next = edit(leader);
      const peer = editPeer(peerOf(leader));
      const earlier = { ...newest, connection: 1000 };
      peer.leading = { ...leadingOf(peerOf(leader)), learners: [earlier, ...learners] };
      next.peer = peer;
      const sent: number[] = [];
      const io = { now: 0, explaining: false, send: (to: number): unknown => sent.push(to) };
      propose(next, { io } as never, {
        number: 0,
        connection: 0,
        owner: newest.sid,
        session: '0x1',
        cxid: 1,
        request: { op: 'sync', path: '/a' },
        ids: [],
        created: 0,
        txn: null,
        err: null,
        handler,
      });
      return sent;
    };
    expect(answeredBy(newest.connection)).toEqual([newest.connection]);
    expect(answeredBy(1000)).toEqual([1000]);
    // The handler has ended meanwhile.
    expect(answeredBy(1001)).toEqual([]);
  });
});

it('with leaderServes=no a leader sends clients away, and four-letter words say that nobody serves', () => {
  const servers = [{ sid: 1 }, { sid: 2 }, { sid: 3 }];
  const clients = [3, 1].map((sid, index) => ({ id: 101 + index, servers: [sid] }));
  const cfg = { '4lw.commands.whitelist': '*' };
  const world = new World(ensembleModel({ servers, clients, cfg }, { leaderServes: false }), 1);
  world.intervene({ kind: 'start', pids: [1, 2, 3] }, 0);
  while (world.advance(10_000_000));
  world.intervene({ kind: 'start', pids: [101, 102] }, world.time);
  while (world.advance(20_000_000));
  const [leader, follower] = [3, 1].map((sid) => serverIn(world.process(sid).s));
  if (!leader || !follower) throw new TypeError('they do not run');
  expect([leader.peer?.state, leader.connections.length, follower.connections.length]).toEqual([
    'LEADING',
    0,
    1,
  ]);
  const said = (s: Server) =>
    ['srvr', 'isro', 'ruok'].map((word) => answerOf(s, word, world.time).split('\n')[0]);
  expect(said(leader)).toEqual([
    'This ZooKeeper instance is not currently serving requests',
    'null',
    'imok',
  ]);
  expect(said(follower).slice(1)).toEqual(['rw', 'imok']);
});

it('a client that is moved by hand keeps its session, its ephemeral nodes and its watches', () => {
  const servers = [{ sid: 1 }, { sid: 2 }, { sid: 3 }];
  const lines = ['create -e /mine x', 'get -w /mine', 'create /other'];
  const clients = [{ id: 101, servers: [1, 2], inOrder: true, lines }];
  const world = new World(ensembleModel({ servers, clients }), 1);
  world.intervene({ kind: 'start', pids: [1, 2, 3] }, 0);
  while (world.advance(10_000_000));
  world.intervene({ kind: 'start', pids: [101] }, world.time);
  while (world.advance(15_000_000));
  const where = (): (number | string)[] => {
    const client = clientIn(world.process(101).s);
    const served = servers
      .map(({ sid }) => sid)
      .filter((sid) => serverIn(world.process(sid).s)?.connections.length === 1);
    return [...served, client?.handle?.state ?? '', client?.handle?.session ?? ''];
  };
  const before = where();
  const move = (server: number): void => {
    world.intervene({ kind: 'input', pid: 101, name: 'MOVE', data: { server } }, world.time);
    const until = world.time + 5_000_000;
    while (world.advance(until));
  };
  expect(before.slice(0, 2)).toEqual([1, 'CONNECTED']);
  move(2);
  expect(where()).toEqual([2, ...before.slice(1)]);
  // Its connect string does not name server 3.
  move(3);
  expect(where()).toEqual([2, ...before.slice(1)]);
  move(1);
  expect(where()).toEqual(before);
  const tree = serverIn(world.process(3).s)?.tree;
  expect(tree && ephemeralsOf(tree, String(before[2]))).toEqual(['/mine']);
  expect(clientIn(world.process(101).s)?.handle?.watches.data.has('/mine')).toBe(true);
  const there = serverIn(world.process(1).s);
  expect(there && watchCount(there.watches)).toBe(1);
});
