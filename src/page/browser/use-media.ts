import { useSyncExternalStore } from 'react';

/** Whether a media query holds, kept up to date. */
export const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );

/** phone and narrow: one column; usual: two; wide: three. */
export type Room = 'phone' | 'narrow' | 'usual' | 'wide';

export const useRoom = (): Room => {
  const wide = useMedia('(min-width: 1600px)');
  const usual = useMedia('(min-width: 900px)');
  const narrow = useMedia('(min-width: 600px)');
  if (wide) return 'wide';
  if (usual) return 'usual';
  return narrow ? 'narrow' : 'phone';
};
