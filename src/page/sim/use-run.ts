import { useEffect, useEffectEvent, useState } from 'react';
import type { Shown } from './models.ts';
import { startPlayback } from './playback.ts';
import { endSession, startSession } from './session.ts';

/**
 * A worker with a run for as long as the lab is on screen; `open` puts the run into it. Gives how
 * to begin again with a new worker.
 */
export const useRun = (model: Shown, key: string, open: () => Promise<unknown>): (() => void) => {
  const [attempt, setAttempt] = useState(0);
  // `key` stands for what `open` opens.
  const begin = useEffectEvent(() => void open());
  useEffect(() => {
    startSession(model);
    const stop = startPlayback();
    begin();
    return () => {
      stop();
      endSession();
    };
  }, [model, key, attempt]);
  return () => setAttempt((count) => count + 1);
};
