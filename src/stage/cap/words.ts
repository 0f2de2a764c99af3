import type { Texts } from '../say.ts';
import type { Saying } from '../words.ts';

/** Every visible word of the drawings of stores that a network is cut under. */
export const capWords = {
  /** Names of the drawings. */
  stage: '{servers} servers that keep x, and {clients, plural, one {# client} other {# clients}}',
  requests: 'Requests of each client, and what became of them',
  /** What a server says it is. */
  role: {
    LOOKING: 'LOOKING',
    FOLLOWING: 'FOLLOWING',
    LEADING: 'LEADING',
    SYNCING: 'SYNCING',
    READ_ONLY: 'READ-ONLY',
    PRIMARY: 'PRIMARY',
    COPY: 'COPY',
    PEER: 'PEER',
  },
  /** The value that a server would answer with. */
  value: 'x = {value}',
  noValue: 'x = –',
  clientName: '{name}, {state}',
  /** Beside a client: the newest request, and what became of it. */
  request: { read: 'read', 'sync-read': 'sync + read' },
  answered: { read: 'read {value}', write: 'write {value}', 'sync-read': 'sync + read {value}' },
  fresh: '{value}, fresh',
  staleAnswer: '{value}, stale by {count}',
  written: 'written',
  outcome: {
    ok: 'ok',
    stale: 'stale by {count}',
    'timed-out': 'timed out',
    unknown: 'unknown',
    error: 'refused',
    lost: 'lost later',
    waiting: 'waits',
    'to-come': 'to come',
  },
  legend: {
    ok: 'ok',
    stale: 'stale',
    'timed-out': 'timed out',
    error: 'error',
    lost: 'lost later',
  },
  refused: 'error: {error}',
  /** Side by side in a lane. */
  several: '{count} requests',
  /** In a sentence. */
  named: '{name}’s {what}',
  /** By the wall. */
  drawnAt: 'cut at {from}',
  drawnUntil: 'cut at {from}, lifted at {to}',
  /** Heads of the lanes. */
  on: 'on {server}',
  /** Accessible names of marks. */
  mark: 'Request {number} of {name}: {what}, {outcome}',
  /** Several are too near to one another to be told apart. */
  cut: '{count, plural, one {cut} other {cut # times}}',
  healed: 'healed',
  heals: 'heals',
  looks: '{server} looks for a leader',
} as const satisfies Texts;

export type CapSaying = Saying<typeof capWords>;
