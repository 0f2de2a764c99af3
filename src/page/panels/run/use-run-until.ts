import { useState } from 'react';
import type { Condition } from '../../../view/condition.ts';
import type { Micros } from '../../../view/time.ts';
import { runUntil } from '../../sim/actions.ts';
import { useSim } from '../../sim/store.ts';

/** How running until something came out, and where time stood then. */
export interface UntilOutcome {
  readonly kind: 'running' | 'reached' | 'not-reached';
  readonly time: Micros;
  readonly limitMs: number;
  /** The run and the position that it is about. */
  readonly run: number;
  readonly position: number;
}

/** Runs until something holds, and keeps what came of it, of the run on screen. */
export const useRunUntil = () => {
  const [outcome, setOutcome] = useState<UntilOutcome | null>(null);
  const shown = useSim((s) => s.run);
  const note = (kind: UntilOutcome['kind'], limitMs: number): void => {
    const { frame, run } = useSim.getState();
    setOutcome({ kind, limitMs, run, time: frame?.time ?? 0, position: frame?.position ?? 0 });
  };
  return {
    outcome: outcome?.run === shown ? outcome : null,
    forget: (): void => setOutcome(null),
    run: async (condition: Condition, limitMs: number): Promise<void> => {
      note('running', limitMs);
      const { problem, reached, stopped } = await runUntil(condition, limitMs);
      // Where it was stopped is said beside the button that did it.
      if (problem === null && stopped !== true)
        note(reached === true ? 'reached' : 'not-reached', limitMs);
      else setOutcome(null);
    },
  };
};
