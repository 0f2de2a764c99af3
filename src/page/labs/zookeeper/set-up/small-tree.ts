import type { ZooKeeperNodeSetup } from '../../../../view/zookeeper-setup.ts';

/** A few nodes of the kinds that need no client. */
export const SMALL_TREE: readonly ZooKeeperNodeSetup[] = [
  { path: '/app', data: 'v1' },
  { path: '/app/jobs', mode: 'container' },
  { path: '/app/jobs/job-0000000000', data: 'resize' },
  { path: '/app/members' },
  { path: '/app/x', data: '0' },
  { path: '/config' },
  { path: '/config/db', data: 'host=db1' },
];
