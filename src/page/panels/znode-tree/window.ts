/** Which rows are asked for: those in sight, and some around them so that scrolling finds them there. */

/** Rows asked for above and below those in sight. */
const AROUND = 24;
/** Windows begin at multiples of this, so that a little scrolling asks for nothing new. */
const GRAIN = 12;

export interface RowWindow {
  readonly first: number;
  readonly most: number;
}

/** @param top the first row in sight; @param seen how many rows the place holds */
export const windowAround = (top: number, seen: number): RowWindow => {
  const first = Math.max(0, Math.floor((top - AROUND) / GRAIN) * GRAIN);
  return { first, most: Math.min(500, seen + 2 * AROUND + GRAIN) };
};

/** Where to scroll so that a row is wholly in sight, px; null: it is. */
export const scrollFor = (
  row: number,
  place: { readonly top: number; readonly height: number; readonly rowHeight: number },
): number | null => {
  const { top, height, rowHeight } = place;
  const from = row * rowHeight;
  if (from < top) return from;
  return from + rowHeight > top + height ? from + rowHeight - height : null;
};
