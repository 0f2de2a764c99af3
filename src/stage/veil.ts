import type { Pid } from '../view/time.ts';

/** A field that an open question asks about: the drawings show `?` in its place. */
export interface Veiled {
  /** Of one process; null for all. */
  readonly pid: Pid | null;
  readonly field:
    | 'state'
    | 'vote'
    | 'round'
    | 'epoch'
    | 'zxid'
    | 'sid'
    | 'log'
    | 'tally'
    | 'comparison';
}

export type Veil = readonly Veiled[];

export const HIDDEN = '?';

/** `vote` covers a vote's three fields. */
export const veiled = (veil: Veil | undefined, pid: Pid | null, field: Veiled['field']): boolean =>
  veil?.some(
    (one) =>
      (one.pid === null || one.pid === pid) &&
      (one.field === field ||
        (one.field === 'vote' && (field === 'epoch' || field === 'zxid' || field === 'sid'))),
  ) ?? false;
