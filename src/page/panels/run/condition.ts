import type { Condition } from '../../../view/condition.ts';
import type { Pid } from '../../../view/time.ts';
import { zxidText } from '../../../view/zxid.ts';
import { typedMs, typedZxid } from '../setup/typed.ts';

/** The form of "run until". */
export interface UntilDraft {
  readonly kind: 'leader' | 'no-leader' | 'state' | 'zxid' | 'quiet';
  readonly pid: Pid;
  readonly state: string;
  readonly zxid: string;
  /** Virtual seconds after which it gives up. */
  readonly limitS: string;
}

export const STATES = [
  'LOOKING',
  'FOLLOWING',
  'LEADING',
  'OBSERVING',
  'CRASHED',
  'PAUSED',
] as const;

export const firstUntil = (pid: Pid): UntilDraft => ({
  kind: 'leader',
  pid,
  state: 'LEADING',
  zxid: '1·1',
  limitS: '60',
});

export type UntilProblem = 'zxid' | 'limit';

/** Longest stretch of virtual time one run may take, s. */
const LONGEST = 3600;

const condition = (draft: UntilDraft): Condition | 'zxid' => {
  switch (draft.kind) {
    case 'leader':
      return { leader: 'any' };
    case 'no-leader':
      return { leader: 'none' };
    case 'state':
      return { state: { pid: draft.pid, is: draft.state } };
    case 'quiet':
      return { quiet: true };
    case 'zxid': {
      const zxid = typedZxid(draft.zxid);
      return zxid === null ? 'zxid' : { zxid: { pid: draft.pid, atLeast: zxidText(zxid) } };
    }
  }
};

/** What to ask of the simulation, or which field is wrong. */
export const buildUntil = (
  draft: UntilDraft,
):
  | { readonly condition: Condition; readonly withinMs: number }
  | { readonly wrong: UntilProblem } => {
  const what = condition(draft);
  if (what === 'zxid') return { wrong: 'zxid' };
  const limit = typedMs(draft.limitS);
  if (limit === null || limit <= 0 || limit > LONGEST) return { wrong: 'limit' };
  return { condition: what, withinMs: limit * 1000 };
};
