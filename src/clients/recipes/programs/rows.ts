/** A row of a table that says who is master: it outlives its owner, unless somebody takes it over. */
import type { Holding, RecipeProgram } from '../../../view/recipe-program.ts';

const rowHeld: readonly Holding[] = [{ what: 'master', rule: 'row', path: 'T/1' }];

/** It inserts the row; whoever is second waits, and tries again. */
const rowMaster: RecipeProgram = {
  values: { table: 'T', pollMs: 1000 },
  holds: rowHeld,
  steps: [
    {
      label: 'ask',
      call: {
        to: '$table',
        op: 'insert',
        args: { id: '1', owner: '$me' },
        into: 'term',
        on: { DuplicateKey: 'standby', else: 'standby' },
      },
    },
    { label: 'held', believe: { what: 'master' } },
    { joined: true, wait: { for: 'go' } },
    { label: 'free', release: 'master' },
    {
      joined: true,
      call: {
        to: '$table',
        op: 'delete-row',
        args: { id: '1', owner: '$me' },
        on: { NoRow: 'out', else: 'out' },
      },
    },
    { label: 'out', end: true },
    { label: 'standby', wait: { ms: '$pollMs', goto: 'ask' } },
  ],
};

/** Its owner gives a sign in the row every so often; a standby takes over a row whose sign is too old. */
const rowLease: RecipeProgram = {
  values: { table: 'T', pollMs: 1000, beatMs: 2000, olderMs: 6000, storage: '', token: '' },
  holds: rowHeld,
  steps: [
    {
      label: 'ask',
      call: {
        to: '$table',
        op: 'insert',
        args: { id: '1', owner: '$me' },
        into: 'token',
        on: { DuplicateKey: 'standby', else: 'standby' },
      },
    },
    { label: 'held', believe: { what: 'master' } },
    { label: 'next', wait: { for: 'go', ms: '$beatMs', late: 'beat' } },
    { joined: true, goto: 'free' },
    { label: 'beat', if: { is: ['$storage', '=', ''], goto: 'sign' } },
    {
      joined: true,
      call: {
        to: '$storage',
        op: 'write',
        args: { value: '$me', token: '$token' },
        on: { StaleToken: 'lost', else: 'sign' },
      },
    },
    {
      label: 'sign',
      call: {
        to: '$table',
        op: 'beat',
        args: { id: '1', owner: '$me' },
        on: { NoRow: 'lost', else: 'next' },
      },
    },
    { joined: true, goto: 'next' },
    { label: 'lost', release: 'master' },
    { label: 'standby', wait: { ms: '$pollMs' } },
    {
      call: {
        to: '$table',
        op: 'select',
        args: { id: '1' },
        into: 'owner',
        on: { NoRow: 'ask', else: 'standby' },
      },
    },
    {
      call: {
        to: '$table',
        op: 'take-over',
        args: { id: '1', owner: '$me', from: '$owner', olderMs: '$olderMs' },
        into: 'token',
        on: { NoRow: 'standby', else: 'standby' },
      },
    },
    { joined: true, goto: 'held' },
    { label: 'free', release: 'master' },
    {
      joined: true,
      call: {
        to: '$table',
        op: 'delete-row',
        args: { id: '1', owner: '$me' },
        on: { NoRow: 'out', else: 'out' },
      },
    },
    { label: 'out', end: true },
  ],
};

export const rows = {
  'row-master': rowMaster,
  'row-lease': rowLease,
} as const satisfies Readonly<Record<string, RecipeProgram>>;
