import { useEffect, useState } from 'react';
import type { BallotsView } from '../../../view/paxos-ask.ts';
import { askPaxos } from './ask.ts';
import type { SimState } from '../../sim/store.ts';
import { useSim } from '../../sim/store.ts';
import { beginWork } from '../../sim/work.ts';

/** Least wall time between two questions while the run plays, ms. */
const PAUSE = 120;

const keyOf = ({ run, frame }: SimState): string | null =>
  frame === null ? null : `${run}/${frame.branch}/${frame.position}/${frame.length}`;

/** The run and branch that a view is of. */
const ofRun = ({ run, frame }: SimState): string => `${run}/${frame?.branch ?? 0}`;

/**
 * The ballots around the present time: `before` of them begun by now, `after` later ones. While the
 * run plays they are asked for again and again; what is shown may lag by a moment, never the run.
 */
export const useBallots = (before: number, after: number): BallotsView | null => {
  const [known, setKnown] = useState<{ of: string; view: BallotsView } | null>(null);
  const present = useSim(ofRun);

  useEffect(() => {
    let left = false;
    let asking = false;
    let answered: string | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const readAll = async (): Promise<void> => {
      const key = keyOf(useSim.getState());
      for (;;) {
        const state = useSim.getState();
        if (state.frame === null) return;
        const { time: at, length } = state.frame;
        const ballots = (await askPaxos({ ask: 'ballots', at, before, after }))?.ballots;
        if (left || ballots === undefined) return;
        setKnown({ of: ofRun(state), view: ballots });
        // A long run is read in several stretches.
        if (ballots.read >= length) break;
      }
      answered = key;
    };
    const ask = (): void => {
      const key = keyOf(useSim.getState());
      if (left || asking || key === null || key === answered) return;
      asking = true;
      const done = beginWork();
      void readAll().finally(() => {
        done();
        if (left) return;
        timer = setTimeout(
          () => {
            asking = false;
            ask();
          },
          useSim.getState().playing ? PAUSE : 0,
        );
      });
    };
    ask();
    const stop = useSim.subscribe(ask);
    return () => {
      left = true;
      stop();
      clearTimeout(timer);
    };
  }, [before, after]);

  return known?.of === present ? known.view : null;
};
