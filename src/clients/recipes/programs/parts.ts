/** What many recipes have in common. */
import type { Step } from '../../../view/recipe-program.ts';

/** Where it goes when its connection is gone, or its session. */
export const careful: Step = {
  on: { Disconnected: 'doubt', ConnectionLoss: 'doubt', Expired: 'over' },
  note: 'in doubt it holds nothing',
  broken: {
    'hold-when-disconnected': { on: { ConnectionLoss: 'doubt', Expired: 'over' } },
  },
};

/**
 * Without a connection nobody knows what was done: it believes nothing, waits for another one, and looks
 * whether its node is there, in a tree that is no older than what was asked.
 */
export const doubt = (root: string, what: string, ask: string, look: string): readonly Step[] => [
  { label: 'doubt', release: what },
  { joined: true, wait: { for: 'session' } },
  {
    sync: { path: root },
    broken: { 'retry-create-blindly': { goto: ask } },
  },
  { joined: true, getChildren: { path: root, into: 'queue' } },
  { joined: true, pick: { from: '$queue', what: 'mine', into: 'mine', none: ask } },
  { joined: true, compute: { set: `${root}/$mine`, into: 'own' } },
  { joined: true, exists: { path: '$own', zxid: 'token', no: ask } },
  { joined: true, goto: look },
];

/** Its session is over, and its nodes with it: it begins again. */
export const over = (what: string, ask: string): readonly Step[] => [
  { label: 'over', release: what },
  { joined: true, connect: {} },
  { joined: true, goto: ask },
];

/** A numbered node of its own, which is its place in the queue. */
export const numbered = (root: string, name: string): Step => ({
  label: 'ask',
  create: {
    path: `${root}/$guid-${name}`,
    ephemeral: true,
    sequential: true,
    into: 'own',
    zxid: 'token',
  },
});

/** Whether it is the first, else whom it waits for. */
export const queued = (root: string): readonly Step[] => [
  { label: 'look', getChildren: { path: root, into: 'queue' } },
  { joined: true, pick: { from: '$queue', what: 'smallest', into: 'first' } },
  { joined: true, if: { is: ['$own', '=', `${root}/$first`], goto: 'held' } },
  { pick: { from: '$queue', what: 'before', into: 'before', none: 'doubt' } },
  {
    joined: true,
    exists: { path: `${root}/$before`, watch: true, no: 'look' },
    broken: {
      'watch-the-parent': { getChildren: { path: root, watch: true, into: 'queue' } },
    },
  },
  {
    wait: { for: 'watch', goto: 'look' },
    broken: {
      'no-second-look': {
        wait: { for: 'watch', goto: 'held' },
      },
    },
  },
];

/** It lets go, and only then takes its node away: who comes next must not meet a believer. */
export const freed = (what: string): readonly Step[] => [
  { label: 'free', release: what },
  {
    joined: true,
    delete: {
      path: '$own',
      on: { NoNode: 'done', ConnectionLoss: 'unfreed', SessionExpired: 'gone' },
    },
  },
];

/** Whether its node went is not known: the name is its own alone, so it may be taken away once more. */
export const unfreed: readonly Step[] = [
  { label: 'unfreed', wait: { for: 'session' } },
  { joined: true, goto: 'free' },
  { label: 'gone', connect: {} },
  { joined: true, goto: 'done' },
];

export const again = (ask: string): readonly Step[] => [
  { label: 'done', repeat: { times: '$times', goto: ask } },
  { joined: true, end: true },
];
