/** A write that is torn, a disk that stalls, a clock that jumps. */
import { describe, expect, it } from 'vitest';
import type { Call } from '../../clients/calls.ts';
import { doneIn } from '../../ensemble/member.ts';
import type { Member } from '../../ensemble/member.ts';
import { zxidText } from '../../view/zxid.ts';
import type { Disk } from '../../zookeeper/server/disk.ts';
import { logLength, txnAt } from '../../zookeeper/server/disk.ts';
import { OPEN_ACL } from '../../zookeeper/tree/acl-cache.ts';
import { nodeAt } from '../../zookeeper/tree/data-tree.ts';
import { Driver } from './testing/driver.ts';

const A = 101;
const SERVER = 1;

const create = (path: string): Call => ({
  kind: 'request',
  request: { op: 'create', path, data: 'x', acl: OPEN_ACL, mode: 'PERSISTENT' },
});

/** A server whose disk takes 5 ms, with a client that is connected. */
function lab(ensemble = false): Driver {
  const servers = ensemble ? [1, 2, 3] : [SERVER];
  const driver = new Driver(
    {
      servers: servers.map((sid) => ({ sid })),
      clients: [{ id: A, program: 'api', timeoutMs: 10_000, servers: [servers.at(-1) ?? 0] }],
      ...(ensemble && { ensemble: { initLimit: 5, syncLimit: 2 } }),
    },
    { latency: { kind: 'fixed', us: 500 }, diskLatency: { kind: 'fixed', us: 5000 } },
  );
  driver.until({ state: { pid: A, is: 'CONNECTED' } });
  driver.settle();
  return driver;
}

const diskOf = (driver: Driver, pid: number): Disk => driver.run.world.process(pid).disk as Disk;

describe('a write that is torn', () => {
  /** Four writes that one sync is to bring to the disk, and the power that goes before it does. */
  function cut(torn: boolean): Driver {
    const driver = lab();
    driver.enter(A, JSON.stringify(['/a', '/b', '/c', '/d'].map(create)));
    while (driver.server(SERVER).unflushed.length < 3) driver.run.step();
    while (!driver.run.world.live().some(({ type }) => type === 'FLUSHED')) driver.run.step();
    driver.do({ kind: 'power-off', pid: SERVER, torn });
    return driver;
  }
  const paths = ['/a', '/b', '/c', '/d'];
  const found = (driver: Driver): string[] =>
    paths.filter((path) => nodeAt(driver.server(SERVER).tree, path) !== undefined);

  it('leaves what had reached the disk before the tear, and a start reads up to there', () => {
    const [whole, torn] = [cut(false), cut(true)];
    const kept = logLength(diskOf(whole, SERVER));
    expect(logLength(diskOf(torn, SERVER))).toBeGreaterThan(kept);
    for (const driver of [whole, torn]) {
      driver.do({ kind: 'start', pids: [SERVER] });
      driver.settle();
    }
    expect(found(torn).length).toBeGreaterThan(found(whole).length);
    expect(found(torn).length).toBeLessThan(paths.length);
    expect(torn.run.world.violations).toEqual([]);
  });

  it('is followed by a new file: nothing is appended behind a tear', () => {
    const driver = cut(true);
    const before = diskOf(driver, SERVER).files.length;
    driver.do({ kind: 'start', pids: [SERVER] });
    driver.until({ state: { pid: A, is: 'CONNECTING' } });
    driver.until({ state: { pid: A, is: 'CONNECTED' } });
    driver.call(A, create('/later'));
    const { files } = diskOf(driver, SERVER);
    expect(files.length).toBe(before + 1);
    const last = txnAt(diskOf(driver, SERVER), logLength(diskOf(driver, SERVER)) - 1);
    expect(last?.body).toMatchObject({ type: 'create', path: '/later' });
  });
});

