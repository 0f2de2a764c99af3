/** Locks. */
import type { Holding, RecipeProgram, Step } from '../../../view/recipe-program.ts';
import { again, careful, doubt, freed, numbered, over, queued, unfreed } from './parts.ts';

const PARENT = '/ParentLock';
const SHARED = '/shared';
const SEMAPHORE = '/semaphore';

const held = (what: string): readonly Step[] => [
  { label: 'held', believe: { what, node: '$own' } },
  { joined: true, work: { ms: '$workMs' } },
];

const first = (path: string, what = 'lock'): readonly Holding[] => [
  { what, rule: 'smallest', path, prefix: 'Lock-' },
];

/** One node that exists once; its data say whose it is, since in doubt nothing else does. */
export const exclusive = (path: string, what: string, held: readonly Step[]): readonly Step[] => [
  careful,
  {
    label: 'ask',
    create: {
      path,
      data: '$guid',
      ephemeral: true,
      into: 'own',
      zxid: 'token',
      on: { NodeExists: 'look' },
    },
  },
  { joined: true, goto: 'held' },
  { label: 'look', exists: { path, watch: true, no: 'ask' } },
  { wait: { for: 'watch', goto: 'ask' } },
  ...held,
  { label: 'free', release: what },
  {
    joined: true,
    delete: {
      path,
      on: { NoNode: 'done', ConnectionLoss: 'unfreed', SessionExpired: 'gone' },
    },
  },
  ...again('ask'),
  { label: 'doubt', release: what },
  { joined: true, wait: { for: 'session' } },
  { sync: { path }, broken: { 'retry-create-blindly': { goto: 'ask' } } },
  { joined: true, getData: { path, into: 'owner', zxid: 'token', on: { NoNode: 'ask' } } },
  { joined: true, if: { is: ['$owner', '=', '$guid'], goto: 'mine', else: 'look' } },
  { label: 'mine', compute: { set: path, into: 'own' } },
  { joined: true, goto: 'held' },
  { label: 'unfreed', wait: { for: 'session' } },
  { joined: true, sync: { path } },
  { joined: true, getData: { path, into: 'owner', on: { NoNode: 'done' } } },
  { joined: true, if: { is: ['$owner', '=', '$guid'], goto: 'free', else: 'done' } },
  { label: 'gone', connect: {} },
  { joined: true, goto: 'done' },
  { label: 'over', release: what },
  { joined: true, connect: {} },
  {
    joined: true,
    goto: 'ask',
    broken: { 'delete-foreign-key': { goto: 'free' } },
  },
];

const exclusiveLock: RecipeProgram = {
  root: '/exclusive_lock',
  values: { workMs: 2000, times: 1 },
  holds: [{ what: 'lock', rule: 'node', path: '/exclusive_lock/lock' }],
  steps: exclusive('/exclusive_lock/lock', 'lock', held('lock')),
};

const fair = (inside: readonly Step[]): readonly Step[] => [
  careful,
  numbered(PARENT, 'Lock-'),
  ...queued(PARENT),
  ...inside,
  ...freed('lock'),
  ...again('ask'),
  ...doubt(PARENT, 'lock', 'ask', 'look'),
  ...unfreed,
  ...over('lock', 'ask'),
];

const fairLock: RecipeProgram = {
  root: PARENT,
  values: { workMs: 2000, times: 1 },
  holds: first(PARENT),
  promises: { fifo: true, wakes: 1 },
  steps: fair(held('lock')),
};

/** Whoever waits watches the whole directory. */
const parentLock: RecipeProgram = {
  root: PARENT,
  values: { workMs: 2000, settleMs: 0, times: 1 },
  holds: first(PARENT),
  promises: { fifo: true },
  steps: [
    careful,
    numbered(PARENT, 'Lock-'),
    { joined: true, wait: { ms: '$settleMs' } },
    { label: 'look', getChildren: { path: PARENT, watch: true, into: 'queue' } },
    { joined: true, pick: { from: '$queue', what: 'smallest', into: 'first' } },
    { joined: true, if: { is: ['$own', '=', `${PARENT}/$first`], goto: 'held' } },
    { wait: { for: 'watch', goto: 'look' } },
    ...held('lock'),
    ...freed('lock'),
    ...again('ask'),
    ...doubt(PARENT, 'lock', 'ask', 'look'),
    ...unfreed,
    ...over('lock', 'ask'),
  ],
};

/** It takes a new number as soon as it has done, whether it will want its turn or not. */
const turns: RecipeProgram = {
  root: PARENT,
  values: { workMs: 2000, times: 3, wants: 1 },
  holds: first(PARENT),
  promises: { fifo: true, wakes: 1 },
  steps: fair([
    { label: 'held', believe: { what: 'lock', node: '$own' } },
    { joined: true, if: { is: ['$wants', '=', 0], goto: 'free' } },
    { joined: true, work: { ms: '$workMs' } },
  ]),
};

