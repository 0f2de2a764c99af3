import { create } from 'zustand';

/** Where the timeline stands: how far from the left edge of its row, and how wide it is, px. */
interface TimelinePlace {
  readonly inset: number;
  readonly width: number;
}

/** Null while there is none. */
export const useTimelinePlace = create<{ readonly place: TimelinePlace | null }>()(() => ({
  place: null,
}));

/** Tells where it stands now: a view below it may have its axis there, too. */
export const noteTimelinePlace = (timeline: HTMLElement | null): void => {
  const row = timeline?.parentElement?.getBoundingClientRect();
  const box = timeline?.getBoundingClientRect();
  const before = useTimelinePlace.getState().place;
  const place =
    box === undefined || row === undefined
      ? null
      : { inset: box.left - row.left, width: box.width };
  if (before?.inset === place?.inset && before?.width === place?.width) return;
  useTimelinePlace.setState({ place });
};
