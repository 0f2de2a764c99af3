import type { ProtocolForm } from '../form.ts';
import { checkZooKeeperSetup } from './check.ts';
import { zookeeperConditions, zookeeperSetup, someZooKeeperSetup } from './schema.ts';

const invariants = [
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
];

/** Of a server that stands alone. */
const ALONE = ['Acknowledged-Kept', 'Replies-In-Order'];

/** What the members of an ensemble promise: together, and each to its clients. */
export const ensembleInvariants: readonly string[] = [
  'Z-Fence',
  'Z-Prefix',
  'Z-Unique',
  'Z-Commit',
  'Z-NoUncommit',
  'Z-OneLeader',
  'Z-Durable',
  'Z-PrimaryIntegrity',
  'Z-GlobalPrimaryOrder',
  'Z-Integrity',
  'Z-TotalOrder',
  'Z-Agreement',
  ...invariants.filter((name) => !ALONE.includes(name)),
];

const rules = [
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
];

/** What can be switched off in an ensemble besides what each server does. */
export const ensembleRules: readonly string[] = [
  'commit-without-quorum',
  'ignore-zxid-and-freshness',
  'keep-epoch',
  'skip-truncation',
  'ack-before-sync',
  'follow-older-leader',
  'epoch-before-history',
  'unordered-queue',
  'count-acks-of-old-epochs',
  'forget-outstanding-proposals',
];

const ofEnsemble = {
  invariants: ensembleInvariants,
  rules: [...rules, ...ensembleRules],
};

export const zookeeperForm = {
  model: 'zookeeper',
  setup: zookeeperSetup,
  someSetup: someZooKeeperSetup,
  conditions: zookeeperConditions,
  views: [
    'zkcli',
    'path',
    'zk-server',
    'zoo-cfg',
    'log',
    'watches',
    'pipeline',
    'meters',
    'events',
    'space-time',
    'messages',
  ],
  veiled: ['zxid', 'log'],
  invariants,
  rules,
  other: ({ ensemble }) => (ensemble === undefined ? null : ofEnsemble),
  check: checkZooKeeperSetup,
  pids: ({ servers, clients }) => [
    ...servers.map(({ sid }) => sid),
    ...clients.map(({ id }) => id),
  ],
} as const satisfies ProtocolForm<'zookeeper'>;
