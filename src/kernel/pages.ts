import { lastItems, longListOf } from './long-list-whole.ts';
import { itemAt, noItems, withItem, withPlace } from './long-list.ts';
import type { LongList } from './long-list.ts';

/**
 * An immutable list that may grow long and may have gaps: to set one place copies a page and the way
 * to it, not the list. History variables of a run without end are kept in these.
 */
const PAGE = 32;

type Page<T> = readonly (T | null)[];

export interface Pages<T> {
  readonly length: number;
  readonly pages: LongList<Page<T>>;
}

export const noPages: Pages<never> = { length: 0, pages: noItems };

export const at = <T>(list: Pages<T>, index: number): T | null =>
  itemAt(list.pages, Math.floor(index / PAGE))?.[index % PAGE] ?? null;

/** Sets one place; what lies between the end and it is null. */
export function put<T>({ length, pages }: Pages<T>, index: number, value: T): Pages<T> {
  const which = Math.floor(index / PAGE);
  let next = pages;
  while (next.longList < which) next = withItem(next, next.longList, []);
  let page: Page<T> = itemAt(next, which) ?? [];
  while (page.length < index % PAGE) page = [...page, null];
  page = withPlace(page, index % PAGE, value);
  return { length: Math.max(length, index + 1), pages: withItem(next, which, page) };
}

/** All of a plain list at once. */
export function pagesOf<T>(list: readonly T[]): Pages<T> {
  const pages: Page<T>[] = [];
  for (let from = 0; from < list.length; from += PAGE) pages.push(list.slice(from, from + PAGE));
  return { length: list.length, pages: longListOf(pages) };
}

export const append = <T>(list: Pages<T>, value: T): Pages<T> => put(list, list.length, value);

/** How many places two lists begin with that stand in the same pages: none of them can differ. */
export function sharedBeginning<T>(a: Pages<T>, b: Pages<T>): number {
  const most = Math.min(a.length, b.length);
  let which = 0;
  for (let page = itemAt(a.pages, 0); page !== null; page = itemAt(a.pages, which)) {
    if (page !== itemAt(b.pages, which)) break;
    which++;
  }
  return Math.min(which * PAGE, most);
}

/** Places before this one need not be kept any more, page by page; the others keep their numbers. */
export function withoutBefore<T>({ length, pages }: Pages<T>, index: number): Pages<T> {
  const kept = pages.longList - Math.floor(index / PAGE);
  return { length, pages: lastItems(pages, kept) };
}
