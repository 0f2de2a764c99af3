/** How a learner is synchronised that was away for long, by what the file of its leader says. */
import { expect, it } from 'vitest';
import type { Call } from '../../clients/calls.ts';
import type { ZooCfg } from '../../view/zookeeper-setup.ts';
import { OPEN_ACL } from '../../zookeeper/tree/acl-cache.ts';
import { nodeAt } from '../../zookeeper/tree/data-tree.ts';
import { Driver } from './testing/driver.ts';

const A = 101;
const MISSED = 520;

const create = (path: string): Call => ({
  kind: 'request',
  request: { op: 'create', path, data: 'x', acl: OPEN_ACL, mode: 'PERSISTENT' },
});

/** How the first of three servers is synchronised that has missed so many writes. */
function syncOf(cfg: ZooCfg): string | null {
  const driver = new Driver({
    servers: [{ sid: 1 }, { sid: 2 }, { sid: 3 }],
    clients: [{ id: A, program: 'api', servers: [3] }],
    ensemble: {},
    cfg,
  });
  driver.until({ state: { pid: A, is: 'CONNECTED' } });
  driver.call(A, create('/before'));
  driver.settle();
  driver.do({ kind: 'crash', pid: 1, inOrder: true });
  const calls = Array.from({ length: MISSED }, (_, at) => create(`/n${at}`));
  driver.enter(A, JSON.stringify(calls));
  driver.until({ node: { path: `/n${MISSED - 1}`, exists: true, server: 3 } });
  driver.do({ kind: 'start', pids: [1] });
  driver.until({ serving: 1 });
  driver.until({ node: { path: `/n${MISSED - 1}`, exists: true, server: 1 } });
  expect(nodeAt(driver.server(1).tree, '/n0')).not.toBeNull();
  expect(driver.run.world.violations).toEqual([]);
  const { role } = driver.server(1);
  return role?.kind === 'learner' ? role.sync : null;
}

it.each<[string, ZooCfg]>([
  ['DIFF', {}],
  ['SNAP', { snapshotSizeFactor: -1 }],
  ['DIFF', { snapshotSizeFactor: -1, commitLogCount: 600 }],
  // Fewer than 500 are never kept.
  ['SNAP', { snapshotSizeFactor: -1, commitLogCount: 1 }],
])('%s with %j', (how, cfg) => {
  expect(syncOf(cfg)).toBe(how);
});
