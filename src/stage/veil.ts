import type { VeiledField } from '../view/scenario.ts';
import type { Pid } from '../view/time.ts';

/** A field that an open question asks about: the drawings show `?` in its place. */
export type Veiled = VeiledField;

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
