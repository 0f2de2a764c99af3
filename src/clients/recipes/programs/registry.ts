/** A registry of providers, and how those who call them choose one. */
import type { RecipeProgram, Step } from '../../../view/recipe-program.ts';

const SERVICE = '/services/OrderService';
const SERVERS = '/servers';
const VISITS = '/visits';

/** It answers calls as long as its process lives; its node stands as long as its session does. */
const provider: RecipeProgram = {
  root: SERVICE,
  steps: [
    { on: { ConnectionLoss: 'doubt', Expired: 'over' } },
    {
      label: 'ask',
      create: {
        path: `${SERVICE}/$me`,
        data: '$me:20880',
        ephemeral: true,
        into: 'own',
        on: { NodeExists: 'occupied' },
      },
    },
    { label: 'in', wait: { for: 'go' } },
    { label: 'out', close: {} },
    { joined: true, end: true },
    // Nobody else has this name: a node of its session before this one goes with that session, so another
    // one takes its place, as in Dubbo and in Curator's discovery.
    { label: 'occupied', delete: { path: `${SERVICE}/$me`, on: { NoNode: 'ask' } } },
    { joined: true, goto: 'ask' },
    { label: 'doubt', wait: { for: 'session', goto: 'ask' } },
    { label: 'over', connect: {} },
    { joined: true, goto: 'ask' },
  ],
};

/** Its address is told nobody: it stands in a file, or nowhere. */
const unregistered: RecipeProgram = {
  steps: [
    { label: 'in', wait: { for: 'go' } },
    { label: 'out', end: true },
  ],
};

/** One call, and what came of it: who does not answer is left out until the list is read again. */
const calls: readonly Step[] = [
  {
    label: 'call',
    call: { to: '$next', op: 'call', on: { else: 'failure' } },
  },
  { joined: true, compute: { add: ['$ok', 1], into: 'ok' } },
  { label: 'done', repeat: { times: '$times', goto: 'pause' } },
  { joined: true, end: true },
  { label: 'failure', compute: { add: ['$failed', 1], into: 'failed' } },
  { joined: true, compute: { without: ['$list', '$next'], into: 'list' } },
  { joined: true, goto: 'choose' },
];

const counted = { list: [], ok: 0, failed: 0, times: 100, everyMs: 100 } as const;

/** The list is read once, each address once, and again when the watch rings; calls go on from what was read. */
const reads: readonly Step[] = [
  { on: { ConnectionLoss: 'unread', Expired: 'over' } },
  { label: 'look', getChildren: { path: SERVICE, watch: true, into: 'names' } },
  { joined: true, compute: { set: 0, into: 'stale' } },
  { joined: true, compute: { count: '$names', into: 'count' } },
  { joined: true, compute: { set: 0, into: 'place' } },
  { label: 'each', if: { is: ['$place', '>=', '$count'], goto: 'listed' } },
  { joined: true, compute: { item: ['$names', '$place'], into: 'name' } },
  { joined: true, compute: { add: ['$place', 1], into: 'place' } },
  { joined: true, if: { is: ['$name', 'in', '$known'], goto: 'each' } },
  {
    getData: { path: `${SERVICE}/$name`, into: 'address', on: { NoNode: 'each' } },
  },
  { joined: true, compute: { with: ['$known', '$name'], into: 'known' } },
  { joined: true, goto: 'each' },
  { label: 'listed', compute: { set: '$names', into: 'list' } },
  { joined: true, goto: 'choose' },
  // Without ZooKeeper nothing new is learned; what was read still stands.
  { label: 'unread', compute: { set: 1, into: 'stale' } },
  { joined: true, goto: 'choose' },
  { label: 'over', connect: {} },
  { joined: true, goto: 'look' },
  {
    label: 'pause',
    wait: { for: 'watch', ms: '$everyMs', late: 'ready', goto: 'look' },
  },
  { label: 'ready', if: { is: ['$stale', '=', 0], goto: 'choose' } },
  { joined: true, compute: { session: true, into: 'session' } },
  { joined: true, if: { is: ['$session', '=', 'connected'], goto: 'look' } },
];

const nobody: readonly Step[] = [
  { label: 'nobody', compute: { add: ['$failed', 1], into: 'failed' } },
  // Whoever was left out may answer again, and no change of the registry would tell.
  { joined: true, compute: { set: '$names', into: 'list' } },
  { joined: true, goto: 'pause' },
];

const some: Step = { label: 'choose', compute: { count: '$list', into: 'size' } };
const any: Step = { joined: true, if: { is: ['$size', '=', 0], goto: 'nobody' } };

const consumer = (choice: readonly Step[], values: RecipeProgram['values']): RecipeProgram => ({
  root: SERVICE,
  values: { ...counted, known: [], names: [], stale: 0, ...values },
  steps: [...reads, some, any, ...choice, ...calls, ...nobody],
});

/** One after the other. */
const inTurn: readonly Step[] = [
  { compute: { item: ['$list', '$turn'], into: 'next' } },
  { joined: true, compute: { add: ['$turn', 1], into: 'turn' } },
];

const byChance: readonly Step[] = [{ compute: { item: ['$list', 'random'], into: 'next' } }];

