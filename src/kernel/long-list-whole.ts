/** What is done to a whole long list, which only some protocols do: apart from what every run needs. */
import { BITS } from './long-list.ts';
import type { LongList, Page } from './long-list.ts';

const WIDTH = 1 << BITS;

/** Of a longer list only the last `most` items stay. Pages are let go once all of them is forgotten. */
export function lastItems<T>(list: LongList<T>, most: number): LongList<T> {
  const from = list.longList - most;
  if (from <= list.from) return list;
  const samePage = from >>> BITS === list.from >>> BITS;
  const first = samePage ? list.first : withoutBefore(list.first, list.level, from);
  return { ...list, from, first };
}

function withoutBefore<T>(page: Page<T>, level: number, from: number): Page<T> {
  if (level === 0) return page;
  const slot = (from >>> level) & (WIDTH - 1);
  const below = withoutBefore(page[slot] as Page<T>, level - BITS, from);
  return page.map((each, at) => (at < slot ? null : each)).with(slot, below);
}

/** Of a plain list. */
export function longListOf<T>(items: readonly T[]): LongList<T> {
  let level = 0;
  // A list that is made longer goes on in its own pages.
  let first: Page<T> = items.slice();
  for (; first.length > WIDTH; level += BITS) {
    const pages: Page<T>[] = [];
    for (let from = 0; from < first.length; from += WIDTH)
      pages.push(first.slice(from, from + WIDTH));
    first = pages;
  }
  return { longList: items.length, from: 0, level, first };
}
