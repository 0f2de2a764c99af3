/**
 * An immutable list that may get very long: setting one place, the next one included, copies some
 * pages of it, however long it is. It may forget its beginning; places keep their numbers. Plain data.
 * In a digest it counts as the plain list of what it still has, so that a list may become one without
 * changing any run's digest.
 */
export const BITS = 5;
const WIDTH = 1 << BITS;
const INNER = WIDTH - 1;

/** Pages of pages, `level` deep; below them the items. */
export type Page<T> = readonly (T | Page<T> | null)[];

export interface LongList<T> {
  /** The number of the place after the last. */
  readonly longList: number;
  /** The number of the first place that is not forgotten. */
  readonly from: number;
  /** How many bits of an index the pages below the first one take. */
  readonly level: number;
  readonly first: Page<T>;
}

export const noItems: LongList<never> = { longList: 0, from: 0, level: 0, first: [] };

export const isLongList = (value: object): value is LongList<unknown> =>
  'longList' in value && 'first' in value;

/** Null outside of the list, and where it has forgotten. */
export function itemAt<T>({ longList, from, level, first }: LongList<T>, index: number): T | null {
  if (!Number.isInteger(index) || index < from || index >= longList) return null;
  let page = first;
  for (let shift = level; shift > 0; shift -= BITS) {
    page = page[(index >>> shift) & INNER] as Page<T>;
  }
  return page[index & INNER] as T;
}

/** Sets a place, or the next one. @throws RangeError beyond that, and where it has forgotten */
export function withItem<T>(list: LongList<T>, index: number, value: T): LongList<T> {
  const { from } = list;
  if (index > list.longList || index < from) throw new RangeError();
  let { level, first } = list;
  for (; index >>> level >= WIDTH; level += BITS) first = [first];
  const longList = Math.max(list.longList, index + 1);
  return { longList, from, level, first: withItemBelow(first, level, index, value) };
}

function withItemBelow<T>(page: Page<T>, level: number, index: number, value: T): Page<T> {
  const slot = (index >>> level) & INNER;
  if (level === 0) return withPlace<T | Page<T> | null>(page, slot, value);
  const below = (page[slot] ?? []) as Page<T>;
  return withPlace<T | Page<T> | null>(
    page,
    slot,
    withItemBelow(below, level - BITS, index, value),
  );
}

/**
 * A copy with a place set, or one more. An array that grows has room for half as many again, and is kept so
 * for ever by whoever keeps it: these are as long as what they hold.
 */
export const withPlace = <T>(list: readonly T[], place: number, value: T): readonly T[] =>
  place < list.length ? list.with(place, value) : list.toSpliced(place, 0, value);

/** As a plain list: all that it has, or of that the places from `start` to before `end`. */
export function itemsOf<T>(list: LongList<T>, start = 0, end = list.longList): T[] {
  const items: T[] = [];
  const last = Math.min(end, list.longList);
  for (let i = Math.max(start, list.from); i < last; i++) items.push(itemAt(list, i) as T);
  return items;
}
