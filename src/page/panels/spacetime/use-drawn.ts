import { useState } from 'react';
import type { StepRecord } from '../../../view/fact.ts';
import type { Frame } from '../../../view/frame.ts';
import { useSim } from '../../sim/store.ts';

interface Told {
  readonly frame: Frame;
  /** What has happened round it, as far as it is known. */
  readonly records: readonly StepRecord[];
}

/**
 * What the diagram draws: the newest moment of which all is known. Without the steps that led to it,
 * it would show a wait that never was.
 * @param whole whether all that led to this frame is known
 */
export const useDrawn = (frame: Frame, records: readonly StepRecord[], whole: boolean): Told => {
  const run = useSim((s) => s.run);
  const [drawn, setDrawn] = useState({ run, frame, records });
  const goesOn =
    drawn.run === run &&
    drawn.frame.branch === frame.branch &&
    drawn.frame.position <= frame.position;
  if (!whole && goesOn) return drawn;
  if (drawn.run === run && drawn.frame === frame && drawn.records === records) return drawn;
  const next = { run, frame, records };
  setDrawn(next);
  return next;
};
