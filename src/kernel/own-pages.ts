import { isLongList, itemAt, itemsOf } from './long-list.ts';
import type { LongList } from './long-list.ts';

/**
 * An immutable list that may grow long and may have gaps: to set one place copies a page and the way to it,
 * not the list; to add one copies nothing, as a rule (`withItem`). History variables of a run without
 * end are kept in these.
 */
export const PAGE = 32;

export type Page<T> = readonly (T | null)[];

export interface Pages<T> {
  readonly length: number;
  readonly pages: LongList<Page<T>>;
}

export const isPages = (value: object): value is Pages<unknown> =>
  'pages' in value &&
  typeof value.pages === 'object' &&
  value.pages !== null &&
  isLongList(value.pages);

/** Of a page, which may hold more, what is the list's own. */
export const ownPage = <T>({ length, pages }: Pages<T>, which: number): Page<T> =>
  (itemAt(pages, which) ?? []).slice(0, Math.max(0, length - which * PAGE));

/** Its pages, each with what is the list's own. */
export const ownPages = <T>(list: Pages<T>): readonly Page<T>[] =>
  itemsOf(list.pages).map((page, at) => {
    const which = at + list.pages.from;
    return which < list.pages.longList - 1 ? page : ownPage(list, which);
  });
