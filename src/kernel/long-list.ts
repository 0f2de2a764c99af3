/**
 * An immutable list that may get very long: setting one place copies some pages of it, however long it is;
 * adding one copies none, as a rule. Its pages may hold more than is its own: only the functions here look
 * into them. It may forget its beginning; places keep their numbers. Plain data.
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

/**
 * Sets a place, or the next one. The next one of a list that nobody has made longer yet stands in the same
 * pages behind the others, where that list does not look; so to make a list longer copies nothing, and all the
 * lists that a run has had on its way share their pages. Whoever comes second copies the page.
 * @throws RangeError beyond that, and where it has forgotten
 */
export function withItem<T>(list: LongList<T>, index: number, value: T): LongList<T> {
  const { longList, from } = list;
  if (index > longList || index < from) throw new RangeError();
  let { level, first } = list;
  for (; index >>> level >= WIDTH; level += BITS) first = [first];
  if (index < longList)
    return { longList, from, level, first: withSet(first, level, index, value) };
  return { longList: longList + 1, from, level, first: withNext(first, level, index, value) };
}

function withSet<T>(page: Page<T>, level: number, index: number, value: T): Page<T> {
  const slot = (index >>> level) & INNER;
  if (level === 0) return page.with(slot, value);
  return page.with(slot, withSet(page[slot] as Page<T>, level - BITS, index, value));
}

/** With one more item, whose place below this page is the first that the list does not have. */
function withNext<T>(page: Page<T>, level: number, index: number, value: T): Page<T> {
  const slot = (index >>> level) & INNER;
  // Some of what is below this slot is the list's own already, unless the item is its first.
  const isBegun = level > 0 && (index & ((1 << level) - 1)) !== 0;
  const below = isBegun ? (page[slot] as Page<T>) : [];
  const next = level === 0 ? value : withNext(below, level - BITS, index, value);
  if (isBegun && next === below) return page;
  if (isBegun) return [...page.slice(0, slot), next];
  return withPushed<T | Page<T> | null>(page, slot, next);
}

/** With one more item behind the first `length`, which are the list's own. */
export function withPushed<T>(page: readonly T[], length: number, value: T): readonly T[] {
  if (length > 0 && page.length === length) {
    (page as T[]).push(value);
    return page;
  }
  const own = page.slice(0, length);
  own.push(value);
  return own;
}

/** As a plain list: all that it has, or of that the places from `start` to before `end`. */
export function itemsOf<T>(list: LongList<T>, start = 0, end = list.longList): T[] {
  const items: T[] = [];
  const last = Math.min(end, list.longList);
  for (let i = Math.max(start, list.from); i < last; i++) items.push(itemAt(list, i) as T);
  return items;
}
