import { useLayoutEffect } from 'react';
import { useSim } from './store.ts';

/** The run stands still while what calls this is on the page; afterwards it goes on if it played. */
export const useHeldRun = (): void => {
  useLayoutEffect(() => {
    const { playing, run } = useSim.getState();
    if (!playing) return undefined;
    useSim.setState({ playing: false });
    return () => {
      // Another run has been opened: it begins as whoever opened it wants it.
      if (useSim.getState().run === run) useSim.setState({ playing: true });
    };
  }, []);
};
