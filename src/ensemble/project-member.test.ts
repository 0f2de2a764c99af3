/** What a frame says of an ensemble, while a write is under way and after a leader has died. */
import { describe, expect, it } from 'vitest';
import { World } from '../kernel/world.ts';
import { Reader, Writer } from '../view/packing.ts';
import { packed } from '../view/packed/zookeeper.ts';
import type { MemberView } from '../view/zookeeper-member.ts';
import type { ZooKeeperDetail } from '../view/zookeeper.ts';
import { zxidText } from '../view/zxid.ts';
import { zookeeperDetail } from './project.ts';
import { ensembleModel } from './quorum-model.ts';

const ALPHA = 101;
const BETA = 102;
const MS = 1000;
const NEVER = 30_000 * MS;

/** S1, S2 and S3, who leads, the observer S4; α at the leader or where it is said, β at S1. */
class Played {
  private readonly model;
  private readonly world;

  constructor(alpha: number, more: object = {}) {
    this.model = ensembleModel(
      {
        servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }, { sid: 4, observer: true }],
        clients: [
          { id: ALPHA, program: 'api', servers: [alpha] },
          { id: BETA, program: 'api', servers: [1] },
        ],
        tree: [{ path: '/a', data: '0' }],
      },
      { observers: [4], ...more },
    );
    this.world = new World(this.model, 1);
    this.do({ kind: 'start', pids: [1, 2, 3, 4] });
    this.until(() => this.detail.servers.every(({ member }) => member?.serving === true));
    this.do({ kind: 'start', pids: [ALPHA, BETA] });
    this.until(() => this.detail.clients.every(({ state }) => state === 'CONNECTED'));
    this.settle();
  }

  get detail(): ZooKeeperDetail {
    return zookeeperDetail(this.model, this.world);
  }

  member(pid: number): MemberView {
    const member = this.detail.servers.find((server) => server.pid === pid)?.member;
    if (member === undefined || member === null) throw new Error(`S${pid} is no member`);
    return member;
  }

  do(what: Parameters<typeof this.world.intervene>[0]): void {
    this.world.intervene(what);
  }

  asks(pid: number, request: object): void {
    const text = JSON.stringify({ kind: 'request', request });
    this.do({ kind: 'input', pid, name: 'LINE', data: { text } });
  }

  writes(pid: number, data: string): void {
    this.asks(pid, { op: 'setData', path: '/a', data, version: -1 });
  }

  until(done: () => boolean): void {
    const limit = this.world.time + NEVER;
    while (!done()) if (!this.world.advance(limit)) throw new Error('it never came to this');
  }

  settle(ms = 50): void {
    const limit = this.world.time + ms * MS;
    while (this.world.advance(limit));
  }

  answerOf(pid: number) {
    return this.detail.clients.find((client) => client.pid === pid)?.asked?.answer ?? null;
  }
}

const texts = (cells: readonly { readonly zxid: Parameters<typeof zxidText>[0] }[]): string[] =>
  cells.map(({ zxid }) => zxidText(zxid));

