import { describe, expect, it } from 'vitest';
import { Recorder } from '../kernel/recorder.ts';
import { World } from '../kernel/world.ts';
import type { ZooKeeperEnsembleSetup } from '../view/zookeeper-setup.ts';
import { peerOf } from '../zookeeper/quorum/place.ts';
import type { Server } from '../zookeeper/server/server.ts';
import { serverIn } from './member.ts';
import { ensembleModel } from './quorum-model.ts';

describe('the file of a member', () => {
  const servers = [{ sid: 1 }, { sid: 2 }, { sid: 3 }, { sid: 4, observer: true }];
  const cfg = { '4lw.commands.whitelist': '*' };
  const started = (ensemble: ZooKeeperEnsembleSetup) => {
    const setup = { servers, ensemble, clients: [], cfg };
    const world = new World(ensembleModel(setup), 1);
    world.intervene({ kind: 'start', pids: [1, 2, 3, 4] }, 0);
    while (world.advance(10_000_000));
    return world;
  };
  const again = (world: ReturnType<typeof started>, pid: number, text: string) => {
    if (world.process(pid).running) world.intervene({ kind: 'stop', pid }, world.time);
    world.intervene({ kind: 'configure', pid, text }, world.time);
    world.intervene({ kind: 'start', pids: [pid] }, world.time);
    const end = world.time + 10_000_000;
    while (world.advance(end));
    return serverIn(world.process(pid).s);
  };

  it('lists the members with their roles, groups and weights, and the limits', () => {
    const world = started({ syncLimit: 3, groups: [[1, 2], [3]], weights: { 2: 0 } });
    const text = serverIn(world.process(4).s)?.settings.cfgFile ?? '';
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        'syncLimit=3',
        'peerType=observer',
        'server.1=zk1:2888:3888',
        'server.4=zk4:2888:3888:observer',
        'group.1=1:2',
        'group.2=3',
        'weight.2=0',
      ]),
    );
  });

  it('is obeyed at the next start: limits, groups, weights, and whether a leader serves', () => {
    const world = started({});
    const text = serverIn(world.process(1).s)?.settings.cfgFile ?? '';
    const more = `${text.replace('syncLimit=5', 'syncLimit=2')}leaderServes=no\ngroup.1=1:2:3\nweight.3=4\n`;
    const server = again(world, 1, more);
    expect(server?.settings).toMatchObject({ leaderServes: false });
    expect(peerOf(server as Server).config).toMatchObject({
      syncLimit: 2,
      groups: { groups: [[1, 2, 3]], weights: new Map([[3, 4]]) },
    });
    expect(server?.peer?.state).toBe('FOLLOWING');
  });

  it('sets what else an election and a leader go by, until another file says nothing of it', () => {
    const world = started({});
    const text = serverIn(world.process(1).s)?.settings.cfgFile ?? '';
    const lines = [
      'commitLogCount=700',
      'snapshotSizeFactor=0.1',
      'preAllocSize=64',
      'connectToLearnerMasterLimit=2',
      'cnxTimeout=300',
      'fastleader.minNotificationInterval=50',
      'fastleader.maxNotificationInterval=150',
    ];
    const server = again(world, 1, `${text}${lines.join('\n')}\n`) as Server;
    expect(server.settings.cfg).toMatchObject({
      commitLogCount: 700,
      snapshotSizeFactor: 0.1,
      preAllocSize: 64,
    });
    const times = { dialling: 300_000, firstWait: 50_000, longestWait: 150_000 };
    expect(peerOf(server).config).toMatchObject({ connectTimeout: 4_000_000, times });
    // Alone it looks for others, waiting longer and longer.
    for (const pid of [2, 3, 4]) world.intervene({ kind: 'crash', pid, inOrder: true }, world.time);
    const waits = new Set<number>();
    const end = world.time + 5_000_000;
    while (world.advance(end)) {
      const { state, election, links } = peerOf(serverIn(world.process(1).s) as Server);
      if (state === 'LOOKING') waits.add(election.notTimeout);
      for (const { dialling } of links) expect(dialling).toBeLessThanOrEqual(world.time + 300_000);
    }
    expect([...waits]).toEqual([50_000, 100_000, 150_000]);
    const plain = again(world, 1, text) as Server;
    expect(peerOf(plain).config).not.toHaveProperty('times');
    expect(peerOf(plain).config).toMatchObject({ connectTimeout: 20_000_000 });
    expect(plain.settings.cfg).not.toHaveProperty('commitLogCount');
  });

  it('that is another ensemble’s, or nobody’s, ends it at once', () => {
    const world = started({});
    const text = serverIn(world.process(1).s)?.settings.cfgFile ?? '';
    const recorder = new Recorder(world.model);
    world.recorder = recorder;
    for (const wrong of [
      text.replace(/server\..*\n/gu, ''),
      text.replace('server.2=zk2:2888:3888\n', ''),
      text.replace(/server\.[134]=.*\n/gu, ''),
      `${text}server.9=zk9:2888:3888\n`,
    ]) {
      expect(again(world, 2, wrong)).toBeNull();
    }
    const told = recorder.records.flatMap(({ facts }) =>
      facts.flatMap(({ rule, pid, data }) =>
        rule === 'start-failed' ? [[pid, data['members']]] : [],
      ),
    );
    // No list at all, its own number missing, one server alone, and one that there is not.
    expect(told).toEqual([
      [2, '1, 2, 3, 4'],
      [2, null],
      [2, null],
      [2, '1, 2, 3, 4'],
    ]);
    expect(again(world, 2, text)?.peer?.state).toBe('FOLLOWING');
  });
});
