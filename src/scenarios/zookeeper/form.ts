import type { ProtocolForm } from '../form.ts';
import { checkZooKeeperSetup } from './check.ts';
import { zookeeperConditions, zookeeperSetup, someZooKeeperSetup } from './schema.ts';

export const zookeeperForm = {
  model: 'zookeeper',
  setup: zookeeperSetup,
  someSetup: someZooKeeperSetup,
  conditions: zookeeperConditions,
  invariants: [
    'Zxids-Increase',
    'Ephemerals-Owned',
    'Tree-Is-Log',
    'Restart-Keeps',
    'Acknowledged-Kept',
    'Replies-In-Order',
    'Watch-Before-Read',
    'Watch-Once',
    'Parents-Count',
    'Expiry-Not-Before',
    'Sequence-Grows',
  ],
  rules: [
    'reply-before-sync',
    'keep-ephemerals',
    'watch-twice',
    'watch-after-reply',
    'sequential-reuse',
    'forget-outstanding',
    'expire-early',
    'expire-on-disconnect',
    'reuse-zxid',
    'answer-out-of-order',
  ],
  check: checkZooKeeperSetup,
  pids: ({ servers, clients }) => [
    ...servers.map(({ sid }) => sid),
    ...clients.map(({ id }) => id),
  ],
} as const satisfies ProtocolForm<'zookeeper'>;
