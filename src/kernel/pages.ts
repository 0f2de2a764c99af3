import { lastItems, longListOf } from './long-list-whole.ts';
import { itemAt, noItems, withItem, withPushed } from './long-list.ts';
import { PAGE, ownPage } from './own-pages.ts';
import type { Page, Pages } from './own-pages.ts';

export type { Pages } from './own-pages.ts';

export const noPages: Pages<never> = { length: 0, pages: noItems };

export const at = <T>({ length, pages }: Pages<T>, index: number): T | null =>
  index < length ? (itemAt(pages, Math.floor(index / PAGE))?.[index % PAGE] ?? null) : null;

/**
 * Sets one place; what lies between the end and it is null. The next place of a list that nobody has made
 * longer yet is set in its own last page, where that list does not look.
 */
export function put<T>(list: Pages<T>, index: number, value: T): Pages<T> {
  if (index === list.length) return append(list, value);
  const which = Math.floor(index / PAGE);
  let { pages } = list;
  const last = pages.longList - 1;
  // The last page ends where it did, though others may have gone on in it.
  if (which > last && last >= 0) pages = withItem(pages, last, ownPage(list, last));
  while (pages.longList < which) pages = withItem(pages, pages.longList, []);
  const page = [...ownPage(list, which)];
  while (page.length < index % PAGE) page.push(null as T);
  page[index % PAGE] = value;
  return { length: Math.max(list.length, index + 1), pages: withItem(pages, which, page) };
}

export function append<T>({ length, pages }: Pages<T>, value: T): Pages<T> {
  const which = Math.floor(length / PAGE);
  const page = itemAt(pages, which);
  if (page === null) return { length: length + 1, pages: withItem(pages, which, [value]) };
  const next = withPushed<T | null>(page, length % PAGE, value);
  return { length: length + 1, pages: next === page ? pages : withItem(pages, which, next) };
}

/** All of a plain list at once. */
export function pagesOf<T>(list: readonly T[]): Pages<T> {
  const pages: Page<T>[] = [];
  for (let from = 0; from < list.length; from += PAGE) pages.push(list.slice(from, from + PAGE));
  return { length: list.length, pages: longListOf(pages) };
}

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
