/** What a search looks through. */
export interface Sought {
  readonly id: string;
  readonly title: string;
  readonly line: string;
  /** Words of the field in every language, by which it is found besides. */
  readonly terms: string;
}

/** Those that hold every word of the query, in their order; all of them when it has no word. */
export const found = <T extends Sought>(all: readonly T[], query: string): readonly T[] => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(({ id, title, line, terms }) => {
    const text = `${title} ${line} ${terms} ${id}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
};
