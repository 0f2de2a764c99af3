import { useEffect, useRef, useState } from 'react';
import type { StepRecord } from '../../../view/fact.ts';
import { useSim } from '../../sim/store.ts';
import type { Acts } from '../acts.ts';
import { EMPTY, extend, missing, slid } from './window.ts';
import type { Wanted } from './window.ts';

interface Recorded {
  readonly records: readonly StepRecord[];
  /** Whether these are all of the stretch, or some are still asked for. */
  readonly whole: boolean;
}

/**
 * The records of a stretch of the run, oldest first. What a branch has done does not change, so
 * only what is not known yet is asked for, one question at a time.
 */
export const useRecorded = (send: Acts['send'], stretch: Omit<Wanted, 'run'>): Recorded => {
  const [known, setKnown] = useState(EMPTY);
  const asking = useRef(false);
  const [asked, setAsked] = useState(0);
  const run = useSim((s) => s.run);
  const { branch, all, from, to } = stretch;
  const wanted = { run, branch, all, from, to };

  // What belongs to another branch or run, or was left behind, is forgotten at once.
  const kept = slid(known, wanted);
  if (kept !== known) setKnown(kept);

  useEffect(() => {
    const want = { run, branch, all, from, to };
    const gap = missing(known, want);
    if (gap === null || asking.current) return;
    asking.current = true;
    const command = { type: 'history', ...gap, all, most: gap.to - gap.from } as const;
    void send(command).then((answer) => {
      asking.current = false;
      if (answer.history === undefined) return;
      setKnown((before) => extend(before, want, gap, answer.history ?? []));
      // The run may have gone on meanwhile.
      setAsked((n) => n + 1);
    });
  }, [send, known, asked, run, branch, all, from, to]);

  return {
    records: kept.records,
    whole: missing(kept, wanted) === null,
  };
};
