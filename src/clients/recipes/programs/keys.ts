/** A key of a store that expires by itself, as a lock; what is written under it; and ZooKeeper's lock beside it. */
import type { Holding, RecipeProgram, Step } from '../../../view/recipe-program.ts';
import { again, careful, doubt, freed, numbered, over, queued, unfreed } from './parts.ts';

const PARENT = '/ParentLock';

/** One write of what it protects, if there is anywhere to write. */
const writes: readonly Step[] = [
  { label: 'write', if: { is: ['$storage', '=', ''], goto: 'free' } },
  {
    joined: true,
    call: {
      to: '$storage',
      op: 'write',
      args: { value: '$me', token: '$token' },
      on: { StaleToken: 'refused', else: 'free' },
    },
  },
  { joined: true, goto: 'free' },
  { label: 'refused', compute: { set: 'refused', into: 'written' } },
];

/** From one attempt to the next just so long passes, whatever an answer takes. */
const spin = (ask: string): readonly Step[] => [
  { label: 'spin', compute: { clock: true, into: 'now' } },
  { joined: true, compute: { subtract: ['$now', '$asked'], into: 'took' } },
  { joined: true, compute: { subtract: ['$pollMs', '$took'], into: 'rest' } },
  { joined: true, wait: { ms: '$rest', goto: ask } },
];

const ofRedis = {
  store: 'R1',
  leaseMs: 10_000,
  pollMs: 100,
  workMs: 2000,
  times: 1,
  storage: '',
  token: '',
} as const;

const keyHeld: readonly Holding[] = [{ what: 'lock', rule: 'key', path: 'R1/lock' }];

/** The key with a value that nobody else has; it expires by itself. */
const set: Step = {
  call: {
    to: '$store',
    op: 'set',
    args: { key: 'lock', value: '$me-$guid', nx: true, px: '$leaseMs' },
    on: { NotSet: 'spin', else: 'spin' },
  },
};

const unset: readonly Step[] = [
  { label: 'free', release: 'lock' },
  {
    joined: true,
    call: {
      to: '$store',
      op: 'compare-and-delete',
      args: { key: 'lock', value: '$me-$guid' },
      on: { NotSet: 'done', else: 'done' },
    },
    broken: {
      'delete-foreign-key': {
        call: { to: '$store', op: 'del', args: { key: 'lock' }, on: { else: 'done' } },
      },
    },
  },
  ...again('ask'),
];

const number: Step = {
  call: { to: '$store', op: 'incr', args: { key: 'token' }, into: 'token', on: { else: 'free' } },
};

/** Whoever does not get the key asks again and again. */
const redisLock: RecipeProgram = {
  values: ofRedis,
  holds: keyHeld,
  steps: [
    { label: 'ask', compute: { clock: true, into: 'asked' } },
    { joined: true, ...set },
    number,
    { label: 'held', believe: { what: 'lock' } },
    { joined: true, work: { ms: '$workMs' } },
    ...writes,
    ...unset,
    ...spin('ask'),
  ],
};

/** It lets the key stay for as long as it works. */
const redisRenewed: RecipeProgram = {
  values: { ...ofRedis, renewMs: 3000, left: 0 },
  holds: keyHeld,
  steps: [
    { label: 'ask', compute: { clock: true, into: 'asked' } },
    { joined: true, ...set },
    number,
    { label: 'held', believe: { what: 'lock' } },
    { joined: true, compute: { set: '$workMs', into: 'left' } },
    { label: 'part', if: { is: ['$left', '<=', '$renewMs'], goto: 'last' } },
    { joined: true, work: { ms: '$renewMs' } },
    { joined: true, compute: { subtract: ['$left', '$renewMs'], into: 'left' } },
    {
      call: {
        to: '$store',
        op: 'compare-and-extend',
        args: { key: 'lock', value: '$me-$guid', px: '$leaseMs' },
        on: { NotSet: 'lost', else: 'part' },
      },
    },
    { joined: true, goto: 'part' },
    { label: 'last', work: { ms: '$left' } },
    ...writes,
    ...unset,
    { label: 'lost', release: 'lock' },
    { joined: true, goto: 'ask' },
    ...spin('ask'),
  ],
};

