import { describe, expect, it } from 'vitest';
import type { Call } from '../../clients/calls.ts';
import { doneIn } from '../../ensemble/member.ts';
import type { ZooKeeperSetup } from '../../view/zookeeper-setup.ts';
import { nodeAt } from '../../zookeeper/tree/data-tree.ts';
import { zxidText } from '../../view/zxid.ts';
import type { ClientRequest } from '../../zookeeper/records/requests.ts';
import { OPEN_ACL } from '../../zookeeper/tree/acl-cache.ts';
import { logLength } from '../../zookeeper/server/disk.ts';
import { Driver } from './testing/driver.ts';

const A = 101;
const B = 102;

/** A server with two clients that are connected. */
function lab(setup: Partial<ZooKeeperSetup> = {}): Driver {
  const driver = new Driver({
    servers: [{ sid: 1 }],
    clients: [
      { id: A, program: 'api', timeoutMs: 10_000 },
      { id: B, program: 'api', timeoutMs: 4000 },
    ],
    ...setup,
  });
  driver.until({ state: { pid: A, is: 'CONNECTED' } });
  driver.until({ state: { pid: B, is: 'CONNECTED' } });
  driver.settle();
  return driver;
}

const create = (path: string, mode: 'PERSISTENT' | 'EPHEMERAL' = 'PERSISTENT'): Call => ({
  kind: 'request',
  request: { op: 'create', path, data: 'x', acl: OPEN_ACL, mode },
});
const request = (asked: Exclude<Call & { kind: 'request' }, never>['request']): Call => ({
  kind: 'request',
  request: asked,
});
const exists = (path: string, watch = false): Call => request({ op: 'exists', path, watch });
const setData = (path: string, data: string): Call =>
  request({ op: 'setData', path, data, version: -1 });

const eventsOf = (driver: Driver, pid: number): string[] =>
  driver.events(pid).map(({ event }) => `${event.type}${event.path ?? ` ${event.state}`}`);

