import { useSyncExternalStore } from 'react';

const scale = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--scale')) || 1;

const subscribe = (changed: () => void): (() => void) => {
  addEventListener('resize', changed);
  return () => removeEventListener('resize', changed);
};

/** By how much type is larger than in the 1280 layout (the token `--scale`). */
export const useScale = (): number => useSyncExternalStore(subscribe, scale, () => 1);
