/** What clients do together: barriers, queues, tasks, and a commit in two phases. */
import type { RecipeProgram, Step } from '../../../view/recipe-program.ts';

const QUEUE = '/queue';
const BARRIER = '/barrier';
const DOUBLE = '/b';
const TX = '/app/Tx';

const readsAgain = (look: string): readonly Step[] => [
  { label: 'doubt', wait: { for: 'session', goto: look } },
  { label: 'over', connect: {} },
  { joined: true, goto: look },
];

const reading: Step = { on: { ConnectionLoss: 'doubt', Expired: 'over' } };

/** As long as the node is there, nobody passes. */
const barrierWaiter: RecipeProgram = {
  root: BARRIER,
  tree: [{ path: BARRIER }],
  steps: [
    reading,
    { label: 'look', exists: { path: BARRIER, watch: true, no: 'pass' } },
    { wait: { for: 'watch', goto: 'look' } },
    { label: 'pass', believe: { what: 'passed' } },
    { joined: true, end: true },
    ...readsAgain('look'),
  ],
};

const barrierKeeper: RecipeProgram = {
  root: BARRIER,
  tree: [{ path: BARRIER }],
  values: { afterMs: 3000 },
  steps: [
    reading,
    { wait: { ms: '$afterMs' } },
    { label: 'open', delete: { path: BARRIER, on: { NoNode: 'opened' } } },
    { label: 'opened', end: true },
    ...readsAgain('open'),
  ],
};

/** Nobody begins before so many have come, nobody leaves before all have done. */
const doubleBarrier: RecipeProgram = {
  root: DOUBLE,
  values: { size: 3, workMs: 2000 },
  steps: [
    reading,
    { label: 'come', exists: { path: `${DOUBLE}/ready`, watch: true } },
    {
      joined: true,
      create: { path: `${DOUBLE}/p-$me`, ephemeral: true, on: { NodeExists: 'there' } },
    },
    { label: 'count', getChildren: { path: DOUBLE, into: 'list' } },
    { joined: true, pick: { from: '$list', what: 'count', prefix: 'p-', into: 'here' } },
    {
      joined: true,
      if: { is: ['$here', '>=', '$size'], goto: 'ready' },
      broken: { 'enter-at-once': { goto: 'in' } },
    },
    { joined: true, exists: { path: `${DOUBLE}/ready`, watch: true, yes: 'in' } },
    { wait: { for: 'watch', goto: 'in' } },
    { label: 'ready', create: { path: `${DOUBLE}/ready`, on: { NodeExists: 'in' } } },
    { label: 'in', claim: { kind: 'enters', of: DOUBLE, size: '$size' } },
    { joined: true, on: { ConnectionLoss: 'doubt-in', Expired: 'over-in' } },
    { joined: true, work: { ms: '$workMs' } },
    { label: 'leave', getChildren: { path: DOUBLE, into: 'list' } },
    {
      joined: true,
      pick: { from: '$list', what: 'smallest', prefix: 'p-', into: 'lowest', none: 'last' },
    },
    { joined: true, pick: { from: '$list', what: 'largest', prefix: 'p-', into: 'highest' } },
    { joined: true, if: { is: ['$lowest', '=', 'p-$me'], goto: 'low' } },
    {
      delete: { path: `${DOUBLE}/p-$me`, on: { NoNode: 'behind' } },
      broken: { 'leave-at-once': { goto: 'last' } },
    },
    {
      label: 'behind',
      exists: { path: `${DOUBLE}/$lowest`, watch: true, no: 'leave' },
    },
    { joined: true, wait: { for: 'watch', goto: 'leave' } },
    { label: 'low', if: { is: ['$highest', '=', 'p-$me'], goto: 'alone' } },
    { joined: true, exists: { path: `${DOUBLE}/$highest`, watch: true, no: 'leave' } },
    { joined: true, wait: { for: 'watch', goto: 'leave' } },
    { label: 'alone', delete: { path: `${DOUBLE}/p-$me`, on: { NoNode: 'last' } } },
    { label: 'last', claim: { kind: 'leaves', of: DOUBLE } },
    { joined: true, delete: { path: `${DOUBLE}/ready`, on: { NoNode: 'out' } } },
    { label: 'out', end: true },
    { label: 'doubt', wait: { for: 'session', goto: 'come' } },
    { label: 'over', connect: {} },
    { joined: true, goto: 'come' },
    { label: 'doubt-in', wait: { for: 'session', goto: 'leave' } },
    { label: 'over-in', connect: {} },
    { joined: true, goto: 'leave' },
    // A node of its session before goes with that session: it does not count as having come.
    {
      label: 'there',
      exists: { path: `${DOUBLE}/p-$me`, watch: true, own: 'count', no: 'come' },
    },
    { joined: true, wait: { for: 'watch', goto: 'come' } },
  ],
};

const producer = (ephemeral: boolean): RecipeProgram => ({
  root: QUEUE,
  values: { times: 4, everyMs: 500, number: 0 },
  steps: [
    reading,
    { label: 'next', wait: { ms: '$everyMs' } },
    { joined: true, compute: { add: ['$number', 1], into: 'number' } },
    {
      label: 'put',
      create: {
        path: `${QUEUE}/q-`,
        data: '$me-$number',
        sequential: true,
        ...(ephemeral && { ephemeral }),
        into: 'item',
      },
    },
    { repeat: { times: '$times', goto: 'next' } },
    { joined: true, end: true },
    // Whether it was put there is not known: rather once more than never.
    ...readsAgain('put'),
  ],
});

