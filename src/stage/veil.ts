import type { Veiled, VeiledNode } from '../view/prediction.ts';
import type { Pid } from '../view/time.ts';
import type { UnknownField } from '../view/told-frame.ts';

/** What an open question asks about, or nobody has told: the drawings show `?` in its place. */
export type Veil = readonly (Veiled | UnknownField)[];

export const HIDDEN = '?';

/** `vote` covers a vote's three fields. */
export const veiled = (
  veil: Veil | undefined,
  pid: Pid | null,
  field: UnknownField['field'],
): boolean =>
  veil?.some(
    (one) =>
      'pid' in one &&
      (one.pid === null || one.pid === pid) &&
      (one.field === field ||
        (one.field === 'vote' && (field === 'epoch' || field === 'zxid' || field === 'sid'))),
  ) ?? false;

/** Whether the question is about anything of this process: its details would tell it. */
export const isAskedAbout = (veil: Veil | undefined, pid: Pid): boolean =>
  veil?.some((one) => 'pid' in one && (one.pid === null || one.pid === pid)) ?? false;

export const veiledNode = (
  veil: Veil | undefined,
  path: string,
  field: VeiledNode['field'],
): boolean =>
  veil?.some((one) => 'znode' in one && one.znode === path && one.field === field) ?? false;