/** The one that it has called least itself. */
const leastVisited: readonly Step[] = [
  { compute: { least: ['$list', '$tally'], into: 'next' } },
  { joined: true, compute: { counted: ['$tally', '$next'], into: 'visits' } },
  { joined: true, compute: { add: ['$visits', 1], into: 'visits' } },
  { joined: true, compute: { tally: ['$tally', '$next', '$visits'], into: 'tally' } },
];

/** A name that stands there twice is chosen twice as often; one that is not in the list is left out. */
const weighted: readonly Step[] = [
  { joined: true, compute: { count: '$weights', into: 'left' } },
  { label: 'turn', if: { is: ['$left', '=', 0], goto: 'nobody' } },
  { joined: true, compute: { subtract: ['$left', 1], into: 'left' } },
  { joined: true, compute: { item: ['$weights', '$turn'], into: 'next' } },
  { joined: true, compute: { add: ['$turn', 1], into: 'turn' } },
  { joined: true, if: { is: ['$next', 'in', '$list'], goto: 'call', else: 'turn' } },
];

/** The counts stand in ZooKeeper, for all who call: each call is a write, and may have to be tried again. */
const shared: readonly Step[] = [
  { joined: true, compute: { set: 0, into: 'place' } },
  { label: 'count', compute: { item: ['$list', '$place'], into: 'name' } },
  {
    joined: true,
    getData: {
      path: `${VISITS}/$name`,
      into: 'visits',
      number: true,
      on: { NoNode: 'unknown' },
    },
  },
  { joined: true, compute: { tally: ['$tally', '$name', '$visits'], into: 'tally' } },
  { label: 'unknown', compute: { add: ['$place', 1], into: 'place' } },
  { joined: true, if: { is: ['$place', '<', '$size'], goto: 'count' } },
  { compute: { least: ['$list', '$tally'], into: 'next' } },
  {
    getData: {
      path: `${VISITS}/$next`,
      into: 'visits',
      version: 'version',
      number: true,
      on: { NoNode: 'call' },
    },
  },
  { joined: true, compute: { add: ['$visits', 1], into: 'visits' } },
  {
    setData: {
      path: `${VISITS}/$next`,
      data: '$visits',
      version: '$version',
      on: { BadVersion: 'choose' },
    },
  },
];

/** Who has the list from a file: it tries all of them, dead or alive, for ever. */
const fixed: RecipeProgram = {
  values: { ...counted, list: ['P1', 'P2', 'P3', 'P4'], turn: 0 },
  steps: [
    { label: 'choose', compute: { item: ['$list', '$turn'], into: 'next' } },
    { joined: true, compute: { add: ['$turn', 1], into: 'turn' } },
    { label: 'call', call: { to: '$next', op: 'call', on: { else: 'failure' } } },
    { joined: true, compute: { add: ['$ok', 1], into: 'ok' } },
    { label: 'done', repeat: { times: '$times', goto: 'pause' } },
    { joined: true, end: true },
    { label: 'failure', compute: { add: ['$failed', 1], into: 'failed' } },
    { joined: true, goto: 'done' },
    { label: 'pause', wait: { ms: '$everyMs', goto: 'choose' } },
  ],
};

/** It calls the one with the smallest number, and nobody else. */
const masterCaller: RecipeProgram = {
  root: SERVERS,
  values: { ...counted, master: '', names: [] },
  steps: [
    { on: { ConnectionLoss: 'doubt', Expired: 'over' } },
    { label: 'look', getChildren: { path: SERVERS, watch: true, into: 'names' } },
    { joined: true, pick: { from: '$names', what: 'smallest', into: 'first', none: 'nobody' } },
    {
      joined: true,
      getData: { path: `${SERVERS}/$first`, into: 'next', on: { NoNode: 'look' } },
    },
    { label: 'call', call: { to: '$next', op: 'call', on: { else: 'failure' } } },
    { joined: true, compute: { add: ['$ok', 1], into: 'ok' } },
    { label: 'done', repeat: { times: '$times', goto: 'pause' } },
    { joined: true, end: true },
    { label: 'nobody', compute: { set: '', into: 'next' } },
    { label: 'failure', compute: { add: ['$failed', 1], into: 'failed' } },
    { joined: true, goto: 'done' },
    {
      label: 'pause',
      wait: { for: 'watch', ms: '$everyMs', late: 'ready', goto: 'look' },
    },
    { label: 'ready', if: { is: ['$next', '=', ''], goto: 'failure', else: 'call' } },
    { label: 'doubt', wait: { for: 'session', goto: 'look' } },
    { label: 'over', connect: {} },
    { joined: true, goto: 'look' },
  ],
};

export const registry = {
  provider,
  unregistered,
  'consumer-in-turn': consumer(inTurn, { turn: 0 }),
  'consumer-by-chance': consumer(byChance, {}),
  'consumer-least': consumer(leastVisited, { tally: [] }),
  'consumer-shared': consumer(shared, { tally: [] }),
  'consumer-weighted': consumer(weighted, { turn: 0, weights: ['P1', 'P1', 'P2'] }),
  'fixed-caller': fixed,
  'master-caller': masterCaller,
} as const satisfies Readonly<Record<string, RecipeProgram>>;