/** The one who has deleted an item has it; who comes too late looks for the next one. */
const consumer: RecipeProgram = {
  root: QUEUE,
  values: { workMs: 500 },
  steps: [
    reading,
    { label: 'look', getChildren: { path: QUEUE, watch: true, into: 'list' } },
    { label: 'first', pick: { from: '$list', what: 'smallest', into: 'item', none: 'wait' } },
    {
      joined: true,
      getData: { path: `${QUEUE}/$item`, into: 'data', version: 'version', on: { NoNode: 'late' } },
    },
    {
      delete: { path: `${QUEUE}/$item`, version: '$version', on: { NoNode: 'late' } },
      broken: {
        'take-without-looking': {
          delete: { path: `${QUEUE}/$item`, version: '$version', on: { NoNode: 'taken' } },
        },
      },
    },
    { label: 'taken', claim: { kind: 'takes', of: '$item' } },
    { joined: true, work: { ms: '$workMs' } },
    { joined: true, goto: 'look' },
    { label: 'late', compute: { without: ['$list', '$item'], into: 'list' } },
    { joined: true, goto: 'first' },
    { label: 'wait', wait: { for: 'watch', goto: 'look' } },
    ...readsAgain('look'),
  ],
};

/** It hands out a task, and hears when it is done. */
const taskGiver: RecipeProgram = {
  root: '/tasks',
  tree: [{ path: '/status' }],
  values: { times: 3, number: 0 },
  steps: [
    reading,
    { label: 'next', compute: { add: ['$number', 1], into: 'number' } },
    {
      label: 'give',
      create: { path: '/tasks/$me-$number', data: 'to do', on: { NodeExists: 'look' } },
    },
    {
      label: 'look',
      exists: { path: '/status/$me-$number', watch: true, yes: 'done' },
    },
    { joined: true, goto: 'wait' },
    { label: 'wait', wait: { for: 'watch', goto: 'look' } },
    { label: 'done', repeat: { times: '$times', goto: 'next' } },
    { joined: true, end: true },
    ...readsAgain('give'),
  ],
};

const taskWorker: RecipeProgram = {
  root: '/tasks',
  tree: [{ path: '/status' }],
  values: { workMs: 1000 },
  steps: [
    reading,
    { label: 'look', getChildren: { path: '/tasks', watch: true, into: 'list' } },
    { label: 'first', pick: { from: '$list', what: 'smallest', into: 'task', none: 'wait' } },
    { work: { ms: '$workMs' } },
    {
      label: 'report',
      create: { path: '/status/$task', data: 'done', on: { NodeExists: 'clear' } },
    },
    { label: 'clear', delete: { path: '/tasks/$task', on: { NoNode: 'look' } } },
    { joined: true, goto: 'look' },
    { label: 'wait', wait: { for: 'watch', goto: 'look' } },
    ...readsAgain('look'),
  ],
};

/** It opens the transaction, waits for the votes of all sites, and writes what comes of them. */
const coordinator: RecipeProgram = {
  root: '/app',
  tree: [{ path: '/app' }, { path: TX }],
  values: { sites: 3, place: 0, decision: 'commit' },
  steps: [
    reading,
    { label: 'look', getChildren: { path: TX, watch: true, into: 'list' } },
    { joined: true, pick: { from: '$list', what: 'count', prefix: 'site-', into: 'votes' } },
    { joined: true, if: { is: ['$votes', '>=', '$sites'], goto: 'count' } },
    { wait: { for: 'watch', goto: 'look' } },
    { label: 'count', compute: { item: ['$list', '$place'], into: 'site' } },
    { joined: true, getData: { path: `${TX}/$site`, into: 'vote', on: { NoNode: 'look' } } },
    { joined: true, if: { is: ['$vote', '=', 'commit'], goto: 'next' } },
    { joined: true, compute: { set: 'abort', into: 'decision' } },
    { label: 'next', compute: { add: ['$place', 1], into: 'place' } },
    { joined: true, if: { is: ['$place', '<', '$votes'], goto: 'count' } },
    {
      label: 'decide',
      create: { path: '/app/decision', data: '$decision', on: { NodeExists: 'out' } },
    },
    { label: 'out', end: true },
    ...readsAgain('look'),
  ],
};

/** It votes, and does what was decided. */
const site: RecipeProgram = {
  root: '/app',
  tree: [{ path: '/app' }, { path: TX }],
  values: { vote: 'commit' },
  steps: [
    reading,
    {
      label: 'vote',
      create: { path: `${TX}/site-$me`, data: '$vote', on: { NodeExists: 'look' } },
    },
    { label: 'look', exists: { path: '/app/decision', watch: true, yes: 'decided' } },
    { joined: true, goto: 'wait' },
    {
      label: 'wait',
      wait: { for: 'watch', goto: 'look' },
      broken: { 'decide-alone': { goto: 'alone' } },
    },
    { label: 'decided', getData: { path: '/app/decision', into: 'decision' } },
    { label: 'told', claim: { kind: 'decides', of: '/app/decision', is: '$decision' } },
    { joined: true, end: true },
    { label: 'alone', compute: { set: '$vote', into: 'decision' } },
    { joined: true, goto: 'told' },
    ...readsAgain('vote'),
  ],
};

export const workingPrograms = {
  'barrier-waiter': barrierWaiter,
  'barrier-keeper': barrierKeeper,
  'double-barrier': doubleBarrier,
  producer: producer(false),
  'ephemeral-producer': producer(true),
  consumer,
  'task-giver': taskGiver,
  'task-worker': taskWorker,
  coordinator,
  site,
} as const satisfies Readonly<Record<string, RecipeProgram>>;