describe('the frame of an ensemble', () => {
  it('says who votes, who leads, and what each learner was told', () => {
    const played = new Played(3);
    expect(played.detail.ensemble).toEqual({
      voters: [1, 2, 3],
      observers: [4],
      quorum: 2,
      weights: [],
      established: { leader: 3, epoch: 1 },
    });
    const [follower, leader, observer] = [1, 3, 4].map((pid) => played.member(pid));
    expect([follower?.leader, follower?.sync, follower?.phase]).toEqual([3, 'DIFF', 'BROADCAST']);
    expect([leader?.leader, leader?.sync, leader?.currentEpoch]).toEqual([3, null, 1]);
    expect([observer?.observer, observer?.leader]).toEqual([true, 3]);
    expect(
      leader?.handlers
        .map(({ sid, state }) => `${sid} ${state}`)
        .toSorted((a, b) => (a < b ? -1 : 1)),
    ).toEqual(['1 serving', '2 serving', '4 serving']);
    expect(follower?.handlers).toEqual([]);
  });

  it('counts groups and their weights where the file names some', () => {
    const groups = { groups: [[1, 2], [3]], weights: new Map([[1, 2]]) };
    const { ensemble } = new Played(3, { groups }).detail;
    expect(ensemble?.quorum).toBe(0);
    expect(ensemble?.weights).toEqual([
      { sid: 1, group: 0, weight: 2 },
      { sid: 2, group: 0, weight: 1 },
      { sid: 3, group: 1, weight: 1 },
    ]);
  });

  it('follows a write from proposal to commit, server by server', () => {
    const played = new Played(1);
    const before = played.member(1);
    played.writes(ALPHA, '1');
    played.until(() => played.member(3).outstanding.length > 0);
    const [proposal] = played.member(3).outstanding;
    expect([zxidText(proposal?.zxid ?? before.logged), proposal?.acks]).toEqual(['1·3', []]);
    const waits = played.detail.servers[0]?.stages.find(({ stage }) => stage === 'commit');
    expect(waits?.jobs.map(({ op }) => op)).toEqual(['setData']);
    played.until(() => played.member(3).outstanding[0]?.acks.length === 1);
    expect(zxidText(played.member(3).committed)).toBe('1·2');
    played.until(() => zxidText(played.member(3).committed) === '1·3');
    // The one that has not heard of it yet has it in its log alone.
    const learner = [1, 2].find((pid) => zxidText(played.member(pid).logged) === '1·3') ?? 0;
    expect(zxidText(played.member(learner).committed)).toBe('1·2');
    played.settle();
    for (const pid of [1, 2, 3, 4]) expect(zxidText(played.member(pid).committed)).toBe('1·3');
    const after = played.member(1);
    expect([after.writes, after.forwarded, after.reads].map(Number)).toEqual([
      before.writes + 1,
      before.forwarded + 1,
      before.reads,
    ]);
    expect(played.member(3).outstanding).toEqual([]);
  });

  it('remembers what a new leader cut off, and what was known to be committed', () => {
    const played = new Played(3);
    played.do({
      kind: 'partition',
      groups: [
        [1, 2, 4, BETA],
        [3, ALPHA],
      ],
      oneWay: false,
    });
    played.writes(ALPHA, 'lost');
    played.until(() => zxidText(played.member(3).logged) === '1·3');
    played.do({ kind: 'kill', pid: 3 });
    expect(zxidText(played.member(3).committed)).toBe('1·2');
    played.do({ kind: 'heal' });
    played.until(() => played.detail.ensemble?.established?.epoch === 2);
    expect(played.detail.ensemble?.established?.leader).toBe(2);
    played.do({ kind: 'start', pids: [3] });
    played.until(() => played.member(3).sync !== null);
    expect(played.member(3).sync).toBe('TRUNC');
    expect(texts(played.member(3).truncated)).toEqual(['1·3']);
    expect(zxidText(played.member(3).logged)).toBe('1·2');
    const out = new Writer();
    packed.write(out, played.detail);
    expect(packed.read(new Reader().open(out.take()))).toEqual(played.detail);
  });

  it('remembers what went with the power', () => {
    const played = new Played(3);
    played.do({ kind: 'disk-latency', pid: 1, latency: { kind: 'fixed', us: 10_000 * MS } });
    played.writes(ALPHA, '1');
    played.until(() => zxidText(played.member(1).logged) === '1·3');
    played.do({ kind: 'power-off', pid: 1 });
    expect(texts(played.member(1).truncated)).toEqual(['1·3']);
    played.do({ kind: 'disk-latency', pid: 1, latency: null });
    played.do({ kind: 'start', pids: [1] });
    played.until(() => played.member(1).serving);
    played.settle();
    // Its leader has sent it again.
    expect(zxidText(played.member(1).logged)).toBe('1·3');
    expect(played.member(1).truncated).toEqual([]);
  });

  it('marks a read that a server answered without what another one had delivered', () => {
    const played = new Played(3);
    const slow = { kind: 'latency', from: 3, to: 1, latency: { kind: 'fixed', us: 500 * MS } };
    played.do(slow as Parameters<typeof played.do>[0]);
    played.writes(ALPHA, '1');
    played.until(() => played.answerOf(ALPHA) !== null);
    const read = { op: 'getData', path: '/a', watch: false };
    played.asks(BETA, read);
    played.until(() => played.answerOf(BETA) !== null);
    const stale = played.answerOf(BETA);
    expect([zxidText(stale?.zxid ?? { epoch: 0, counter: 0 }), stale?.behind]).toEqual([
      '1·2',
      { epoch: 1, counter: 3 },
    ]);
    played.settle(2000);
    played.asks(BETA, read);
    played.settle();
    expect(played.answerOf(BETA)?.behind).toBe(null);
    // Of another node nothing was missed.
    played.writes(ALPHA, '2');
    played.until(() => played.answerOf(ALPHA)?.zxid.counter === 4);
    played.asks(BETA, { ...read, path: '/' });
    played.settle(20);
    expect(played.answerOf(BETA)?.behind).toBe(null);
    expect(played.member(1).reads).toBeGreaterThan(2);
  });
});
