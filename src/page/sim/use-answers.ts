import { useEffect, useEffectEvent, useState } from 'react';
import type { WhyView } from '../../view/command.ts';
import type { Answer, Command } from '../../view/command.ts';
import type { InspectView } from '../../view/inspect.ts';
import type { Pid } from '../../view/time.ts';
import { send } from './actions.ts';
import { useSim } from './store.ts';
import { beginWork } from './work.ts';

/** Least wall time between two questions of one hook while the run plays, ms. */
const PAUSE = 150;

/**
 * Asks again whenever the command or the run's structure changes, one question at a time; gives
 * the newest answer. A null command asks nothing.
 */
const useAnswer = <T>(
  command: Command | null,
  key: string,
  pick: (answer: Answer) => T | undefined,
): T | null => {
  const structure = useSim((s) =>
    s.frame === null ? null : `${s.run}/${s.frame.branch}/${s.frame.structure}/${s.frame.position}`,
  );
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
