import { useEffect, useEffectEvent, useState } from 'react';
import type { WhyView } from '../../view/command.ts';
import type { Answer, Command } from '../../view/command.ts';
import type { EnsembleSize } from '../../view/exhibit.ts';
import type { InspectView } from '../../view/inspect.ts';
import type { Pid } from '../../view/time.ts';
import { send } from './actions.ts';
import { useSim } from './store.ts';
import type { SimState } from './store.ts';
import { beginWork } from './work.ts';

/** Least wall time between two questions of one hook while the run plays, ms. */
const PAUSE = 150;

/** What an answer holds for, as a text; null while there is no run to ask about. */
type Moment = (s: SimState) => string | null;

/** The present event of the run. */
const present: Moment = (s) =>
  s.frame === null ? null : `${s.run}/${s.frame.branch}/${s.frame.structure}/${s.frame.position}`;

/** The latencies of the run, wherever it stands: only a person changes them. */
const latencies: Moment = ({ frame, run, interventions }) => {
  if (frame === null) return null;
  const changed = interventions.findLast(
    ({ step, what }) =>
      step < frame.position && (what.kind === 'latency' || what.kind === 'disk-latency'),
  );
  return `${run}/${changed === undefined ? '' : `${frame.branch}/${changed.step}`}`;
};

/**
 * Asks again whenever the command or the moment changes, one question at a time; gives the newest
 * answer. A null command asks nothing.
 */
const useAnswer = <T>(
  command: Command | null,
  key: string,
  pick: (answer: Answer) => T | undefined,
  moment = present,
): T | null => {
  const structure = useSim(moment);
  const [known, setKnown] = useState<{ key: string; value: T | null }>({ key, value: null });

  const asks = command !== null && structure !== null;

  // `key` stands for the command's content: only when it changes is there something new to ask.
  const question = useEffectEvent((): Promise<T | null> =>
    command === null ? Promise.resolve(null) : send(command).then((answer) => pick(answer) ?? null),
  );

  useEffect(() => {
    if (!asks) return;
    const done = beginWork();
    let left = false;
    const ask = (): void => {
      void question().then((value) => {
        if (!left) setKnown({ key, value });
        done();
      });
    };
    const timer = setTimeout(ask, useSim.getState().playing ? PAUSE : 0);
    return () => {
      left = true;
      clearTimeout(timer);
      done();
    };
  }, [asks, key, structure]);

  return known.key === key ? known.value : null;
};

/** Everything the inspector shows of a process, kept up to date. */
export const useInspect = (pid: Pid | null): InspectView | null =>
  useAnswer(pid === null ? null : { type: 'inspect', pid }, `inspect ${pid}`, (a) => a.inspect);

/** Why this process is not the leader. */
export const useWhy = (pid: Pid | null): WhyView | null =>
  useAnswer(pid === null ? null : { type: 'why-not-leader', pid }, `why ${pid}`, (a) => a.why);

/** What each size of an ensemble needs and costs, with the latencies of this run. */
export const useEnsembleSizes = (): readonly EnsembleSize[] | null =>
  useAnswer({ type: 'ensemble-sizes' }, 'sizes', (a) => a.sizes, latencies);