describe('a standalone server', () => {
  it('gives every connect, every write and every failed write a zxid', () => {
    const driver = lab();
    expect(zxidText(driver.server(1).tree.lastZxid)).toBe('0·2');
    expect(driver.call(A, create('/a'))).toMatchObject({ err: 'OK', zxid: { counter: 3 } });
    expect(driver.call(A, create('/a'))).toMatchObject({ err: 'NodeExists', zxid: { counter: 4 } });
    expect(driver.call(A, exists('/a'))).toMatchObject({ err: 'OK', zxid: { counter: 4 } });
    driver.call(B, { kind: 'close' });
    expect(zxidText(driver.server(1).tree.lastZxid)).toBe('0·5');
  });

  it('says all that one step did: it answers a request and reads the next one that had waited', () => {
    const driver = lab({ cfg: { globalOutstandingLimit: 1 } });
    driver.enter(A, JSON.stringify(['/a', '/b', '/c', '/d'].map((path) => create(path))));
    const steps: string[][] = [];
    while (driver.run.step() && driver.run.world.time < 30_000_000) {
      steps.push(doneIn(driver.run.world).map(({ kind }) => kind));
    }
    expect(steps).toContainEqual(['finished', 'queued']);
    const writes = steps.flat().filter((kind) => kind === 'finished');
    expect(writes.length).toBeGreaterThanOrEqual(4);
    expect(driver.run.world.ghost).toMatchObject({ writes: 6 });
  });

  it('ends ephemeral nodes with their session, not with the connection', () => {
    const driver = lab();
    driver.call(B, create('/e', 'EPHEMERAL'));
    driver.do({ kind: 'cut', from: 1, to: B, oneWay: false });
    driver.pass(3000);
    expect(driver.client(B).handle?.state).toBe('CONNECTING');
    expect(driver.call(A, exists('/e'))).toMatchObject({ err: 'OK' });
    driver.pass(4000);
    expect(driver.call(A, exists('/e'))).toMatchObject({ err: 'NoNode' });
    driver.do({ kind: 'heal' });
    expect(driver.until({ state: { pid: B, is: 'EXPIRED' } })).toBe(true);
    expect(eventsOf(driver, B)).toEqual([
      'None SyncConnected',
      'None Disconnected',
      'None Expired',
    ]);
    expect(driver.call(B, exists('/e'))).toMatchObject({ err: 'SessionExpired' });
  });

  it('keeps a session whose client comes back in time, and rearms its watches', () => {
    const driver = lab();
    driver.call(B, create('/w'));
    driver.call(B, exists('/w', true));
    driver.do({ kind: 'cut', from: 1, to: B, oneWay: false });
    driver.pass(3000);
    driver.call(A, setData('/w', 'y'));
    driver.call(A, setData('/w', 'z'));
    driver.do({ kind: 'heal' });
    driver.until({ state: { pid: B, is: 'CONNECTED' } });
    driver.settle();
    expect(eventsOf(driver, B)).toEqual([
      'None SyncConnected',
      'None Disconnected',
      'None SyncConnected',
      'NodeDataChanged/w',
    ]);
  });

  it('tells a watcher once, and before its client can read the change', () => {
    const driver = lab();
    driver.call(A, create('/w'));
    driver.call(B, exists('/w', true));
    driver.call(A, setData('/w', '1'));
    driver.call(A, setData('/w', '2'));
    expect(eventsOf(driver, B)).toEqual(['None SyncConnected', 'NodeDataChanged/w']);
  });

  it('has all that it acknowledged when it starts again, and its sessions too', () => {
    const driver = lab({ cfg: { snapCount: 4 } });
    for (let n = 0; n < 12; n++) driver.call(A, create(`/n${n}`));
    driver.call(B, create('/e', 'EPHEMERAL'));
    const { tree, disk } = driver.server(1);
    expect(disk.snapshots.length).toBeGreaterThan(1);
    expect(logLength(disk)).toBe(15);
    driver.do({ kind: 'kill', pid: 1 });
    driver.pass(500);
    driver.do({ kind: 'start', pids: [1] });
    driver.until({ state: { pid: B, is: 'CONNECTED' } });
    driver.settle();
    const again = driver.server(1);
    expect(again.tree.digest).toBe(tree.digest);
    expect(again.sessions.map(({ id }) => id)).toEqual(
      [A, B].map((pid) => driver.client(pid).handle?.session),
    );
    expect(driver.call(A, exists('/e'))).toMatchObject({ err: 'OK' });
    expect(driver.run.world.violations).toEqual([]);
  });

  it.each([
    { how: 'kill', forceSync: true, left: 'OK' },
    { how: 'kill', forceSync: false, left: 'OK' },
    { how: 'power-off', forceSync: true, left: 'OK' },
    { how: 'power-off', forceSync: false, left: 'NoNode' },
  ] as const)(
    'an answered write, forceSync=$forceSync, then $how: $left',
    ({ how, forceSync, left }) => {
      const driver = lab({ cfg: { forceSync } });
      driver.do({ kind: 'disk-latency', pid: 1, latency: { kind: 'fixed', us: 50_000 } });
      expect(driver.call(A, create('/answered'))).toMatchObject({ err: 'OK' });
      driver.do({ kind: how, pid: 1 });
      driver.pass(500);
      driver.do({ kind: 'start', pids: [1] });
      driver.pass(20_000);
      const broken = driver.run.world.violations.map(({ invariant }) => invariant);
      expect(broken).toEqual(left === 'OK' ? [] : ['Acknowledged-Kept']);
      const there = nodeAt(driver.server(1).tree, '/answered') !== undefined;
      expect(there ? 'OK' : 'NoNode').toBe(left);
    },
  );

  it('killed in the middle of a sync has the write that it never answered', () => {
    const driver = lab();
    driver.do({ kind: 'disk-latency', pid: 1, latency: { kind: 'fixed', us: 50_000 } });
    const number = driver.make(A, create('/kept'));
    expect(driver.until({ atStage: { stage: 'flush', op: 'create' } })).toBe(true);
    driver.do({ kind: 'kill', pid: 1 });
    driver.settle();
    expect(driver.result(A, number)).toMatchObject({ err: 'ConnectionLoss' });
    driver.do({ kind: 'start', pids: [1] });
    driver.until({ state: { pid: A, is: 'CONNECTED' } });
    expect(driver.call(A, exists('/kept'))).toMatchObject({ err: 'OK' });
  });

  it('killed before it has written what it appended has lost it', () => {
    const driver = lab({ cfg: { flushDelay: 50 } });
    driver.make(A, create('/appended'));
    expect(driver.until({ atStage: { stage: 'flush', op: 'create' } })).toBe(true);
    driver.do({ kind: 'kill', pid: 1 });
    driver.do({ kind: 'start', pids: [1] });
    driver.pass(20_000);
    expect(driver.call(A, exists('/appended'))).toMatchObject({ err: 'NoNode' });
  });

  it('loses what it never answered when its power goes before the sync', () => {
    const driver = lab();
    driver.do({ kind: 'disk-latency', pid: 1, latency: { kind: 'fixed', us: 50_000 } });
    const number = driver.make(A, create('/lost'));
    expect(driver.until({ atStage: { stage: 'flush', op: 'create' } })).toBe(true);
    driver.do({ kind: 'power-off', pid: 1 });
    // Nothing tells the client: it gives up when its own time is over.
    driver.pass(2000);
    expect(driver.client(A).handle?.state).toBe('CONNECTED');
    driver.pass(20_000);
    expect(driver.result(A, number)).toMatchObject({ err: 'ConnectionLoss' });
    driver.do({ kind: 'start', pids: [1] });
    driver.pass(20_000);
    expect(driver.call(A, exists('/lost'))).toMatchObject({ err: 'NoNode' });
  });

  it('writes many transactions with one sync when the disk is slow', () => {
    const driver = lab();
    driver.do({ kind: 'disk-latency', pid: 1, latency: { kind: 'fixed', us: 50_000 } });
    const before = driver.run.world.process(1).syncs;
    for (let n = 0; n < 20; n++) driver.make(A, create(`/g${n}`));
    driver.settle();
    expect(driver.run.world.process(1).syncs - before).toBeLessThan(3);
    expect(zxidText(driver.server(1).tree.lastZxid)).toBe('0·22');
  });

  it('closes a connection whose frame is too long, and takes no more than it may from one address', () => {
    const driver = lab({ cfg: { 'jute.maxbuffer': 1000, maxClientCnxns: 2 } });
    const large = driver.call(A, setData('/', 'x'.repeat(2000)));
    expect(large).toMatchObject({ err: 'ConnectionLoss' });
    driver.until({ state: { pid: A, is: 'CONNECTED' } });
    expect(driver.server(1).stats).toMatchObject({ large: 1, rejected: 0 });
    const crowd = new Driver({
      servers: [{ sid: 1 }],
      clients: [A, B, 103].map((id) => ({ id, program: 'api' })),
      cfg: { maxClientCnxns: 2 },
    });
    crowd.pass(1000);
    expect(crowd.server(1).stats.rejected).toBeGreaterThan(0);
    expect(crowd.server(1).connections).toHaveLength(2);
  });

  it('obeys its bounds for session time-outs', () => {
    const driver = lab({
      clients: [
        { id: A, program: 'api', timeoutMs: 100 },
        { id: B, program: 'api', timeoutMs: 50_000 },
      ],
    });
    expect(driver.client(A).handle?.timeout).toBe(4000);
    expect(driver.client(B).handle?.timeout).toBe(40_000);
  });

  it('reaps a container that has lost its last child', () => {
    const driver = lab({ cfg: { 'znode.container.checkIntervalMs': 1000 } });
    const container: ClientRequest = {
      op: 'create',
      path: '/c',
      data: null,
      acl: OPEN_ACL,
      mode: 'CONTAINER',
    };
    driver.call(A, request(container));
    driver.pass(3000);
    expect(driver.call(A, exists('/c'))).toMatchObject({ err: 'OK' });
    driver.call(A, create('/c/x'));
    driver.call(A, request({ op: 'delete', path: '/c/x', version: -1 }));
    driver.pass(3000);
    expect(driver.call(A, exists('/c'))).toMatchObject({ err: 'NoNode' });
  });

  it('closes the connection of who asks for a scheme that it does not know', () => {
    const driver = lab();
    driver.call(A, { kind: 'addAuth', scheme: 'bogus', auth: 'x' });
    expect(driver.client(A).handle?.state).toBe('AUTH_FAILED');
    expect(driver.call(A, exists('/'))).toMatchObject({ err: 'AuthFailed' });
  });
});
