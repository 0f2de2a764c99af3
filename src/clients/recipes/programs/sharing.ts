/** What clients tell each other through the tree: configuration, names, membership. */
import type { RecipeProgram, Step } from '../../../view/recipe-program.ts';

const CONFIG = '/config/app';
const MEMBERS = '/members';

/** It only reads: in doubt it reads again, and in a new session too. */
const readsAgain = (look: string): readonly Step[] => [
  { label: 'doubt', wait: { for: 'session', goto: look } },
  { label: 'over', connect: {} },
  { joined: true, goto: look },
];

const reading: Step = { on: { ConnectionLoss: 'doubt', Expired: 'over' } };

const configTree: RecipeProgram['tree'] = [{ path: '/config' }, { path: CONFIG, data: 'v1' }];

/** Each write says the version that it has read: of two publishers one is refused, and reads again. */
const publisher: RecipeProgram = {
  root: '/config',
  tree: configTree,
  values: { everyMs: 1000, times: 3 },
  steps: [
    reading,
    { label: 'next', wait: { ms: '$everyMs' } },
    { label: 'read', getData: { path: CONFIG, into: 'old', version: 'version' } },
    { joined: true, compute: { add: ['$version', 2], into: 'number' } },
    {
      setData: {
        path: CONFIG,
        data: 'v$number',
        version: '$version',
        on: { BadVersion: 'read' },
      },
    },
    { repeat: { times: '$times', goto: 'next' } },
    { joined: true, end: true },
    ...readsAgain('read'),
  ],
};

/** The watch rings, the read brings what is new. */
const subscriber: RecipeProgram = {
  root: '/config',
  tree: configTree,
  steps: [
    reading,
    { label: 'look', getData: { path: CONFIG, watch: true, into: 'config', version: 'version' } },
    {
      label: 'told',
      joined: true,
      claim: { kind: 'knows', of: CONFIG, is: '$config', version: '$version' },
    },
    {
      wait: { for: 'watch', goto: 'look' },
      broken: {
        'watch-as-data': { wait: { for: 'watch', goto: 'guess' } },
      },
    },
    ...readsAgain('look'),
    // What a watch does not say: that there was one change alone.
    { label: 'guess', compute: { add: ['$version', 1], into: 'version' } },
    { joined: true, compute: { add: ['$version', 1], into: 'number' } },
    { joined: true, compute: { set: 'v$number', into: 'config' } },
    { joined: true, exists: { path: CONFIG, watch: true } },
    { joined: true, goto: 'told' },
  ],
};

/** It asks every so often, whether there is anything new or not. */
const poller: RecipeProgram = {
  root: '/config',
  tree: configTree,
  values: { everyMs: 1000, times: 10 },
  steps: [
    reading,
    { label: 'look', getData: { path: CONFIG, into: 'config', version: 'version' } },
    { joined: true, wait: { ms: '$everyMs' } },
    { repeat: { times: '$times', goto: 'look' } },
    { joined: true, end: true },
    ...readsAgain('look'),
  ],
};

/** It must not miss what was acknowledged before it asked: its server may be behind, until it has synced. */
const freshReader: RecipeProgram = {
  root: '/config',
  tree: configTree,
  values: { everyMs: 500, times: 5 },
  steps: [
    reading,
    { label: 'next', wait: { ms: '$everyMs' } },
    { label: 'look', claim: { kind: 'reads-fresh', of: CONFIG } },
    { joined: true, sync: { path: CONFIG }, broken: { 'read-before-sync': null } },
    { getData: { path: CONFIG, into: 'config', version: 'version' } },
    { repeat: { times: '$times', goto: 'next' } },
    { joined: true, end: true },
    ...readsAgain('look'),
  ],
};

/** A counter in a node: read, add, write with the version that was read. */
const counter: RecipeProgram = {
  root: '/counter',
  tree: [{ path: '/counter', data: '0' }],
  values: { times: 3, everyMs: 0 },
  steps: [
    reading,
    { label: 'next', wait: { ms: '$everyMs' } },
    {
      label: 'read',
      getData: { path: '/counter', into: 'count', version: 'version', number: true },
    },
    { joined: true, compute: { add: ['$count', 1], into: 'count' } },
    {
      setData: {
        path: '/counter',
        data: '$count',
        version: '$version',
        on: { BadVersion: 'read' },
      },
    },
    { joined: true, claim: { kind: 'unique', of: '$count' } },
    { repeat: { times: '$times', goto: 'next' } },
    { joined: true, end: true },
    // Whether it was done is not known: a number may be left out, and none is given twice.
    ...readsAgain('read'),
  ],
};

/** Each id is the number of a node of its own. A lost reply wastes one. */
const ids: RecipeProgram = {
  root: '/ids',
  values: { times: 3, everyMs: 0 },
  steps: [
    { on: { ConnectionLoss: 'doubt', Expired: 'over' } },
    { label: 'next', wait: { ms: '$everyMs' } },
    { label: 'ask', create: { path: '/ids/id-', sequential: true, into: 'id' } },
    { joined: true, claim: { kind: 'unique', of: '$id' } },
    { repeat: { times: '$times', goto: 'next' } },
    { joined: true, end: true },
    ...readsAgain('ask'),
  ],
};

/** It is a member as long as its session lives. */
const member: RecipeProgram = {
  root: MEMBERS,
  steps: [
    { on: { ConnectionLoss: 'doubt', Expired: 'over' } },
    {
      label: 'join',
      create: {
        path: `${MEMBERS}/$me`,
        data: '$guid',
        ephemeral: true,
        into: 'own',
        on: { NodeExists: 'occupied' },
      },
    },
    { label: 'in', believe: { what: 'member', node: `${MEMBERS}/$me` } },
    { joined: true, wait: { for: 'go' } },
    { label: 'leave', release: 'member' },
    { joined: true, close: {} },
    { joined: true, end: true },
    // Its own node of a session before this one, which still lives at the servers: it waits for its end.
    {
      label: 'occupied',
      getData: { path: `${MEMBERS}/$me`, watch: true, into: 'owner', on: { NoNode: 'join' } },
    },
    { joined: true, if: { is: ['$owner', '=', '$guid'], goto: 'in' } },
    { joined: true, wait: { for: 'watch', goto: 'join' } },
    { label: 'doubt', release: 'member' },
    { joined: true, wait: { for: 'session', goto: 'join' } },
    { label: 'over', release: 'member' },
    { joined: true, connect: {} },
    { joined: true, goto: 'join' },
  ],
};

const monitor: RecipeProgram = {
  root: MEMBERS,
  steps: [
    reading,
    { label: 'look', getChildren: { path: MEMBERS, watch: true, into: 'list' } },
    { joined: true, claim: { kind: 'knows', of: MEMBERS, is: '$list' } },
    { wait: { for: 'watch', goto: 'look' } },
    ...readsAgain('look'),
  ],
};

export const sharingPrograms = {
  publisher,
  subscriber,
  poller,
  'fresh-reader': freshReader,
  'versioned-counter': counter,
  ids,
  member,
  monitor,
} as const satisfies Readonly<Record<string, RecipeProgram>>;
