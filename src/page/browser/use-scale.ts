import { useLayoutEffect, useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();

/** As last read; to read it makes the browser work out the styles of all that was just drawn. */
let known: number | null = null;

const scale = (): number =>
  (known ??=
    Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--scale')) || 1);

const subscribe = (changed: () => void): (() => void) => {
  const again = (): void => {
    known = null;
    changed();
  };
  known = null;
  addEventListener('resize', again);
  listeners.add(again);
  return () => {
    removeEventListener('resize', again);
    listeners.delete(again);
  };
};

/** By how much type is larger than in the 1280 layout (the token `--scale`). */
export const useScale = (): number => useSyncExternalStore(subscribe, scale, () => 1);

/** Height, px, at which the least text (12 px × `--scale`) is 2.2% of it for a room. */
const ROOM = { height: 1080, narrowest: 1440, scale: 24 / 12 };

/** While this is shown all type follows the height of the screen, so that a room can read it. */
export const useRoomScale = (): void => {
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const fit = (): void => {
      const part = Math.min(innerHeight / ROOM.height, innerWidth / ROOM.narrowest);
      style.setProperty('--scale', String(part * ROOM.scale));
      for (const changed of listeners) changed();
    };
    fit();
    addEventListener('resize', fit);
    return () => {
      removeEventListener('resize', fit);
      style.removeProperty('--scale');
      for (const changed of listeners) changed();
    };
  }, []);
};
