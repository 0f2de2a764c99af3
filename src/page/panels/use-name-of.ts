import { useMemo } from 'react';
import type { Pid } from '../../view/time.ts';
import { useSim } from '../sim/store.ts';

/** What the processes of the run are called: `α`, `S1`. The same function until one is called otherwise. */
export const useNameOf = (): ((pid: Pid) => string) => {
  const names = useSim((s) =>
    s.frame === null ? '' : s.frame.processes.map(({ pid, name }) => `${pid} ${name}`).join('\n'),
  );
  return useMemo(() => {
    const known = new Map(
      names.split('\n').map((line) => {
        const [pid = '', ...name] = line.split(' ');
        return [Number(pid), name.join(' ')] as const;
      }),
    );
    return (pid) => known.get(pid) ?? '?';
  }, [names]);
};
