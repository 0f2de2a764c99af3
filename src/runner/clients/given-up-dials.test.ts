/** What a client dials in vain it closes: of long cuts nothing is left in the network. */
import { expect, it } from 'vitest';
import { Driver } from './testing/driver.ts';
import type { ZooKeeperClientSetup } from '../../view/zookeeper-setup.ts';

const ensemble = (client: ZooKeeperClientSetup): Driver => {
  const zk = new Driver({
    servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }],
    ensemble: { localSessionsEnabled: true, readOnlyMode: true },
    clients: [{ program: 'zkcli-plain', startMs: null, ...client }],
  });
  expect(zk.until({ serving: 1 })).toBe(true);
  return zk;
};

/** The most connections that client 101 has dialled and not closed, in half an hour. */
function mostDialled(zk: Driver): number {
  let most = 0;
  for (let passed = 0; passed < 1_800_000; passed += 500) {
    zk.pass(500);
    const { connections } = zk.run.world.network;
    const own = [...connections.values()].filter(
      ({ dialer, dialerGone }) => dialer === 101 && !dialerGone,
    );
    most = Math.max(most, own.length);
  }
  return most;
}

it('a client that is cut off has one dial at a time, and hears at the mend that its session is over', () => {
  const zk = ensemble({ id: 101, servers: [1, 2, 3], startMs: 0 });
  expect(zk.until({ state: { pid: 101, is: 'CONNECTED' } })).toBe(true);
  zk.do({ kind: 'partition', groups: [[101], [1, 2, 3]], oneWay: false });
  const before = zk.run.world.network.nextConnection;
  expect(mostDialled(zk)).toBe(1);
  expect(zk.run.world.network.nextConnection - before).toBeGreaterThan(50);
  zk.do({ kind: 'heal' });
  expect(zk.until({ state: { pid: 101, is: 'EXPIRED' } })).toBe(true);
});

it('one that reads only, and asks in vain for a server with a leader, has one question under way', () => {
  const zk = ensemble({ id: 101, readOnly: true, servers: [1, 2, 3] });
  for (const pid of [2, 3]) zk.do({ kind: 'power-off', pid });
  zk.pass(60_000);
  zk.do({ kind: 'start', pids: [101] });
  expect(zk.until({ state: { pid: 101, is: 'CONNECTEDREADONLY' } })).toBe(true);
  expect(mostDialled(zk)).toBe(2);
  zk.do({ kind: 'start', pids: [2] });
  expect(zk.until({ state: { pid: 101, is: 'CONNECTED' } })).toBe(true);
});