/** A lock at more than half of several stores, asked one after the other; what is not enough is given back. */
const redlock: RecipeProgram = {
  values: {
    ...ofRedis,
    stores: ['R1', 'R2', 'R3', 'R4', 'R5'],
    place: 0,
    got: 0,
    count: 5,
    needed: 3,
    askMs: 50,
  },
  holds: [{ what: 'lock', rule: 'key', path: 'R1,R2,R3,R4,R5/lock' }],
  steps: [
    { label: 'ask', compute: { clock: true, into: 'asked' } },
    { joined: true, compute: { set: 0, into: 'place' } },
    { joined: true, compute: { set: 0, into: 'got' } },
    { label: 'each', compute: { item: ['$stores', '$place'], into: 'store' } },
    {
      joined: true,
      call: {
        to: '$store',
        op: 'set',
        args: { key: 'lock', value: '$me-$guid', nx: true, px: '$leaseMs' },
        timeoutMs: '$askMs',
        on: { else: 'next' },
      },
    },
    { joined: true, compute: { add: ['$got', 1], into: 'got' } },
    { label: 'next', compute: { add: ['$place', 1], into: 'place' } },
    { joined: true, if: { is: ['$place', '<', '$count'], goto: 'each' } },
    { if: { is: ['$got', '<', '$needed'], goto: 'free' } },
    { label: 'held', believe: { what: 'lock' } },
    { joined: true, work: { ms: '$workMs' } },
    ...writes,
    { label: 'free', release: 'lock' },
    { joined: true, compute: { set: 0, into: 'place' } },
    { label: 'give', compute: { item: ['$stores', '$place'], into: 'store' } },
    {
      joined: true,
      call: {
        to: '$store',
        op: 'compare-and-delete',
        args: { key: 'lock', value: '$me-$guid' },
        timeoutMs: '$askMs',
        on: { else: 'given' },
      },
    },
    { label: 'given', compute: { add: ['$place', 1], into: 'place' } },
    { joined: true, if: { is: ['$place', '<', '$count'], goto: 'give' } },
    { if: { is: ['$got', '<', '$needed'], goto: 'spin' } },
    ...again('ask'),
    ...spin('ask'),
  ],
};

/** It asks the store that it knows; when that is gone, the one that took its place. */
const failover: RecipeProgram = {
  values: { ...ofRedis, stores: ['R1', 'R2'], turn: 0 },
  holds: [
    { what: 'lock', rule: 'key', path: 'R1/lock' },
    { what: 'lock', rule: 'key', path: 'R2/lock' },
  ],
  steps: [
    { label: 'ask', compute: { clock: true, into: 'asked' } },
    { joined: true, compute: { item: ['$stores', '$turn'], into: 'store' } },
    {
      joined: true,
      call: {
        to: '$store',
        op: 'set',
        args: { key: 'lock', value: '$me-$guid', nx: true, px: '$leaseMs' },
        on: { NotSet: 'spin', ReadOnly: 'other', Refused: 'other', else: 'other' },
      },
    },
    { label: 'held', believe: { what: 'lock' } },
    { joined: true, work: { ms: '$workMs' } },
    ...writes,
    ...unset,
    { label: 'other', compute: { add: ['$turn', 1], into: 'turn' } },
    ...spin('ask'),
  ],
};

const { label: _, ...queueing } = numbered(PARENT, 'Lock-');

/** The fair lock, and one write under it whose token is the zxid of its node. */
const fencedLock: RecipeProgram = {
  root: PARENT,
  values: { workMs: 2000, times: 1, storage: 'S', token: '' },
  holds: [{ what: 'lock', rule: 'smallest', path: PARENT, prefix: 'Lock-' }],
  promises: { fifo: true, wakes: 1 },
  steps: [
    careful,
    { label: 'ask', compute: { set: '', into: 'token' } },
    { ...queueing, joined: true },
    ...queued(PARENT),
    // A create whose reply was lost has told it no zxid.
    { label: 'held', if: { is: ['$token', '!=', ''], goto: 'in' } },
    { joined: true, exists: { path: '$own', zxid: 'token', no: 'ask' } },
    { label: 'in', believe: { what: 'lock', node: '$own' } },
    { joined: true, work: { ms: '$workMs' } },
    ...writes,
    ...freed('lock'),
    ...again('ask'),
    ...doubt(PARENT, 'lock', 'ask', 'look'),
    ...unfreed,
    ...over('lock', 'ask'),
  ],
};

export const keys = {
  'redis-lock': redisLock,
  'redis-renewed': redisRenewed,
  redlock,
  'redis-failover': failover,
  'fenced-lock': fencedLock,
} as const satisfies Readonly<Record<string, RecipeProgram>>;
