/** A long row of cells, set in lines of so many columns. */
export interface Grid {
  readonly columns: number;
  readonly lines: number;
}

/** @param width the room, px; @param cell what one cell takes of it, px */
export const gridOf = (width: number, cell: number, length: number): Grid => {
  const columns = Math.max(1, Math.floor(width / cell));
  return { columns, lines: Math.ceil(length / columns) };
};

/** Lines that are fetched besides those in sight, on both sides. */
const MARGIN = 6;
/** No answer holds more cells. */
const MOST = 500;

/**
 * The places to ask for when these lines are in sight. It moves in jumps of some lines, so that not
 * every turn of the wheel asks again.
 */
export function windowOf(
  { columns, lines }: Grid,
  top: number,
  visible: number,
): { readonly first: number; readonly most: number } {
  const line = Math.max(0, Math.floor((Math.min(top, lines) - MARGIN) / MARGIN) * MARGIN);
  const most = Math.min(MOST, (visible + 4 * MARGIN) * columns);
  return { first: line * columns, most };
}

/** Where a key leads from a place; null: the key has no use here. */
export function placeBy(
  key: string,
  place: number,
  { columns }: Grid,
  length: number,
  page: number,
): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
    PageDown: columns * page,
    PageUp: -columns * page,
    Home: -length,
    End: length,
  };
  const step = steps[key];
  return step === undefined ? null : Math.min(length - 1, Math.max(0, place + step));
}
