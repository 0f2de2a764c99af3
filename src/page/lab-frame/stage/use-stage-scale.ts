import { useLayoutEffect } from 'react';
import { useRoom } from '../../browser/use-media.ts';
import { useScale } from '../../browser/use-scale.ts';
import type { Size } from '../../browser/use-size.ts';

/** Smaller than this a drawing cannot be read. */
const LEAST = 0.5;

/** What a drawing needs, in its own units. */
export interface Needed {
  /** To be drawn at ease. */
  readonly natural: Size;
  /** To be drawn whole, as for a room. */
  readonly least: Size;
}

const fitting = (place: Size, { width, height }: Size): number =>
  Math.min(place.width / width, place.height / height);

/**
 * By how much a drawing is enlarged in its place: it grows with the place; for a room so far that
 * its least text can be read from the last row, if it is whole then; on a phone a unit is a pixel.
 */
export const useStageScale = (place: Size, needed: Needed, clean: boolean): number => {
  const layout = useRoom();
  const type = useScale();
  const fits = fitting(place, needed.natural);
  const inRoom = Math.max(LEAST, fits, Math.min(type, fitting(place, needed.least)));
  useDrawn(clean ? inRoom : null);
  if (clean) return inRoom;
  return layout === 'usual' || layout === 'wide' ? Math.max(LEAST, fits) : 1;
};

/** Size of a drawing's least text, in its own units, when no style enlarges it. */
const LEAST_TEXT = 12;

/** How large a drawing's least text is, in its own units, where a room's styles enlarge it. */
export const useLeastText = (drawn: number, clean: boolean): number => {
  const type = useScale();
  return clean ? Math.max(LEAST_TEXT, (LEAST_TEXT * type) / drawn) : LEAST_TEXT;
};

/** Tells the styles the scale of a room's drawing: its least text is set larger where that is small. */
const useDrawn = (scale: number | null): void => {
  useLayoutEffect(() => {
    if (scale === null) return undefined;
    const { style } = document.documentElement;
    style.setProperty('--drawn', String(scale));
    return () => void style.removeProperty('--drawn');
  }, [scale]);
};
