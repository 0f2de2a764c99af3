import type { Condition } from '../../../view/condition.ts';
import type { Pid } from '../../../view/time.ts';

/** Until all of these hold. */
export const wait = (...all: readonly Condition[]) => ({ kind: 'wait', until: { all } }) as const;

/** A person types this at a client's console. */
export const types = (pid: Pid, text: string) =>
  ({ kind: 'input', pid, name: 'LINE', data: { text } }) as const;
