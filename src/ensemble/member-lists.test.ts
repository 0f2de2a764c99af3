/** Files that do not list the same servers: what a real 3.8.0 did with them. */
import { describe, expect, it } from 'vitest';
import { World } from '../kernel/world.ts';
import type { ZooKeeperSetup } from '../view/zookeeper-setup.ts';
import { answerOf } from '../zookeeper/four-letter/answer.ts';
import { serves } from '../zookeeper/quorum/place.ts';
import type { Server } from '../zookeeper/server/server.ts';
import { serverIn } from './member.ts';
import { ensembleModel } from './quorum-model.ts';

const SECOND = 1_000_000;
const cfg = { '4lw.commands.whitelist': '*' };

const begun = (servers: ZooKeeperSetup['servers']) => {
  const world = new World(ensembleModel({ servers, ensemble: {}, clients: [], cfg }), 1);
  const pass = (seconds: number): void => {
    const end = world.time + seconds * SECOND;
    while (world.advance(end));
  };
  const server = (pid: number): Server | null => serverIn(world.process(pid).s);
  const state = (pid: number): string | undefined => server(pid)?.peer?.state;
  const said = (pid: number, word: string): readonly string[] => {
    const s = server(pid);
    return s === null ? [] : answerOf(s, word, world.time).split('\n');
  };
  const start = (pids: readonly number[]): void =>
    world.intervene({ kind: 'start', pids }, world.time);
  const kill = (pid: number): void => world.intervene({ kind: 'kill', pid }, world.time);
  const configure = (pid: number, text: string): void => {
    if (world.process(pid).running) kill(pid);
    world.intervene({ kind: 'configure', pid, text }, world.time);
    start([pid]);
  };
  return { world, pass, server, state, said, start, kill, configure };
};

describe('a server that the others do not list', () => {
  const others = [1, 2, 3].map((sid) => ({ sid, lists: [1, 2, 3] }));

  it('follows, gets all that is proposed, and is no part of any quorum', () => {
    const zk = begun([...others, { sid: 4 }]);
    zk.start([1, 2, 3]);
    zk.pass(5);
    zk.start([4]);
    zk.pass(10);
    expect([1, 2, 3, 4].map(zk.state)).toEqual(['FOLLOWING', 'FOLLOWING', 'LEADING', 'FOLLOWING']);
    // As `mntr` of a real leader told.
    expect(zk.said(3, 'mntr')).toEqual(
      expect.arrayContaining([
        'zk_synced_followers\t3',
        'zk_synced_non_voting_followers\t1',
        'zk_synced_observers\t0',
        'zk_learners\t3',
        'zk_quorum_size\t3',
      ]),
    );
    expect(zk.said(4, 'mntr')).toContain('zk_quorum_size\t4');
    for (const pid of [1, 2]) zk.kill(pid);
    zk.pass(30);
    // Two of three are gone: the fourth helps nobody, and nobody serves.
    expect([3, 4].map(zk.state)).toEqual(['LOOKING', 'LOOKING']);
    expect(zk.world.violations).toEqual([]);
  });

  it('is dialled back where its number is the smaller one, and follows just the same', () => {
    const zk = begun([{ sid: 1 }, ...[2, 3, 4].map((sid) => ({ sid, lists: [2, 3, 4] }))]);
    zk.start([2, 3, 4]);
    zk.pass(5);
    zk.start([1]);
    zk.pass(15);
    expect([1, 2, 3, 4].map(zk.state)).toEqual(['FOLLOWING', 'FOLLOWING', 'FOLLOWING', 'LEADING']);
  });

  it('is one by its file, too', () => {
    const zk = begun([1, 2, 3, 4].map((sid) => ({ sid })));
    zk.start([1, 2, 3, 4]);
    zk.pass(10);
    for (const pid of [1, 2, 3]) {
      const text = zk.server(pid)?.settings.cfgFile ?? '';
      zk.configure(pid, text.replace('server.4=zk4:2888:3888\n', ''));
      zk.pass(20);
    }
    zk.kill(4);
    zk.pass(20);
    expect([1, 2, 3].map((pid) => zk.server(pid)?.peer?.config.voters)).toEqual(
      Array.from({ length: 3 }, () => [1, 2, 3]),
    );
    // Two of three are a quorum now.
    zk.kill(1);
    zk.pass(20);
    expect([2, 3].every((pid) => serves(zk.server(pid) as Server))).toBe(true);
  });
});

it('an ensemble of one needs standaloneEnabled=false, and then leads itself', () => {
  const zk = begun([{ sid: 1 }]);
  zk.start([1]);
  zk.pass(5);
  const text = zk.server(1)?.settings.cfgFile ?? '';
  expect(text).toContain('standaloneEnabled=false\n');
  expect(zk.state(1)).toBe('LEADING');
  expect(zk.said(1, 'srvr')).toEqual(expect.arrayContaining(['Zxid: 0x100000000', 'Mode: leader']));
  // Without the line a real one would stand alone, which a member cannot do here.
  zk.configure(1, text.replace('standaloneEnabled=false\n', ''));
  zk.pass(5);
  expect(zk.server(1)).toBeNull();
});

it('the list says who votes, whatever peerType says', () => {
  const zk = begun([1, 2, 3].map((sid) => ({ sid })));
  zk.start([1, 2, 3]);
  zk.pass(5);
  const text = zk.server(1)?.settings.cfgFile ?? '';
  zk.configure(1, `peerType=observer\n${text}`);
  zk.pass(10);
  expect(zk.state(1)).toBe('FOLLOWING');
  expect(zk.said(1, 'conf')).toContain('peerType=0');
  zk.configure(1, text.replace('server.1=zk1:2888:3888', 'server.1=zk1:2888:3888:observer'));
  zk.pass(10);
  expect(zk.state(1)).toBe('OBSERVING');
  // It registered as one, so it is told what is committed, and not what is proposed.
  zk.world.intervene(
    { kind: 'input', pid: 2, name: 'FOUR_LETTER', data: { word: 'ruok' } },
    zk.world.time,
  );
  zk.pass(1);
  expect(zk.said(3, 'mntr')).toContain('zk_synced_followers\t1');
});
