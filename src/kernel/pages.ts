/**
 * An immutable list that may grow long: changing one place copies a page, not the list. History
 * variables of a run without end are kept in these.
 */
const PAGE = 32;

export interface Pages<T> {
  readonly length: number;
  readonly pages: readonly (readonly (T | null)[])[];
}

export const noPages: Pages<never> = { length: 0, pages: [] };

export const at = <T>(list: Pages<T>, index: number): T | null =>
  list.pages[Math.floor(index / PAGE)]?.[index % PAGE] ?? null;

/** Sets one place; what lies between the end and it is null. */
export function put<T>({ length, pages }: Pages<T>, index: number, value: T): Pages<T> {
  const which = Math.floor(index / PAGE);
  const next = pages.slice();
  while (next.length <= which) next.push([]);
  const page = [...(next[which] ?? [])];
  while (page.length < index % PAGE) page.push(null);
  page[index % PAGE] = value;
  next[which] = page;
  return { length: Math.max(length, index + 1), pages: next };
}

/** All of a plain list at once. */
export function pagesOf<T>(list: readonly T[]): Pages<T> {
  const pages: T[][] = [];
  for (let from = 0; from < list.length; from += PAGE) pages.push(list.slice(from, from + PAGE));
  return { length: list.length, pages };
}

export const append = <T>(list: Pages<T>, value: T): Pages<T> => put(list, list.length, value);
