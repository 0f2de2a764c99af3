import { useRoom } from '../lab/use-media.ts';
import { useScale } from '../lab/use-scale.ts';
import type { Size } from '../lab/use-size.ts';

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
  if (clean) return Math.max(LEAST, fits, Math.min(type, fitting(place, needed.least)));
  return layout === 'usual' || layout === 'wide' ? Math.max(LEAST, fits) : 1;
};