describe('a disk that stalls', () => {
  it('is told of by its server in the words of a real one, and counted', () => {
    const driver = lab();
    driver.do({ kind: 'disk-latency', pid: SERVER, latency: { kind: 'fixed', us: 1_500_000 } });
    const slow: number[] = [];
    driver.make(A, create('/a'));
    for (let steps = 0; steps < 200 && driver.run.step(); steps++)
      for (const done of doneIn(driver.run.world))
        if (done.kind === 'slow-sync') slow.push(done.ms);
    expect(slow).toEqual([1500]);
    expect(driver.server(SERVER).stats.slowSyncs).toBe(1);
    expect(driver.run.world.process(SERVER).s as Member).toBe(driver.server(SERVER));
  });

  it.each([
    [2000, 1500, []],
    [20, 21, [21]],
    [20, 20, []],
  ])('is told of from fsync.warningthresholdms on: %d, %d ms', (most, ms, told) => {
    const driver = lab();
    const text = `dataDir=/d\nclientPort=2181\nfsync.warningthresholdms=${most}\n`;
    driver.do({ kind: 'configure', pid: SERVER, text });
    driver.do({ kind: 'stop', pid: SERVER });
    driver.do({ kind: 'start', pids: [SERVER] });
    driver.until({ state: { pid: A, is: 'CONNECTING' } });
    driver.until({ state: { pid: A, is: 'CONNECTED' } });
    driver.settle();
    const us = ms * 1000 + 999;
    driver.do({ kind: 'disk-latency', pid: SERVER, latency: { kind: 'fixed', us } });
    const slow: number[] = [];
    driver.make(A, create('/a'));
    for (let steps = 0; steps < 200 && driver.run.step(); steps++)
      for (const done of doneIn(driver.run.world))
        if (done.kind === 'slow-sync') slow.push(done.ms);
    expect(slow).toEqual(told);
  });

  it('keeps a follower out that cannot log in time, while the others go on', () => {
    const driver = lab(true);
    const minute: number = 60_000;
    driver.do({ kind: 'disk-latency', pid: 1, latency: { kind: 'fixed', us: minute * 1000 } });
    expect(driver.call(A, create('/a'))).toMatchObject({ err: 'OK' });
    const leader = () => driver.server(3).peer?.leading?.learners.map(({ sid }) => sid);
    expect(leader()?.toSorted()).toEqual([1, 2]);
    // syncLimit is 2 ticks of 2 s.
    driver.pass(6000);
    expect(leader()?.includes(1) && driver.server(1).peer?.phase === 'BROADCAST').toBe(false);
    expect(driver.call(A, create('/b'))).toMatchObject({ err: 'OK' });
    expect(driver.run.world.violations).toEqual([]);
  });
});

describe('a clock that jumps', () => {
  it('changes the times of nodes, and no session', () => {
    const driver = lab();
    const hour = 3_600_000;
    driver.call(A, create('/before'));
    driver.do({ kind: 'set-clock', pid: SERVER, byMs: hour });
    driver.call(A, create('/ahead'));
    driver.do({ kind: 'set-clock', pid: SERVER, byMs: -2 * hour });
    driver.call(A, create('/back'));
    const ctime = (path: string): number => nodeAt(driver.server(SERVER).tree, path)?.ctime ?? 0;
    expect(Math.round((ctime('/ahead') - ctime('/before')) / hour)).toBe(1);
    expect(Math.round((ctime('/back') - ctime('/before')) / hour)).toBe(-1);
    driver.pass(30_000);
    expect(driver.server(SERVER).sessions).toHaveLength(1);
    expect(driver.client(A).handle?.state).toBe('CONNECTED');
    expect(zxidText(driver.server(SERVER).tree.lastZxid)).toBe('0·4');
  });

  it('stays where it was set when the server starts again', () => {
    const driver = lab();
    driver.do({ kind: 'set-clock', pid: SERVER, byMs: 5000 });
    driver.do({ kind: 'kill', pid: SERVER });
    driver.do({ kind: 'start', pids: [SERVER] });
    driver.until({ state: { pid: A, is: 'CONNECTING' } });
    driver.until({ state: { pid: A, is: 'CONNECTED' } });
    driver.call(A, create('/a'));
    const { settings, tree } = driver.server(SERVER);
    const now = settings.clock + driver.run.world.time / 1000;
    expect(nodeAt(tree, '/a')?.ctime).toBeGreaterThan(now + 4000);
  });
});
