import type { Flight } from './flight.ts';

const PAGE = 64;

/**
 * Messages of one type that have waited long on one link, oldest first. Never changed: what was
 * added shares the pages that were there, so that a copy costs nothing however many they are.
 */
export class Pile {
  readonly size: number;
  private readonly pages: readonly (readonly Flight[])[];

  private constructor(pages: readonly (readonly Flight[])[], size: number) {
    this.pages = pages;
    this.size = size;
  }

  static readonly none = new Pile([], 0);

  /** With these on top of it, oldest first. */
  with(flights: readonly Flight[]): Pile {
    const pages = this.pages.slice();
    let rest = flights;
    const last = pages.at(-1);
    if (last !== undefined && last.length < PAGE) {
      const room = PAGE - last.length;
      pages[pages.length - 1] = [...last, ...rest.slice(0, room)];
      rest = rest.slice(room);
    }
    for (let at = 0; at < rest.length; at += PAGE) pages.push(rest.slice(at, at + PAGE));
    return new Pile(pages, this.size + flights.length);
  }

  without(id: number): Pile {
    const at = this.pageOf(id);
    const page = this.pages[at];
    if (page === undefined || !page.some((flight) => flight.id === id)) return this;
    const left = page.filter((flight) => flight.id !== id);
    const pages = this.pages.slice();
    pages.splice(at, 1, ...(left.length === 0 ? [] : [left]));
    return new Pile(pages, this.size - 1);
  }

  get(id: number): Flight | undefined {
    return this.pages[this.pageOf(id)]?.find((flight) => flight.id === id);
  }

  /** The newest of them, newest first, at most so many. */
  newest(most: number): Flight[] {
    const found: Flight[] = [];
    for (let at = this.pages.length - 1; at >= 0 && found.length < most; at--) {
      const page = this.pages[at] as readonly Flight[];
      for (let i = page.length - 1; i >= 0 && found.length < most; i--)
        found.push(page[i] as Flight);
    }
    return found;
  }

  get oldest(): Flight | undefined {
    return this.pages[0]?.[0];
  }

  values(): Flight[] {
    return this.pages.flat();
  }

  /** The page in which a number would stand. */
  private pageOf(id: number): number {
    const { pages } = this;
    let low = 0;
    let high = pages.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pages[middle]?.at(-1)?.id ?? 0) < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
