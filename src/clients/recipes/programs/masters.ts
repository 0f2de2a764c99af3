/** Who is master: who holds the one node, or the smallest number; and who follows a master. */
import type { RecipeProgram, Step } from '../../../view/recipe-program.ts';
import { exclusive } from './locks.ts';
import { again, careful, doubt, freed, over, queued, unfreed } from './parts.ts';

const SERVERS = '/servers';

/** It is master until somebody tells it to go, or it loses its session. */
const leads = (node: string): readonly Step[] => [
  { label: 'held', believe: { what: 'master', node } },
  { joined: true, wait: { for: 'go' } },
];

const masterNode: RecipeProgram = {
  root: '/election',
  values: { times: 1 },
  holds: [{ what: 'master', rule: 'node', path: '/election/master' }],
  steps: exclusive('/election/master', 'master', leads('$own')),
};

/** Of some identical jobs one runs; when it is done, another round begins. */
const job: RecipeProgram = {
  root: '/job',
  values: { workMs: 3000, times: 1 },
  holds: [{ what: 'job', rule: 'node', path: '/job/running' }],
  steps: exclusive('/job/running', 'job', [
    { label: 'held', believe: { what: 'job', node: '$own' } },
    { joined: true, work: { ms: '$workMs' } },
  ]),
};

/** The smallest number is master; each standby looks at the one before it. */
const masterQueue: RecipeProgram = {
  root: SERVERS,
  values: { times: 1 },
  holds: [{ what: 'master', rule: 'smallest', path: SERVERS, prefix: 's-' }],
  promises: { fifo: true, wakes: 1 },
  steps: [
    careful,
    {
      label: 'ask',
      create: {
        path: `${SERVERS}/$guid-s-`,
        data: '$me',
        ephemeral: true,
        sequential: true,
        into: 'own',
        zxid: 'token',
      },
    },
    ...queued(SERVERS),
    ...leads('$own'),
    ...freed('master'),
    ...again('ask'),
    ...doubt(SERVERS, 'master', 'ask', 'look'),
    ...unfreed,
    ...over('master', 'ask'),
  ],
};

/** It wants to know who is master, and is no server itself. */
const masterFollower: RecipeProgram = {
  root: SERVERS,
  values: { master: '' },
  steps: [
    { on: { ConnectionLoss: 'doubt', Expired: 'over' } },
    { label: 'look', getChildren: { path: SERVERS, watch: true, into: 'list' } },
    { joined: true, pick: { from: '$list', what: 'smallest', into: 'first', none: 'nobody' } },
    {
      joined: true,
      getData: { path: `${SERVERS}/$first`, into: 'master', on: { NoNode: 'look' } },
    },
    { joined: true, goto: 'told' },
    { label: 'nobody', compute: { set: '', into: 'master' } },
    { label: 'told', claim: { kind: 'knows', of: SERVERS, is: '$list' } },
    { joined: true, wait: { for: 'watch', goto: 'look' } },
    { label: 'doubt', wait: { for: 'session', goto: 'look' } },
    { label: 'over', connect: {} },
    { joined: true, goto: 'look' },
  ],
};

export const masters = {
  'master-node': masterNode,
  'master-queue': masterQueue,
  'master-follower': masterFollower,
  job,
} as const satisfies Readonly<Record<string, RecipeProgram>>;
