/**
 * An immutable list that may get very long: setting one place, the next one included, copies some
 * pages of it, however long it is. Plain data. In a digest it counts as the plain list that it stands
 * for, so that a list may become one without changing any run's digest.
 */
const BITS = 5;
const WIDTH = 1 << BITS;
const INNER = WIDTH - 1;

/** Pages of pages, `level` deep; below them the items. */
type Page<T> = readonly (T | Page<T> | null)[];

export interface LongList<T> {
  readonly longList: number;
  /** How many bits of an index the pages below the first one take. */
  readonly level: number;
  readonly first: Page<T>;
}

export const noItems: LongList<never> = { longList: 0, level: 0, first: [] };

export const isLongList = (value: object): value is LongList<unknown> =>
  'longList' in value && 'first' in value;

/** Null outside of the list. */
export function itemAt<T>({ longList, level, first }: LongList<T>, index: number): T | null {
  if (!Number.isInteger(index) || index < 0 || index >= longList) return null;
  let page = first;
  for (let shift = level; shift > 0; shift -= BITS) {
    page = page[(index >>> shift) & INNER] as Page<T>;
  }
  return page[index & INNER] as T;
}

/** Sets a place, or the next one. @throws RangeError beyond that */
export function withItem<T>(list: LongList<T>, index: number, value: T): LongList<T> {
  if (index > list.longList) throw new RangeError(`no place ${index} in ${list.longList}`);
  let { level, first } = list;
  for (; index >>> level >= WIDTH; level += BITS) first = [first];
  const longList = Math.max(list.longList, index + 1);
  return { longList, level, first: withItemBelow(first, level, index, value) };
}

function withItemBelow<T>(page: Page<T>, level: number, index: number, value: T): Page<T> {
  const copy = page.slice();
  const slot = (index >>> level) & INNER;
  const below = (copy[slot] ?? []) as Page<T>;
  copy[slot] = level === 0 ? value : withItemBelow(below, level - BITS, index, value);
  return copy;
}

/** As a plain list. */
export function itemsOf<T>(list: LongList<T>): T[] {
  const items: T[] = [];
  for (let i = 0; i < list.longList; i++) items.push(itemAt(list, i) as T);
  return items;
}

/** Of a plain list. */
export function longListOf<T>(items: readonly T[]): LongList<T> {
  let level = 0;
  let first: Page<T> = items;
  for (; first.length > WIDTH; level += BITS) {
    const pages: Page<T>[] = [];
    for (let from = 0; from < first.length; from += WIDTH)
      pages.push(first.slice(from, from + WIDTH));
    first = pages;
  }
  return { longList: items.length, level, first };
}