/** It takes what it already has once more: that is counted, and no message says it. */
const reentrant: RecipeProgram = {
  root: PARENT,
  values: { workMs: 1000, times: 1, depth: 0, deepest: 3 },
  holds: first(PARENT),
  promises: { fifo: true, wakes: 1 },
  steps: fair([
    { label: 'held', believe: { what: 'lock', node: '$own' } },
    { joined: true, compute: { set: 1, into: 'depth' } },
    { label: 'deeper', work: { ms: '$workMs' } },
    { joined: true, if: { is: ['$depth', '>=', '$deepest'], goto: 'back' } },
    { joined: true, compute: { add: ['$depth', 1], into: 'depth' } },
    { joined: true, goto: 'deeper' },
    { label: 'back', compute: { subtract: ['$depth', 1], into: 'depth' } },
    { joined: true, if: { is: ['$depth', '>', 0], goto: 'back' } },
  ]),
};

/** It waits for its turn so long, and then takes its node out of the queue. */
const timed: RecipeProgram = {
  root: PARENT,
  values: { workMs: 2000, patienceMs: 3000, times: 1 },
  holds: first(PARENT),
  promises: { fifo: true, wakes: 1 },
  steps: [
    ...fair(held('lock')).map((step): Step => {
      const { wait } = step;
      if (wait?.goto !== 'look') return step;
      const late = { ...wait, ms: '$patienceMs', late: 'free' };
      return { wait: late };
    }),
  ],
};

/** What it protects is a storage outside, which refuses a token older than one that it has seen. */
const guarded: RecipeProgram = {
  root: PARENT,
  values: { workMs: 2000, times: 1, storage: 'S' },
  holds: first(PARENT),
  promises: { fifo: true, wakes: 1 },
  steps: [
    ...fair([
      ...held('lock'),
      {
        call: {
          to: '$storage',
          op: 'write',
          args: { value: '$me', token: '$token' },
          on: { StaleToken: 'lapsed', else: 'free' },
        },
      },
    ]),
    // Another one has written since: whatever it believed, it holds nothing.
    { label: 'lapsed', release: 'lock' },
    { joined: true, goto: 'free' },
  ],
};

const shared: readonly Holding[] = [
  { what: 'read', rule: 'reader', path: SHARED },
  { what: 'write', rule: 'writer', path: SHARED },
];

const sharing = (what: 'read' | 'write', looks: readonly Step[]): RecipeProgram => ({
  root: SHARED,
  values: { workMs: 2000, times: 1 },
  holds: shared,
  steps: [
    careful,
    numbered(SHARED, `${what}-`),
    { label: 'look', getChildren: { path: SHARED, into: 'queue' } },
    ...looks,
    { joined: true, exists: { path: `${SHARED}/$before`, watch: true, no: 'look' } },
    {
      wait: { for: 'watch', goto: 'look' },
      broken: {
        'no-second-look': { wait: { for: 'watch', goto: 'held' } },
      },
    },
    ...held(what),
    ...freed(what),
    ...again('ask'),
    ...doubt(SHARED, what, 'ask', 'look'),
    ...unfreed,
    ...over(what, 'ask'),
  ],
});

const reader = sharing('read', [
  { pick: { from: '$queue', what: 'before', prefix: 'write-', into: 'before', none: 'held' } },
]);

const writer = sharing('write', [
  { pick: { from: '$queue', what: 'before', into: 'before', none: 'held' } },
]);

/** So many hold it at once: those with the smallest numbers. */
const semaphore: RecipeProgram = {
  root: SEMAPHORE,
  values: { workMs: 2000, permits: 2, times: 1 },
  holds: [{ what: 'permit', rule: 'first', path: SEMAPHORE, count: 2, prefix: 'lease-' }],
  steps: [
    careful,
    numbered(SEMAPHORE, 'lease-'),
    { label: 'look', getChildren: { path: SEMAPHORE, watch: true, into: 'queue' } },
    { joined: true, pick: { from: '$queue', what: 'rank', into: 'rank' } },
    { joined: true, if: { is: ['$rank', '<', '$permits'], goto: 'held' } },
    { wait: { for: 'watch', goto: 'look' } },
    ...held('permit'),
    ...freed('permit'),
    ...again('ask'),
    ...doubt(SEMAPHORE, 'permit', 'ask', 'look'),
    ...unfreed,
    ...over('permit', 'ask'),
  ],
};

export const locks = {
  'exclusive-lock': exclusiveLock,
  'fair-lock': fairLock,
  'parent-lock': parentLock,
  turns,
  'reentrant-lock': reentrant,
  'timed-lock': timed,
  'guarded-lock': guarded,
  'shared-read': reader,
  'shared-write': writer,
  semaphore,
} as const satisfies Readonly<Record<string, RecipeProgram>>;
