import { useSyncExternalStore } from 'react';

interface Media {
  readonly subscribe: (changed: () => void) => () => void;
  readonly matches: () => boolean;
}

/** One for each query: to ask anew at each drawing takes its time. */
const known = new Map<string, Media>();

const mediaOf = (query: string): Media => {
  const before = known.get(query);
  if (before !== undefined) return before;
  const list = matchMedia(query);
  const media: Media = {
    subscribe: (changed) => {
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    matches: () => list.matches,
  };
  known.set(query, media);
  return media;
};

/** Whether a media query holds, kept up to date. */
export const useMedia = (query: string): boolean => {
  const { subscribe, matches } = mediaOf(query);
  return useSyncExternalStore(subscribe, matches);
};

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
